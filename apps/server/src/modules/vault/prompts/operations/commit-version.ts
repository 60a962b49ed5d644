import { PromptError } from '@promptvault/contract/vault/prompts/errors';
import { emptyDocument, hashDocument, type PromptDocument } from '@promptvault/document';
import { summarizeChanges } from '@promptvault/merge';
import { personOf } from '../../../../foundation/context/actor.ts';
import type { Authorized } from '../../../../foundation/context/authorized.ts';
import type { Ctx } from '../../../../foundation/context/ctx.ts';
import { ResourceError } from '../../../../foundation/errors/foundation-errors.ts';
import { PromptCommitted } from '../events.ts';
import type { Prompt } from '../open.ts';
import { type BranchRow, lockBranch, moveBranchHead } from '../repository/branches.ts';
import type { DraftRow } from '../repository/drafts.ts';
import {
  findVersion,
  insertVersions,
  takeVersionNumber,
  type VersionRecord,
} from '../repository/versions.ts';
import { lockDraft } from './current-draft.ts';
import { rewriteDraft } from './draft-text.ts';
import { isDraftChanged } from './get-draft.ts';
import { type LabelledVersion, labelsOfVersion } from './labelled-version.ts';
import { recordVersionReferences } from './record-references.ts';
import { refuseCycles } from './refuse-cycles.ts';
import { saveDraft } from './save-draft.ts';

export interface CommitVersion {
  branch: string;
  expectedParent: number | null;
  message: string;
  /** Saved instead of the draft. */
  document?: PromptDocument | undefined;
}

export interface Committed {
  version: LabelledVersion;
  created: boolean;
}

/**
 * Saves the draft as the next version of its branch.
 * @throws prompt.version_conflict when the branch is not at `expectedParent`, prompt.draft_unsaved,
 *   prompt.reference_cycle, prompt.references_too_deep
 */
export async function commitVersion(
  ctx: Ctx,
  prompt: Authorized<Prompt, 'prompt.write'>,
  { branch, expectedParent, message, document }: CommitVersion,
): Promise<Committed> {
  const { row, draft, head } = await holdBranch(ctx, prompt, branch, expectedParent);
  if (document && (await isDraftChanged(ctx, prompt, draft))) throw PromptError.draft_unsaved({ branch });
  return saveVersion(ctx, prompt, { row, draft, head, document, message });
}

export interface HeldBranch {
  row: BranchRow;
  draft: DraftRow;
  head: VersionRecord | undefined;
}

/** Locks a branch and its draft, in this order. */
export async function takeBranch(ctx: Ctx, prompt: Prompt, branch: string): Promise<HeldBranch> {
  const row = await lockBranch(ctx, prompt.id, branch);
  const draft = row && (await lockDraft(ctx, row.id));
  if (!row || !draft) throw ResourceError.not_found();
  const head = row.headNumber === null ? undefined : await findVersion(ctx, prompt.id, row.headNumber);
  return { row, draft, head };
}

/** The same, and makes sure the branch is where the caller thinks. */
export async function holdBranch(
  ctx: Ctx,
  prompt: Prompt,
  branch: string,
  expected: number | null,
): Promise<HeldBranch> {
  const { row, draft, head } = await takeBranch(ctx, prompt, branch);
  if (row.headNumber !== expected)
    throw PromptError.version_conflict({
      branch,
      expected,
      head: head ? { id: head.id, number: head.number } : null,
    });
  return { row, draft, head };
}

export interface SaveVersion extends HeldBranch {
  /** Instead of what the draft holds. */
  document: PromptDocument | undefined;
  message: string;
  restoredFrom?: number;
  /** The other side of a merge: then a version is made even when nothing differs, since it tells of the merge. */
  secondParent?: number;
  /** The version of the original that comes into a copy. */
  upstreamVersion?: number;
  /** What the draft reads afterwards, when it holds more than is saved. */
  draftDocument?: PromptDocument | undefined;
}

/** Writes the next version of a held branch, and the draft to match it; the head again when nothing differs. */
export async function saveVersion(ctx: Ctx, prompt: Prompt, save: SaveVersion): Promise<Committed> {
  const { row, draft, head, message } = save;
  const document = save.document ?? draft.document;
  const hash = save.document ? hashDocument(save.document) : draft.hash;
  const wanted = save.draftDocument ?? save.document;
  const rewritten = wanted && rewriteDraft(draft.snapshot, wanted);
  const text = rewritten?.text ?? draft;
  const updates = rewritten?.update ? [rewritten.update] : [];
  const tells = save.secondParent !== undefined || save.upstreamVersion !== undefined;
  if (head && head.hash === hash && !tells) {
    if (updates.length > 0)
      await saveDraft(ctx, prompt, draft, { ...text, problems: [] }, updates, head.number);
    return { version: { ...head, labels: await labelsOfVersion(ctx, prompt, head.number) }, created: false };
  }
  await refuseCycles(ctx, prompt, document);
  const now = ctx.clock.now();
  const number = await takeVersionNumber(ctx, prompt.id, now);
  const version = {
    organizationId: ctx.organizationId,
    id: ctx.newId(),
    promptId: prompt.id,
    number,
    branchId: row.id,
    parent: row.headNumber,
    secondParent: save.secondParent ?? null,
    restoredFrom: save.restoredFrom ?? null,
    upstreamVersion: save.upstreamVersion ?? null,
    changes: summarizeChanges(head?.document ?? emptyDocument(), document),
    authorId: personOf(ctx.actor),
    message,
    hash,
    document,
    referencesRecorded: true,
    createdAt: now,
  };
  await insertVersions(ctx, [version]);
  await recordVersionReferences(ctx, [{ promptId: prompt.id, versionId: version.id, number, document }]);
  await moveBranchHead(ctx, row.id, { headId: version.id, headNumber: number, headAt: now });
  await saveDraft(ctx, prompt, draft, { ...text, problems: [] }, updates, number);
  await ctx.emit(
    PromptCommitted,
    { kind: 'prompt', id: prompt.id },
    {
      versionId: version.id,
      number,
      branch: row.name,
      parent: row.headNumber,
      secondParent: version.secondParent,
      hash,
      restoredFrom: version.restoredFrom,
    },
  );
  const labels = row.name === prompt.defaultBranch ? ['latest'] : [];
  return { version: { ...version, branchName: row.name, labels }, created: true };
}
