import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type CompareRow, compareLines, foldEqual } from './compare-lines.ts';

const unfold = (rows: readonly CompareRow[]): CompareRow[] =>
  rows.flatMap((row) => (row.kind === 'fold' ? unfold(row.rows) : [row]));
const side = (rows: readonly CompareRow[], which: 'before' | 'after') =>
  unfold(rows).flatMap((row) => {
    const found = row.kind === 'fold' ? undefined : row[which];
    return found ? [found.pieces.map(({ text }) => text).join('')] : [];
  });

test('a changed word is marked within its line', () => {
  const [row] = compareLines('Reply in ten words.', 'Reply in twenty words.');
  expect(row).toMatchObject({ kind: 'changed' });
  expect(row?.kind === 'changed' && row.after?.pieces.filter(({ changed }) => changed)).toEqual([
    { text: 'twenty', changed: true },
  ]);
});

test('lines with nothing in common are marked as a whole', () => {
  const [row] = compareLines('abc def', 'something else altogether');
  expect(row?.kind === 'changed' && row.before?.pieces).toEqual([{ text: 'abc def', changed: true }]);
});

test('added and removed lines stand alone, and numbers go on', () => {
  const rows = compareLines('a\nb\nc', 'a\nc\nd');
  expect(rows.map((row) => row.kind !== 'fold' && [row.before?.line, row.after?.line])).toEqual([
    [1, 1],
    [2, undefined],
    [3, 2],
    [undefined, 3],
  ]);
});

test('long equal stretches are folded, three lines stay beside a change', () => {
  const many = Array.from({ length: 20 }, (_, line) => `line ${line}`).join('\n');
  const rows = foldEqual(compareLines(`${many}\nold\n${many}`, `${many}\nnew\n${many}`));
  expect(rows.map((row) => (row.kind === 'fold' ? row.count : row.kind))).toEqual([
    17,
    'equal',
    'equal',
    'equal',
    'changed',
    'equal',
    'equal',
    'equal',
    17,
  ]);
});

test('both texts can always be read back, folded or not', () => {
  const text = fc
    .array(fc.constantFrom('a', 'b b', 'c', ''), { maxLength: 30 })
    .map((lines) => lines.join('\n'));
  const lines = (whole: string) => (whole === '' ? [] : whole.split('\n'));
  fc.assert(
    fc.property(text, text, (before, after) => {
      const rows = foldEqual(compareLines(before, after));
      expect(side(rows, 'before')).toEqual(lines(before));
      expect(side(rows, 'after')).toEqual(lines(after));
    }),
  );
});

test('many long lines of signs that have little in common are compared soon, each as a whole', () => {
  const signs = (first: number, kinds: number, line: number) =>
    Array.from({ length: 990 }, (_, place) => String.fromCharCode(first + ((place * 7 + line) % kinds))).join(
      '',
    );
  const texts = [
    [33, 14],
    [58, 6],
  ].map(([first = 0, kinds = 1]) =>
    Array.from({ length: 150 }, (_, line) => signs(first, kinds, line)).join('\n'),
  );
  const rows = compareLines(texts[0] ?? '', texts[1] ?? '');
  expect(rows).toHaveLength(150);
  expect(rows.every((row) => row.kind === 'changed' && row.before?.pieces.length === 1)).toBe(true);
}, 20_000);
