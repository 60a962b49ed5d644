import { emptyDocument, hashDocument, type PromptDocument } from '@promptvault/document';
import { mergeDocuments } from '@promptvault/merge';
import type { DraftRow } from '../repository/drafts.ts';
import type { VersionRecord } from '../repository/versions.ts';

export type CarriedDraft =
  | { state: 'unchanged' }
  /** What is not committed, on top of the new version. */
  | { state: 'carried'; document: PromptDocument }
  /** What is not committed conflicts with the new version. */
  | { state: 'blocks' };

const emptyHash = hashDocument(emptyDocument());

/** What becomes of a draft when its branch goes on to `next` without it. */
export function carryDraft(
  draft: Pick<DraftRow, 'document' | 'hash'>,
  head: VersionRecord | undefined,
  next: PromptDocument,
): CarriedDraft {
  if (draft.hash === (head?.hash ?? emptyHash)) return { state: 'unchanged' };
  const { document, conflicts } = mergeDocuments(head?.document ?? emptyDocument(), draft.document, next);
  return conflicts.length === 0 ? { state: 'carried', document } : { state: 'blocks' };
}
