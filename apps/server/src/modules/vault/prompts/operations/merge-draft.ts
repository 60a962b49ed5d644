import { PromptError } from '@promptvault/contract/vault/prompts/errors';
import { emptyDocument, type PromptDocument } from '@promptvault/document';
import {
  type ChangeSummary,
  type Merged,
  mergeDocuments,
  type Resolution,
  summarizeChanges,
} from '@promptvault/merge';
import type { Authorized } from '../../../../foundation/context/authorized.ts';
import type { Ctx } from '../../../../foundation/context/ctx.ts';
import { RequestError } from '../../../../foundation/errors/foundation-errors.ts';
import type { Prompt } from '../open.ts';
import type { DraftRow } from '../repository/drafts.ts';
import { findVersion } from '../repository/versions.ts';
import { lockDraft } from './current-draft.ts';
import { rewriteDraft } from './draft-text.ts';
import { type DraftRecord, findDraftOf, toDraftRecord } from './get-draft.ts';
import { refuseOpenMerge } from './prepare-merge.ts';
import { saveDraft } from './save-draft.ts';

export interface MergeDraft {
  branch: string;
  /** The version the document was made from. */
  from: number | null;
  document: PromptDocument;
  resolutions: readonly Resolution[];
}

export interface DraftMerge {
  revision: number;
  merged: Merged;
  changes: ChangeSummary;
}

/** @throws prompt.version_unknown */
export async function previewDraftMerge(
  ctx: Ctx,
  prompt: Authorized<Prompt, 'prompt.write'>,
  input: MergeDraft,
): Promise<DraftMerge> {
  const { draft } = await findDraftOf(ctx, prompt, input.branch);
  const merged = await mergeInto(ctx, prompt, draft, input);
  return {
    revision: draft.revision,
    merged,
    changes: summarizeChanges(draft.document, merged.document),
  };
}

/**
 * Brings a document that was made from an older version into the draft as it is now.
 * @throws request.stale, prompt.version_unknown, prompt.resolution_refused, prompt.merge_conflicts
 */
export async function mergeDraft(
  ctx: Ctx,
  prompt: Authorized<Prompt, 'prompt.write'>,
  input: MergeDraft & { revision: number },
): Promise<DraftRecord> {
  const { branchRow, draft } = await findDraftOf(ctx, prompt, input.branch, lockDraft);
  if (draft.revision !== input.revision) throw RequestError.stale({ current: draft.revision });
  const merged = await mergeInto(ctx, prompt, draft, input);
  refuseOpenMerge(merged, input.resolutions);
  const { text, update } = rewriteDraft(draft.snapshot, merged.document);
  const saved = update ? await saveDraft(ctx, prompt, draft, text, [update]) : draft;
  return toDraftRecord(ctx, prompt, branchRow, saved, text.problems);
}

async function mergeInto(
  ctx: Ctx,
  prompt: Prompt,
  draft: DraftRow,
  { from, document, resolutions }: MergeDraft,
): Promise<Merged> {
  const base = from === null ? undefined : await findVersion(ctx, prompt.id, from);
  if (from !== null && !base) throw PromptError.version_unknown({ version: from }).at('from');
  return mergeDocuments(base?.document ?? emptyDocument(), draft.document, document, resolutions);
}
