import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matchIn, rangesOf, readWords } from './match-words.ts';

describe('what a person typed', () => {
  it.each([
    ['Café au lait', ['cafe', 'au', 'lait'], 'Café au lait', undefined],
    ['one -two three', ['one', 'three'], 'one -two three', undefined],
    ['one -"two three" four', ['one', 'four'], 'one -"two three" four', undefined],
    ['one or two', ['one', 'two'], 'one or two', undefined],
    ['tide*', ['tide'], undefined, 'tide'],
    ['high tide*', ['high', 'tide'], 'high ', 'tide'],
    ['t*', ['t'], 't*', undefined],
    ['-tide*', [], '-tide*', undefined],
    ['***', [], '***', undefined],
  ])('%s', (q, words, rest, prefix) => {
    expect(readWords(q)).toEqual({ words, rest, prefix });
  });
});

describe('where the words stand', () => {
  it('is told for whole words, whatever their case and accents', () => {
    const ranges = rangesOf('A cafe, a CAFÉ, a cafeteria', { words: ['cafe'], prefix: undefined });
    expect(ranges).toEqual([
      { from: 2, to: 6 },
      { from: 10, to: 14 },
    ]);
    expect(rangesOf('cafeteria', { words: ['cafe'], prefix: 'cafe' })).toHaveLength(1);
  });

  it('lies in the text that is shown, and never breaks a character', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 400 }),
        fc.string({ unit: 'grapheme' }),
        (before, after) => {
          const match = matchIn('answer', `${before} needle ${after}`, {
            words: ['needle'],
            prefix: undefined,
          });
          if (!match) return;
          expect(match.text.isWellFormed()).toBe(true);
          for (const { from, to } of match.ranges)
            expect(match.text.slice(from, to).toLowerCase()).toContain('needle');
        },
      ),
    );
  });
});
