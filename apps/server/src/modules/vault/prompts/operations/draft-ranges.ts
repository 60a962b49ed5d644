/**
 * Stretches of a draft's text that stay with their words while others write: kept as Yjs relative positions, which
 * lie between letters and not at offsets. For modules that point at a place in a draft.
 */
import { findQuote, type TextRange } from '@promptvault/document';
import * as Y from 'yjs';
import type { Authorized } from '../../../../foundation/context/authorized.ts';
import type { Ctx } from '../../../../foundation/context/ctx.ts';
import type { Prompt } from '../open.ts';
import { mayWriteBranch } from '../policy.ts';
import { type BranchRow, listBranchRows } from '../repository/branches.ts';
import { findDraft, lockDraft } from './current-draft.ts';
import { editDraft, loadDraft } from './draft-text.ts';
import { findDraftOf } from './get-draft.ts';
import { saveDraft } from './save-draft.ts';

/** A stretch as it is kept: the section, and its ends as base64 of Yjs relative positions. */
export interface KeptRange {
  sectionId: string;
  from: string;
  to: string;
}

export interface PlacedRange extends TextRange {
  text: string;
}

export type Writable = Authorized<Prompt, 'prompt.write'>;

const sectionText = (ydoc: Y.Doc, sectionId: string): Y.Text | undefined => {
  const section = ydoc.getMap('sections').get(sectionId);
  const text = section instanceof Y.Map ? section.get('text') : undefined;
  return text instanceof Y.Text ? text : undefined;
};

const keep = (text: Y.Text, index: number, side: -1 | 0) =>
  Buffer.from(Y.encodeRelativePosition(Y.createRelativePositionFromTypeIndex(text, index, side))).toString(
    'base64',
  );

/** The offset a kept end stands at now; undefined when it is not in this text. */
function resolve(ydoc: Y.Doc, text: Y.Text, kept: string): number | undefined {
  const position = Y.decodeRelativePosition(Buffer.from(kept, 'base64'));
  const found = Y.createAbsolutePositionFromRelativePosition(position, ydoc);
  return found?.type === text ? found.index : undefined;
}

function placeOf(ydoc: Y.Doc, { sectionId, from, to }: KeptRange): PlacedRange | null {
  const text = sectionText(ydoc, sectionId);
  const start = text && resolve(ydoc, text, from);
  const end = text && resolve(ydoc, text, to);
  if (start === undefined || end === undefined || start >= end) return null;
  return { from: start, to: end, text: text?.toString().slice(start, end) ?? '' };
}

/**
 * Keeps a stretch of a draft. Where the words stand elsewhere by now, since somebody wrote before them, they are
 * looked for; `gone` when they are nowhere.
 */
export async function keepRange(
  ctx: Ctx,
  prompt: Writable,
  wanted: TextRange & { branch: string; sectionId: string; quote: string },
): Promise<{ branchId: string; range: KeptRange } | 'no section' | 'gone'> {
  const { draft } = await findDraftOf(ctx, prompt, wanted.branch);
  const ydoc = loadDraft(draft.snapshot);
  const text = sectionText(ydoc, wanted.sectionId);
  if (!text) return 'no section';
  const found = findQuote(text.toString(), wanted.quote, wanted.from);
  if (!found) return 'gone';
  const { sectionId } = wanted;
  const range = { sectionId, from: keep(text, found.from, 0), to: keep(text, found.to, -1) };
  return { branchId: draft.branchId, range };
}

/** Reads many stretches of one draft at once, and the texts of its sections. */
export interface DraftReader {
  place(range: KeptRange): PlacedRange | null;
  textOf(sectionId: string): string | undefined;
}

/**
 * The draft of a branch; undefined when there is none any more. For whoever may write the branch, which the caller
 * has made sure of, and for listeners.
 */
export async function readDraftRanges(ctx: Ctx, branchId: string): Promise<DraftReader | undefined> {
  const draft = await findDraft(ctx, branchId);
  if (!draft) return undefined;
  const ydoc = loadDraft(draft.snapshot);
  return {
    place: (range) => placeOf(ydoc, range),
    textOf: (sectionId) => sectionText(ydoc, sectionId)?.toString(),
  };
}

export interface RangeEdit {
  branchId: string;
  sectionId: string;
  /** Where it stands, judged on the draft as it is while it is held. */
  find: (reader: DraftReader) => TextRange | null;
  /** What must stand there, letter by letter. */
  expected: string;
  text: string;
}

/** Writes one text instead of another. False, and nothing written, unless exactly the expected words stand there. */
export async function replaceRange(ctx: Ctx, prompt: Writable, edit: RangeEdit): Promise<boolean> {
  const draft = await lockDraft(ctx, edit.branchId);
  if (!draft) return false;
  let done = false;
  const edited = editDraft(draft.snapshot, (ydoc) => {
    const text = sectionText(ydoc, edit.sectionId);
    const reader: DraftReader = {
      place: (range) => placeOf(ydoc, range),
      textOf: (sectionId) => sectionText(ydoc, sectionId)?.toString(),
    };
    const range = text && edit.find(reader);
    if (!text || !range || text.toString().slice(range.from, range.to) !== edit.expected) return;
    // New words first: an end that is kept behind the old ones then stands behind the new ones too.
    text.insert(range.to, edit.text);
    text.delete(range.from, range.to - range.from);
    done = true;
  });
  if (!done) return false;
  if (edited.update) await saveDraft(ctx, prompt, draft, edited.text, [edited.update]);
  return true;
}

export interface KnownBranch extends BranchRow {
  /** Whether the actor may write, and so read, its draft. */
  mayWrite: boolean;
}

/** The live branches of a prompt, as the actor may use them. */
export async function branchesOf(
  ctx: Ctx,
  prompt: Authorized<Prompt, 'prompt.read'>,
): Promise<KnownBranch[]> {
  const now = ctx.clock.now();
  const rows = await listBranchRows(ctx, prompt.id, { deleted: false });
  return rows.map((row) => ({ ...row, mayWrite: mayWriteBranch(ctx.actor, prompt, row, now) }));
}
