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
    expect(readWords(q)).toEqual({ words, runs: [], rest, prefix });
  });
});

describe('what a person typed in a script without spaces', () => {
  it.each([
    ['首都', [], ['首都'], '"首 都"'],
    ['東京 tower', ['tower'], ['東京'], '"東 京" tower'],
    ['-東京 日本', [], ['日本'], '-"東 京" "日 本"'],
    ['"東京 タワー"', [], ['東京タワー'], '"東 京 タ ワ ー"'],
    ['東京*', [], ['東京'], '"東 京"'],
    ['iPhone用', ['iphone'], ['用'], '"iPhone 用"'],
    ['ภาษา', [], ['ภาษา'], '"ภ า ษ า"'],
    ['한국어', ['한국어'], [], '한국어'],
    ['한국어'.normalize('NFD'), ['한국어'], [], '한국어'],
    ['ガラス'.normalize('NFD'), [], ['ガラス'], '"ガ ラ ス"'],
    ['🚀', [], ['🚀'], '"emojif09f9a80"'],
    ['-🚀 ✅done*', ['done'], ['✅'], '-"emojif09f9a80" "emojie29c85 done"'],
    ['❤️‍🔥', [], ['❤🔥'], '"emojie29da4 emojif09f94a5"'],
  ])('%s', (q, words, runs, rest) => {
    expect(readWords(q)).toEqual({ words, runs, rest, prefix: undefined });
  });
});

describe('where the words stand', () => {
  it('is told anywhere in a sentence without spaces', () => {
    const wanted = { words: ['tower'], runs: ['首都'], prefix: undefined };
    expect(rangesOf('東京は首都。Tower, 首都', wanted)).toEqual([
      { from: 3, to: 5 },
      { from: 6, to: 11 },
      { from: 13, to: 15 },
    ]);
  });

  it('is told for marks beside their letters, and for emoji however they are joined', () => {
    const wanted = { words: [], runs: ['ガラス', '❤🔥'], prefix: undefined };
    const text = `${'ガラス'.normalize('NFD')} ガラス ❤️‍🔥`;
    expect(rangesOf(text, wanted).map(({ from, to }) => text.slice(from, to))).toEqual(text.split(' '));
  });

  it('is told for whole words, whatever their case and accents', () => {
    const ranges = rangesOf('A cafe, a CAFÉ, a cafeteria', { words: ['cafe'], runs: [], prefix: undefined });
    expect(ranges).toEqual([
      { from: 2, to: 6 },
      { from: 10, to: 14 },
    ]);
    expect(rangesOf('cafeteria', { words: ['cafe'], runs: [], prefix: 'cafe' })).toHaveLength(1);
  });

  it('lies in the text that is shown, and never breaks a character', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 400 }),
        fc.string({ unit: 'grapheme' }),
        (before, after) => {
          const match = matchIn('answer', `${before} needle ${after}`, {
            words: ['needle'],
            runs: [],
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
