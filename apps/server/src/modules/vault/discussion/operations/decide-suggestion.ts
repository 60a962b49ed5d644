import { SuggestionError } from '@promptvault/contract/vault/discussion/errors';
import { personOf } from '../../../../foundation/context/actor.ts';
import type { Authorized } from '../../../../foundation/context/authorized.ts';
import type { Ctx } from '../../../../foundation/context/ctx.ts';
import { AuthError, ResourceError } from '../../../../foundation/errors/foundation-errors.ts';
import { openBranch, replaceRange } from '../../prompts/index.ts';
import { SuggestionApplied, SuggestionDismissed } from '../events.ts';
import type { OpenedComment } from '../open.ts';
import { mayEdit } from '../policy.ts';
import { changeComment, findComment, findSections, lockThread } from '../repository/threads.ts';
import type { StoredSuggestion } from '../schema.ts';
import { readThread } from './get-thread.ts';
import { findInDraft } from './place-threads.ts';
import { settleThread } from './resolve-thread.ts';
import type { ShownThread } from './show-threads.ts';
import { tellFollowers } from './tell-followers.ts';

type Opened = Authorized<OpenedComment, 'comment.read'>;

/**
 * Writes a suggestion into the draft of the branch its thread follows, as one edit, and resolves the thread.
 * @throws suggestion.outdated unless exactly the words stand there that it was made for, suggestion.decided
 */
export async function applySuggestion(ctx: Ctx, opened: Opened): Promise<ShownThread> {
  const { thing } = opened;
  const prompt = await openDraft(ctx, opened);
  const { comment, thread, suggestion } = await holdSuggestion(ctx, opened);
  const { anchor, branchId } = thread;
  if (!anchor || anchor.on === 'whole_version') throw SuggestionError.no_range();
  if (!branchId) throw SuggestionError.outdated();
  const numbers = thread.placedVersion === null ? [] : [thread.placedVersion];
  const versions = await findSections(ctx, prompt.id, numbers);
  const done = await replaceRange(ctx, prompt, {
    branchId,
    sectionId: anchor.sectionId,
    find: (draft) => findInDraft(thread, draft, versions),
    expected: suggestion.original,
    text: suggestion.text,
  });
  if (!done) throw SuggestionError.outdated();
  await decide(ctx, comment.id, comment.revision, suggestion, 'applied');
  await ctx.emit(SuggestionApplied, thing, { threadId: thread.id, commentId: comment.id });
  await settleThread(ctx, thread, 'resolved');
  tellFollowers(ctx, thing);
  return readThread(ctx, opened);
}

/** @throws suggestion.decided */
export async function dismissSuggestion(ctx: Ctx, opened: Opened): Promise<ShownThread> {
  const { thing } = opened;
  if (!mayEdit(ctx.actor, opened.comment)) await openDraft(ctx, opened);
  const { comment, thread, suggestion } = await holdSuggestion(ctx, opened);
  await decide(ctx, comment.id, comment.revision, suggestion, 'dismissed');
  await ctx.emit(SuggestionDismissed, thing, { threadId: thread.id, commentId: comment.id });
  tellFollowers(ctx, thing);
  return readThread(ctx, opened);
}

/** The prompt, for writing the branch the thread follows. @throws auth.forbidden, suggestion.outdated */
async function openDraft(ctx: Ctx, { thing, thread }: OpenedComment) {
  if (!thing.prompt) throw AuthError.forbidden();
  const branch = thing.prompt.branches.find(({ id }) => id === thread.branchId);
  if (!branch) throw SuggestionError.outdated();
  return openBranch(ctx, { promptId: thing.prompt.row.id, branch: branch.name }, 'prompt.write');
}

/** Holds the thread, so that of two who decide at once the second is told. */
async function holdSuggestion(ctx: Ctx, opened: OpenedComment) {
  const thread = await lockThread(ctx, opened.thread.id);
  const comment = await findComment(ctx, opened.comment.id);
  if (!thread || !comment) throw ResourceError.not_found();
  const { suggestion } = comment;
  if (!suggestion) throw SuggestionError.no_range();
  if (suggestion.state !== 'open') throw SuggestionError.decided({ state: suggestion.state });
  return { thread, comment, suggestion };
}

async function decide(
  ctx: Ctx,
  commentId: string,
  revision: number,
  suggestion: StoredSuggestion,
  state: 'applied' | 'dismissed',
): Promise<void> {
  const decidedAt = ctx.clock.now().toISOString();
  const decided = { ...suggestion, state, decidedBy: personOf(ctx.actor), decidedAt };
  await changeComment(ctx, commentId, revision, { suggestion: decided });
}
