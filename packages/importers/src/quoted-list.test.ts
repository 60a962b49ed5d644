import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readQuotedList, writeQuotedList } from './quoted-list.ts';

describe('a list in one field', () => {
  it.each([
    ['', []],
    [' , ,', []],
    ['urgent, Big city ,x', ['urgent', 'Big city', 'x']],
    ['"a, b", c', ['a, b', 'c']],
    ['"a ""b"""', ['a "b"']],
    ['""', []],
    ['"open, x', ['"open', 'x']],
    ['"a" b, c', ['"a" b', 'c']],
    ['6" nails, x', ['6" nails', 'x']],
    ['" kept "', [' kept ']],
  ])('%j is read as %j', (text, texts) => {
    expect(readQuotedList(text)).toEqual(texts);
  });

  const seed = Math.floor(Math.random() * 2 ** 31);
  it(`comes back as it was written (seed ${seed})`, () => {
    const text = fc.oneof(
      fc.string({ unit: 'grapheme', minLength: 1 }),
      fc.string({ unit: fc.constantFrom('"', ',', ' ', '\n', '\r', 'a'), minLength: 1 }),
    );
    fc.assert(
      fc.property(fc.array(text), (texts) => {
        expect(readQuotedList(writeQuotedList(texts))).toEqual(texts);
      }),
      { seed, numRuns: 1_000 },
    );
  });
});
