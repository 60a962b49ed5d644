import { carryRange, findQuote, type TextRange } from '@promptvault/document';
import type { Ctx } from '../../../../foundation/context/ctx.ts';
import { type DraftReader, readDraftRanges } from '../../prompts/index.ts';
import type { Discussed } from '../open.ts';
import { findSections, type ThreadRow, type VersionSections } from '../repository/threads.ts';

/** Which text the reader has before them: a branch, or one version. The default branch when nothing is said. */
export interface AskedText {
  branch?: string | undefined;
  branchId?: string | undefined;
  version?: number | undefined;
}

export interface Placed extends TextRange {
  sectionId: string;
  text: string;
}

export interface Placing {
  place: Placed | null;
  /** It pointed at words of the text that was asked for, and these are gone. */
  isOutdated: boolean;
}

const nowhere: Placing = { place: null, isOutdated: false };

/** Names of the branches the threads follow, and where their words stand in the text that was asked for. */
export async function placeThreads(
  ctx: Ctx,
  { prompt }: Discussed,
  rows: readonly ThreadRow[],
  asked: AskedText,
): Promise<{ placing: (row: ThreadRow) => Placing; branchName: (row: ThreadRow) => string | null }> {
  if (!prompt || rows.every(({ anchor }) => anchor === null))
    return { placing: () => nowhere, branchName: () => null };
  const { branches } = prompt;
  const branchName = ({ branchId }: ThreadRow) => branches.find(({ id }) => id === branchId)?.name ?? null;
  const name = asked.branch ?? prompt.row.defaultBranch;
  const branch =
    branches.find(({ id }) => id === asked.branchId) ?? branches.find((each) => each.name === name);
  const reads = asked.version ?? (branch?.mayWrite ? undefined : (branch?.headNumber ?? undefined));
  const numbers = rows.flatMap(({ placedVersion }) => (placedVersion === null ? [] : [placedVersion]));
  const versions = await findSections(
    ctx,
    prompt.row.id,
    reads === undefined ? numbers : [...numbers, reads],
  );
  if (reads !== undefined) return { placing: (row) => placeInVersion(row, reads, versions), branchName };
  const draft = branch?.mayWrite ? await readDraftRanges(ctx, branch.id) : undefined;
  if (!draft) return { placing: () => nowhere, branchName };
  return {
    placing: (row) => (row.branchId === branch?.id ? placeInDraft(row, draft, versions) : nowhere),
    branchName,
  };
}

export type Versions = ReadonlyMap<number, VersionSections>;

function placeInVersion(row: ThreadRow, number: number, versions: Versions): Placing {
  const { anchor } = row;
  if (!anchor || anchor.on === 'whole_version' || row.placedVersion === null) return nowhere;
  const text = versions.get(number)?.texts.get(anchor.sectionId);
  return placed(
    anchor.sectionId,
    text,
    text === undefined ? null : carried(row, anchor.sectionId, text, versions),
  );
}

function placeInDraft(row: ThreadRow, draft: DraftReader, versions: Versions): Placing {
  const { anchor } = row;
  if (!anchor || anchor.on === 'whole_version') return nowhere;
  const text = draft.textOf(anchor.sectionId);
  if (text === undefined) return { place: null, isOutdated: true };
  return placed(anchor.sectionId, text, rangeInDraft(row, draft, text, versions));
}

/** Where the words of a thread stand in the text of a draft. */
export function rangeInDraft(
  row: ThreadRow,
  draft: DraftReader,
  text: string,
  versions: Versions,
): TextRange | null {
  const { anchor } = row;
  if (!anchor || anchor.on === 'whole_version') return null;
  const kept = anchor.on === 'draft' ? draft.place(anchor) : null;
  if (kept && isStill(anchor.quote, kept.text)) return kept;
  // A draft that was written anew knows nothing of older positions; the last version that had the words does.
  return carried(row, anchor.sectionId, text, versions) ?? findQuote(text, anchor.quote, kept?.from ?? 0);
}

/** Letters that stay by chance, while all around them is written anew, are not the words. */
const isStill = (quote: string, text: string) =>
  carryRange(quote, text, { from: 0, to: quote.length }) !== null;

/** Where the words stand in a later text, followed from the last version that had them. */
export function carried(
  { placedVersion, placedFrom, placedTo }: ThreadRow,
  sectionId: string,
  text: string,
  versions: Versions,
): TextRange | null {
  if (placedVersion === null || placedFrom === null || placedTo === null) return null;
  const before = versions.get(placedVersion)?.texts.get(sectionId);
  return before === undefined ? null : carryRange(before, text, { from: placedFrom, to: placedTo });
}

const placed = (sectionId: string, text: string | undefined, range: TextRange | null): Placing =>
  range && text !== undefined
    ? {
        place: { sectionId, from: range.from, to: range.to, text: text.slice(range.from, range.to) },
        isOutdated: false,
      }
    : { place: null, isOutdated: true };

/** Where the words of a thread stand in a draft that is held; for writing there. */
export const findInDraft = (row: ThreadRow, draft: DraftReader, versions: Versions): TextRange | null => {
  const { anchor } = row;
  const text = anchor && anchor.on !== 'whole_version' ? draft.textOf(anchor.sectionId) : undefined;
  return text === undefined ? null : rangeInDraft(row, draft, text, versions);
};
