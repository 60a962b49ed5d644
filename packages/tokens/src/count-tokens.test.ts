import { processorMs } from '@promptvault/testing/processor-time';
import fc from 'fast-check';
import { countTokens as countCl100k } from 'gpt-tokenizer/encoding/cl100k_base';
import { countTokens as countO200k } from 'gpt-tokenizer/encoding/o200k_base';
import { expect, test } from 'vitest';
import { countTokens, loadTokenCounter } from './count-tokens.ts';
import { estimateTokens } from './estimate-tokens.ts';

const PLAIN = { disallowedSpecial: new Set<string>() };

test('counts a sentence exactly for both OpenAI encodings', async () => {
  const text = 'The quick brown fox jumps over the lazy dog.';
  expect(await countTokens(text, 'o200k')).toEqual({ tokens: 10, exact: true });
  expect(await countTokens(text, 'cl100k')).toEqual({ tokens: 10, exact: true });
});

test('adds a tenth for families whose tokenizer is not published', async () => {
  const text = 'The quick brown fox jumps over the lazy dog.';
  expect(await countTokens(text, 'claude')).toEqual({ tokens: 11, exact: false });
  expect(estimateTokens(text, 'claude').exact).toBe(false);
});

test('counts control tokens as the plain text they are', async () => {
  expect((await countTokens('<|endoftext|>', 'o200k')).tokens).toBeGreaterThan(1);
});

test('an empty text has no tokens', async () => {
  expect(await countTokens('', 'o200k')).toEqual({ tokens: 0, exact: true });
  expect(estimateTokens('', 'o200k').tokens).toBe(0);
});

const word = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 12 }),
  fc.constantFrom(
    ' ',
    '\n',
    '\r\n',
    ';\n//',
    "don't",
    "l'été",
    '  \n  ',
    '12345',
    '，',
    '漢字',
    'éà',
    'a/b',
    '👩‍👩‍👧',
    '\u0301',
  ),
);

test.each([
  ['o200k', countO200k],
  ['cl100k', countCl100k],
] as const)('cutting a long text never changes its %s count', async (family, whole) => {
  const count = await loadTokenCounter(family);
  fc.assert(
    fc.property(fc.array(word, { minLength: 600, maxLength: 1_500 }), (words) => {
      const text = words.join('');
      const counted = count(text);
      if (counted.exact) expect(counted.tokens).toBe(whole(text, PLAIN));
    }),
    { numRuns: 60 },
  );
});

const RANDOM_LETTERS = Array.from({ length: 1_000_000 }, (_, at) =>
  String.fromCharCode(97 + ((at * 7_919 + (at >> 3) * 31) % 26)),
).join('');
const CJK = Array.from({ length: 55_000 }, (_, at) =>
  String.fromCharCode(0x4e00 + ((at * 7_919) % 20_000)),
).join('');

test.each([
  ['a million times one letter', 'a'.repeat(1_000_000)],
  ['a million mixed letters', RANDOM_LETTERS],
  ['55,000 Chinese characters without a break', CJK],
  ['a million spaces', ' '.repeat(1_000_000)],
  ['a million line ends', '\n'.repeat(1_000_000)],
  ['half a million emoji', '😀'.repeat(250_000)],
  ['a million punctuation marks', '=-'.repeat(500_000)],
])('counts %s in bounded time and says that it is not exact', async (_name, text) => {
  const count = await loadTokenCounter('o200k');
  const begun = processorMs();
  const counted = count(text);
  estimateTokens(text, 'o200k');
  expect(processorMs() - begun).toBeLessThan(6_000);
  expect(counted.exact).toBe(false);
  expect(counted.tokens).toBeGreaterThan(0);
});

test('lone surrogates are counted, not refused', async () => {
  expect((await countTokens('a\ud800b', 'o200k')).tokens).toBeGreaterThan(0);
});
