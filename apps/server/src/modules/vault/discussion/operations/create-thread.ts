import { CommentError, SuggestionError } from '@promptvault/contract/vault/discussion/errors';
import type { NewAnchor } from '@promptvault/contract/vault/discussion/shapes';
import { findQuote } from '@promptvault/document';
import { actorName } from '../../../../foundation/context/actor.ts';
import type { Authorized } from '../../../../foundation/context/authorized.ts';
import type { Ctx } from '../../../../foundation/context/ctx.ts';
import { keepRange, openBranch } from '../../prompts/index.ts';
import type { Discussed } from '../open.ts';
import { findSections, insertThread, type NewThread } from '../repository/threads.ts';
import { addComment, type NewWords, refuseHaste } from './add-comment.ts';
import { getThread } from './get-thread.ts';
import type { ShownThread } from './show-threads.ts';

export interface CreateThread extends NewWords {
  anchor?: NewAnchor | undefined;
}

type Anchored = Pick<NewThread, 'branchId' | 'anchor' | 'placedVersion' | 'placedFrom' | 'placedTo'>;

/**
 * Begins a thread.
 * @throws comment.quote_gone, comment.section_unknown, comment.nowhere, comment.mention_unknown, comment.too_fast
 */
export async function createThread(
  ctx: Ctx,
  thing: Authorized<Discussed, 'comment.write'>,
  { anchor, ...words }: CreateThread,
): Promise<ShownThread> {
  if (words.suggestion !== undefined && (!anchor || anchor.on === 'whole_version'))
    throw SuggestionError.no_range();
  await refuseHaste(ctx);
  const now = ctx.clock.now();
  const row = await insertThread(ctx, {
    organizationId: ctx.organizationId,
    id: ctx.newId(),
    subjectKind: thing.kind,
    subjectId: thing.id,
    promptId: thing.promptId,
    ...(anchor ? await toAnchored(ctx, thing, anchor) : {}),
    state: 'open',
    createdBy: actorName(ctx.actor),
    createdAt: now,
    lastAt: now,
    commentCount: 1,
  });
  await addComment(ctx, { thread: { ...row, commentCount: 0 }, thing }, words);
  return getThread(ctx, { thread: row, thing });
}

async function toAnchored(ctx: Ctx, thing: Discussed, anchor: NewAnchor): Promise<Anchored> {
  const { prompt } = thing;
  if (!prompt) throw CommentError.nowhere().at('body', 'anchor');
  if (anchor.on === 'draft') {
    const input = { promptId: prompt.row.id, branch: anchor.branch };
    // Whoever may not write the draft has not read what it says.
    const kept = await keepRange(ctx, await openBranch(ctx, input, 'prompt.write'), anchor);
    if (kept === 'gone') throw CommentError.quote_gone().at('body', 'anchor', 'quote');
    if (kept === 'no section') throw unknownSection(anchor.sectionId);
    return { branchId: kept.branchId, anchor: { on: 'draft', ...kept.range, quote: anchor.quote } };
  }
  const found = (await findSections(ctx, prompt.row.id, [anchor.version])).get(anchor.version);
  if (!found) throw CommentError.nowhere().at('body', 'anchor', 'version');
  if (anchor.on === 'whole_version') return { branchId: found.branchId, anchor };
  const { version, sectionId, quote } = anchor;
  const text = found.texts.get(sectionId);
  if (text === undefined) throw unknownSection(sectionId);
  const range = findQuote(text, quote, anchor.from);
  if (!range) throw CommentError.quote_gone().at('body', 'anchor', 'quote');
  return {
    branchId: found.branchId,
    anchor: { on: 'version', version, sectionId, ...range, quote },
    placedVersion: version,
    placedFrom: range.from,
    placedTo: range.to,
  };
}

const unknownSection = (sectionId: string) =>
  CommentError.section_unknown({ sectionId }).at('body', 'anchor', 'sectionId');
