import { PromptError } from '@promptvault/contract/vault/prompts/errors';
import { DOCUMENT_LIMITS, emptyDocument, type PromptDocument, type Section } from '@promptvault/document';
import type { Authorized } from '../../../../foundation/context/authorized.ts';
import type { Ctx } from '../../../../foundation/context/ctx.ts';
import { ResourceError } from '../../../../foundation/errors/foundation-errors.ts';
import type { Prompt } from '../open.ts';
import { findVersion } from '../repository/versions.ts';
import { carryDraft } from './carry-draft.ts';
import { type Committed, holdBranch, saveVersion, takeBranch } from './commit-version.ts';
import { rewriteDraft } from './draft-text.ts';
import { type DraftRecord, findDraftOf, toDraftRecord } from './get-draft.ts';
import { saveDraft } from './save-draft.ts';

export interface RestoreSection {
  number: number;
  sectionId: string;
  branch: string;
  commit?: { expectedParent: number | null; message: string } | undefined;
}

export interface RestoredSection {
  draft: DraftRecord;
  committed: Committed | null;
}

/**
 * Brings a section back as an old version had it: into the draft, or as a version.
 * @throws prompt.section_unknown, prompt.sections_full, prompt.version_conflict, prompt.draft_unsaved
 */
export async function restoreSection(
  ctx: Ctx,
  prompt: Authorized<Prompt, 'prompt.write'>,
  { number, sectionId, branch, commit }: RestoreSection,
): Promise<RestoredSection> {
  const old = await findVersion(ctx, prompt.id, number);
  if (!old) throw ResourceError.not_found();
  const section = old.document.sections.find(({ id }) => id === sectionId);
  if (!section) throw PromptError.section_unknown({ version: number, sectionId }).at('sectionId');
  const committed = commit
    ? await commitSection(ctx, prompt, branch, commit, { old: old.document, section, number })
    : null;
  if (!commit) await draftSection(ctx, prompt, branch, old.document, section);
  const { branchRow, draft } = await findDraftOf(ctx, prompt, branch);
  return { draft: await toDraftRecord(ctx, prompt, branchRow, draft, []), committed };
}

async function draftSection(
  ctx: Ctx,
  prompt: Prompt,
  branch: string,
  old: PromptDocument,
  section: Section,
): Promise<void> {
  const { draft } = await takeBranch(ctx, prompt, branch);
  const { text, update } = rewriteDraft(draft.snapshot, putSection(draft.document, old, section));
  if (update) await saveDraft(ctx, prompt, draft, text, [update]);
}

async function commitSection(
  ctx: Ctx,
  prompt: Prompt,
  branch: string,
  { expectedParent, message }: { expectedParent: number | null; message: string },
  { old, section, number }: { old: PromptDocument; section: Section; number: number },
): Promise<Committed> {
  const held = await holdBranch(ctx, prompt, branch, expectedParent);
  const document = putSection(held.head?.document ?? emptyDocument(), old, section);
  const carried = carryDraft(held.draft, held.head, document);
  if (carried.state === 'blocks') throw PromptError.draft_unsaved({ branch });
  return saveVersion(ctx, prompt, {
    ...held,
    document,
    draftDocument: carried.state === 'carried' ? carried.document : undefined,
    message: message || `Restored a section of version ${number}`,
  });
}

/** The section in its place; one that is gone stands again behind what it followed. */
export function putSection(document: PromptDocument, old: PromptDocument, section: Section): PromptDocument {
  const { sections } = document;
  if (sections.some(({ id }) => id === section.id))
    return { ...document, sections: sections.map((one) => (one.id === section.id ? section : one)) };
  if (sections.length >= DOCUMENT_LIMITS.sections)
    throw PromptError.sections_full({ most: DOCUMENT_LIMITS.sections });
  const earlier = old.sections.slice(
    0,
    old.sections.findIndex(({ id }) => id === section.id),
  );
  const present = new Set(sections.map(({ id }) => id));
  const before = earlier.findLast(({ id }) => present.has(id));
  const place = before ? sections.findIndex(({ id }) => id === before.id) + 1 : 0;
  return { ...document, sections: sections.toSpliced(place, 0, section) };
}
