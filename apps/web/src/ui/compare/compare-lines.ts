/**
 * Two texts as rows that stand side by side: equal lines, changed pairs with the words that differ, and lines
 * that only one side has. Long equal stretches can be folded.
 */
import { diffArrays, diffWordsWithSpace } from 'diff';

export type Piece = { text: string; changed: boolean };
export type Side = { line: number; pieces: readonly Piece[] };

export type CompareRow =
  | { kind: 'equal'; before: Side; after: Side }
  | { kind: 'changed'; before?: Side; after?: Side }
  | { kind: 'fold'; count: number; rows: readonly CompareRow[] };

/** Effort after which finding the smallest difference is given up for "all of it changed". */
const patience = 400;

export function compareLines(before: string, after: string): CompareRow[] {
  const [old, fresh] = [linesOf(before), linesOf(after)];
  const parts = diffArrays(old, fresh, { timeout: patience }) ?? [
    { value: old, removed: true, added: false },
    { value: fresh, removed: false, added: true },
  ];
  const rows: CompareRow[] = [];
  let left = 1;
  let right = 1;
  for (let index = 0; index < parts.length; index += 1) {
    const part = parts[index];
    if (!part) continue;
    if (!part.removed && !part.added) {
      for (const text of part.value) {
        const pieces = [{ text, changed: false }];
        rows.push({ kind: 'equal', before: { line: left++, pieces }, after: { line: right++, pieces } });
      }
      continue;
    }
    const next = parts[index + 1];
    const removed = part.removed ? part.value : [];
    const added = part.added ? part.value : part.removed && next?.added ? next.value : [];
    if (part.removed && next?.added) index += 1;
    for (let row = 0; row < Math.max(removed.length, added.length); row += 1) {
      const [was, is] = comparePair(removed[row], added[row]);
      rows.push({
        kind: 'changed',
        before: was && { line: left++, pieces: was },
        after: is && { line: right++, pieces: is },
      });
    }
  }
  return rows;
}

const linesOf = (text: string): string[] => (text === '' ? [] : text.split('\n'));

const longLine = 2_000;
/** More words than these that differ in one line are no help to the eye, and there may be many such lines. */
const mostEdits = 200;

/** The words that differ, where two lines are alike enough that this helps the eye. */
function comparePair(before: string | undefined, after: string | undefined): [Piece[]?, Piece[]?] {
  const whole = (text: string | undefined) => (text === undefined ? undefined : [{ text, changed: true }]);
  if (before === undefined || after === undefined || before.length + after.length > longLine)
    return [whole(before), whole(after)];
  const parts = diffWordsWithSpace(before, after, { maxEditLength: mostEdits });
  if (!parts) return [whole(before), whole(after)];
  const kept = parts.reduce(
    (sum, part) => sum + (part.added || part.removed ? 0 : part.value.trim().length),
    0,
  );
  if (kept * 3 < Math.max(before.trim().length, after.trim().length)) return [whole(before), whole(after)];
  const side = (wanted: 'added' | 'removed') =>
    joinPieces(
      parts
        .filter((part) => part[wanted] || (!part.added && !part.removed))
        .map((part) => ({ text: part.value, changed: Boolean(part[wanted]) })),
    );
  return [side('removed'), side('added')];
}

/** Blanks between two changed words belong to the change; pieces of one kind become one. */
function joinPieces(pieces: readonly Piece[]): Piece[] {
  const joined: Piece[] = [];
  pieces.forEach(({ text, changed }, index) => {
    const between = text.trim() === '' && pieces[index - 1]?.changed && pieces[index + 1]?.changed;
    const last = joined.at(-1);
    const piece = { text, changed: changed || Boolean(between) };
    if (last?.changed === piece.changed) joined[joined.length - 1] = { ...last, text: last.text + text };
    else joined.push(piece);
  });
  return joined;
}

/** Folds equal stretches, leaving `around` lines beside each change. */
export function foldEqual(rows: readonly CompareRow[], around = 3): CompareRow[] {
  const folded: CompareRow[] = [];
  for (let index = 0; index < rows.length; ) {
    let end = index;
    while (rows[end]?.kind === 'equal') end += 1;
    const before = index === 0 ? 0 : around;
    const after = end === rows.length ? 0 : around;
    if (end - index > before + after + 1) {
      const hidden = rows.slice(index + before, end - after);
      folded.push(...rows.slice(index, index + before), { kind: 'fold', count: hidden.length, rows: hidden });
      folded.push(...rows.slice(end - after, end));
    } else folded.push(...rows.slice(index, Math.max(end, index)));
    if (end === index) {
      folded.push(rows[index] as CompareRow);
      end += 1;
    }
    index = end;
  }
  return folded;
}
