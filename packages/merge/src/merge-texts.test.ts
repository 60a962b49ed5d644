import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mergeTexts, type TextPiece } from './merge-texts.ts';

const clean = (pieces: TextPiece[]) =>
  pieces.map((piece) => ('text' in piece ? piece.text : `<${piece.ours}|${piece.theirs}>`)).join('');

describe('mergeTexts', () => {
  it.each([
    ['different lines', 'a\nb\nc\n', 'A\nb\nc\n', 'a\nb\nC\n', 'A\nb\nC\n'],
    ['neighbouring lines', 'a\nb\nc\n', 'A\nb\nc\n', 'a\nB\nc\n', 'A\nB\nc\n'],
    ['a line before one that changed', 'a\nb\n', 'a\nnew\nb\n', 'a\nB\n', 'a\nnew\nB\n'],
    ['a removed line and a changed one', 'a\nb\nc\n', 'b\nc\n', 'a\nb\nC\n', 'b\nC\n'],
    ['the same change', 'a\nb\n', 'a\nB\n', 'a\nB\n', 'a\nB\n'],
    ['the same change and one more', 'a\nb\nc\n', 'A\nb\nc\n', 'A\nb\nC\n', 'A\nb\nC\n'],
    [
      'different words of a line',
      'The quick brown fox jumps over the dog.',
      'The slow brown fox jumps over the dog.',
      'The quick brown fox jumps over the cat.',
      'The slow brown fox jumps over the cat.',
    ],
    ['a text and an end', 'one two three', 'one two three four', 'One two three', 'One two three four'],
  ])('takes in %s', (_what, base, ours, theirs, merged) => {
    expect(clean(mergeTexts(base, ours, theirs))).toBe(merged);
    expect(clean(mergeTexts(base, theirs, ours))).toBe(merged);
  });

  it.each([
    ['the same word', 'Be short.', 'Be brief.', 'Be long.', '<Be brief.|Be long.>'],
    ['words beside each other', 'a b c d e', 'a B c d e', 'a b C d e', '<a B c d e|a b C d e>'],
    [
      'a sentence one side has written anew',
      'Answer in one short paragraph, please.',
      'Say it with three bullet points and an example.',
      'Answer in one short paragraph, thanks.',
      '<Say it with three bullet points and an example.|Answer in one short paragraph, thanks.>',
    ],
    ['additions at one place', 'a\n', 'a\nb\n', 'a\nc\n', 'a\n<b\n|c\n>'],
    ['a removed line the other changed', 'a\nb\nc\n', 'a\nc\n', 'a\nB\nc\n', 'a\n<|B\n>c\n'],
  ])('leaves %s to a person', (_what, base, ours, theirs, merged) => {
    expect(clean(mergeTexts(base, ours, theirs))).toBe(merged);
  });

  it('keeps what is not touched when a side is long', () => {
    const lines = Array.from({ length: 5_000 }, (_, index) => `line ${index % 700}\n`);
    const change = (at: number) => lines.map((line, index) => (index === at ? 'changed\n' : line)).join('');
    const merged = mergeTexts(lines.join(''), change(1_000), change(4_000));
    expect(merged).toHaveLength(1);
    expect(clean(merged).match(/changed/g)).toHaveLength(2);
  });

  const word = fc.constantFrom('a', 'b', 'the', '😀', 'é', '{{x}}', '.');
  const text = fc
    .array(
      fc.array(word, { maxLength: 4 }).map((words) => words.join(' ')),
      { maxLength: 8 },
    )
    .map((lines) => lines.join('\n'));

  it('takes the only change, and gives the same in either order', () => {
    const seed = Date.now();
    fc.assert(
      fc.property(text, text, text, (base, ours, theirs) => {
        expect(clean(mergeTexts(base, base, theirs))).toBe(theirs);
        expect(clean(mergeTexts(base, ours, base))).toBe(ours);
        const there = mergeTexts(base, ours, theirs);
        const back = mergeTexts(base, theirs, ours).map((piece) =>
          'text' in piece ? piece : { ...piece, ours: piece.theirs, theirs: piece.ours },
        );
        expect(back).toEqual(there);
      }),
      { seed, numRuns: 2_000 },
    );
  });

  it('never leaves changes of different lines open', () => {
    const seed = Date.now();
    const change = fc.constantFrom('keep', 'drop', 'replace', 'add');
    const edits = fc.array(fc.tuple(fc.constantFrom('ours', 'theirs', 'none'), change), { maxLength: 30 });
    fc.assert(
      fc.property(edits, (all) => {
        const write = (who: readonly string[]) =>
          all
            .map(([side, what], index) => {
              const line = `line ${index}\n`;
              if (!who.includes(side) || what === 'keep') return line;
              if (what === 'drop') return '';
              return what === 'replace' ? `other ${index}\n` : `before ${index}\n${line}`;
            })
            .join('');
        expect(clean(mergeTexts(write([]), write(['ours']), write(['theirs'])))).toBe(
          write(['ours', 'theirs']),
        );
      }),
      { seed, numRuns: 1_000 },
    );
  });
});
