import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { packItem, packItemKey } from './pack-item.ts';
import { countLines, sliceLines } from './text-lines.ts';

const count = (text: string) => ({ tokens: text.length, exact: true });

test('a whole file has no range', () => {
  const item = packItem({ path: 'a.ts', text: 'one\ntwo\n', count });
  expect(item).toEqual({
    path: 'a.ts',
    text: 'one\ntwo\n',
    hash: createHash('sha256').update('one\ntwo\n').digest('hex'),
    tokens: 8,
  });
});

test('a range takes its lines, keeps Windows line ends inside and drops the last one', () => {
  const item = packItem({ path: 'a.ts', text: '1\r\n2\r\n3\r\n4', range: { from: 2, to: 3 }, count });
  expect(item).toMatchObject({ from: 2, to: 3, text: '2\r\n3' });
});

test('a range is brought into the file, turned round, or refused when it lies outside', () => {
  const text = 'a\nb\nc';
  expect(packItem({ path: 'x', text, range: { from: 2, to: 99 }, count })).toMatchObject({ from: 2, to: 3 });
  expect(packItem({ path: 'x', text, range: { from: 3, to: 2 }, count })).toMatchObject({ from: 2, to: 3 });
  expect(packItem({ path: 'x', text, range: { from: 4, to: 9 }, count })).toBeUndefined();
  expect(packItem({ path: 'x', text, range: { from: 1.5, to: 2 }, count })).toBeUndefined();
  expect(packItem({ path: 'x', text: '', range: { from: 1, to: 1 }, count })).toBeUndefined();
});

test('a range of all lines is the whole file', () => {
  const item = packItem({ path: 'x', text: 'a\nb\n', range: { from: 1, to: 2 }, count });
  expect(item).not.toHaveProperty('from');
  expect(item?.text).toBe('a\nb\n');
});

test('slices agree with splitting by lines', () => {
  const line = fc.string({ unit: fc.constantFrom('a', 'b', ' ', '\r'), maxLength: 4 });
  fc.assert(
    fc.property(fc.array(line, { minLength: 1, maxLength: 12 }), fc.nat(12), fc.nat(12), (lines, a, b) => {
      const text = lines.map((entry) => entry.replaceAll('\r', '')).join('\n');
      const total = countLines(text);
      const from = Math.min(a, b) + 1;
      const to = Math.min(Math.max(a, b) + 1, total);
      if (from > to) return;
      expect(sliceLines(text, { from, to })).toBe(
        text
          .split('\n')
          .slice(from - 1, to)
          .join('\n'),
      );
    }),
  );
});

test('a key tells two ranges of one file apart', () => {
  expect(packItemKey({ path: 'a' })).not.toBe(packItemKey({ path: 'a', from: 1, to: 2 }));
});
