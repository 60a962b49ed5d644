import { diffTokens, splitLines, splitWords } from './token-diff.ts';

/** A piece of a line; `changed` pieces have no counterpart on the other side. */
export type LinePart = { text: string; changed: boolean };

/** One side of a row: its 1-based line number and its pieces, without the line end. */
export type RowSide = { line: number; parts: LinePart[] };

/** One row of a side-by-side view: `changed` has both sides, `removed` only `before`, `added` only `after`. */
export type Row = {
  change: 'same' | 'changed' | 'removed' | 'added';
  before: RowSide | null;
  after: RowSide | null;
};

export type TextComparison = {
  rows: Row[];
  /** Stretches of rows that are not `same`: `from` inclusive, `to` exclusive. */
  hunks: { from: number; to: number }[];
  /** Lines only one side has; a changed line counts on both sides. */
  added: number;
  removed: number;
};

const MAX_LINE_EDITS = 2_000;
const MAX_WORD_EDITS = 400;
const MAX_LINE_LENGTH = 20_000;

/**
 * Compares two texts by line, and lines that stand against each other by word. Lines are numbered from 1
 * on each side; a text that ends with a line end has no empty last line. Lines that differ only in their
 * line end count as changed. Never throws.
 */
export function compareTexts(before: string, after: string): TextComparison {
  const rows: Row[] = [];
  let oldLine = 1;
  let newLine = 1;
  const runs = diffTokens(splitLines(before), splitLines(after), MAX_LINE_EDITS);
  for (let index = 0; index < runs.length; index += 1) {
    const run = runs[index];
    if (!run) continue;
    if (run.change === 'same') {
      for (const line of run.tokens) {
        const parts = [{ text: cutLineEnd(line), changed: false }];
        rows.push({ change: 'same', before: { line: oldLine, parts }, after: { line: newLine, parts } });
        oldLine += 1;
        newLine += 1;
      }
      continue;
    }
    const next = runs[index + 1];
    const paired = next && next.change !== 'same' && next.change !== run.change ? next : undefined;
    if (paired) index += 1;
    const removed = run.change === 'removed' ? run.tokens : (paired?.tokens ?? []);
    const added = run.change === 'added' ? run.tokens : (paired?.tokens ?? []);
    for (const row of pairLines(removed, added, oldLine, newLine)) rows.push(row);
    oldLine += removed.length;
    newLine += added.length;
  }
  return { rows, ...summarize(rows) };
}

function* pairLines(removed: string[], added: string[], oldLine: number, newLine: number): Generator<Row> {
  const count = Math.max(removed.length, added.length);
  for (let index = 0; index < count; index += 1) {
    const old = removed[index];
    const now = added[index];
    if (old !== undefined && now !== undefined) {
      const { before, after } = compareLines(cutLineEnd(old), cutLineEnd(now));
      yield {
        change: 'changed',
        before: { line: oldLine + index, parts: before },
        after: { line: newLine + index, parts: after },
      };
    } else if (old !== undefined) {
      const parts = [{ text: cutLineEnd(old), changed: true }];
      yield { change: 'removed', before: { line: oldLine + index, parts }, after: null };
    } else if (now !== undefined) {
      const parts = [{ text: cutLineEnd(now), changed: true }];
      yield { change: 'added', before: null, after: { line: newLine + index, parts } };
    }
  }
}

function compareLines(old: string, now: string): { before: LinePart[]; after: LinePart[] } {
  if (old.length + now.length > MAX_LINE_LENGTH) {
    return { before: [{ text: old, changed: true }], after: [{ text: now, changed: true }] };
  }
  const before: LinePart[] = [];
  const after: LinePart[] = [];
  for (const { change, tokens } of diffTokens(splitWords(old), splitWords(now), MAX_WORD_EDITS)) {
    const text = tokens.join('');
    if (change !== 'added') before.push({ text, changed: change === 'removed' });
    if (change !== 'removed') after.push({ text, changed: change === 'added' });
  }
  return { before, after };
}

function summarize(rows: readonly Row[]): Omit<TextComparison, 'rows'> {
  const hunks: TextComparison['hunks'] = [];
  let added = 0;
  let removed = 0;
  for (const [index, { change }] of rows.entries()) {
    if (change === 'same') continue;
    if (change !== 'removed') added += 1;
    if (change !== 'added') removed += 1;
    const last = hunks.at(-1);
    if (last && last.to === index) last.to = index + 1;
    else hunks.push({ from: index, to: index + 1 });
  }
  return { hunks, added, removed };
}

function cutLineEnd(line: string): string {
  return line.replace(/\r?\n$/, '');
}
