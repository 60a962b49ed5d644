import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { carryRange, findQuote } from './carry-range.ts';

const carried = (before: string, quote: string, after: string) => {
  const from = before.indexOf(quote);
  const range = carryRange(before, after, { from, to: from + quote.length });
  return range && after.slice(range.from, range.to);
};

describe('carryRange', () => {
  const text = 'Answer refunds kindly. Never promise a date. Sign with your name.';

  it.each([
    ['text before it grew', `Dear Ines. ${text}`, 'Never promise a date.'],
    ['text before it went', text.slice(23), 'Never promise a date.'],
    ['a word in it changed', text.replace('promise', 'ever name'), 'Never ever name a date.'],
    ['its end was cut', text.replace(' a date', ''), 'Never promise.'],
    [
      'it moved to the end',
      `${text.replace('Never promise a date. ', '')} Never promise a date.`,
      'Never promise a date.',
    ],
  ])('follows when %s', (_, after, found) => {
    expect(carried(text, 'Never promise a date.', after)).toBe(found);
  });

  it.each([
    ['it was deleted', text.replace('Never promise a date. ', '')],
    ['most of it was written anew', text.replace('Never promise a date', 'Say when the bank pays')],
    ['the whole text is another', 'Translate into French.'],
    ['nothing is left', ''],
  ])('is lost when %s', (_, after) => {
    expect(carried(text, 'Never promise a date.', after)).toBeNull();
  });

  it('takes an empty stretch as none, and one beyond the text as what lies inside', () => {
    expect(carryRange('abc', 'abc', { from: 1, to: 1 })).toBeNull();
    expect(carryRange('abc', 'abc', { from: 1, to: 99 })).toEqual({ from: 1, to: 3 });
    expect(carryRange('abc', 'abc', { from: -4, to: 2 })).toEqual({ from: 0, to: 2 });
  });

  const words = fc.array(fc.constantFrom('red ', 'blue ', 'green ', '{{x}} ', '\n', 'ünïcode ', '👩‍🚀 '), {
    maxLength: 30,
  });

  it('keeps a stretch whole that nobody touched, whatever is written around it', () => {
    fc.assert(
      fc.property(words, words, words, words, (head, tail, newHead, newTail) => {
        const quote = 'the one sentence';
        const before = head.join('') + quote + tail.join('');
        const after = newHead.join('') + quote + newTail.join('');
        const from = head.join('').length;
        const range = carryRange(before, after, { from, to: from + quote.length });
        expect(range && after.slice(range.from, range.to)).toBe(quote);
      }),
    );
  });

  it('never leaves the new text', () => {
    fc.assert(
      fc.property(words, words, fc.nat(80), fc.nat(80), (one, other, from, length) => {
        const after = other.join('');
        const range = carryRange(one.join(''), after, { from, to: from + length });
        if (range) expect(range.from >= 0 && range.from < range.to && range.to <= after.length).toBe(true);
      }),
    );
  });
});

describe('findQuote', () => {
  it('takes the nearest of several', () => {
    expect(findQuote('one two one two one', 'one', 9)?.from).toBe(8);
    expect(findQuote('one two one two one', 'one', 100)?.from).toBe(16);
    expect(findQuote('one two', 'three', 0)).toBeNull();
    expect(findQuote('a   b', '   ', 1)).toBeNull();
  });
});
