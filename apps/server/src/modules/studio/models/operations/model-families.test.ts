import { expect, it } from 'vitest';
import { answersInText, familyOf } from './model-families.ts';

it.each([
  ['gpt-4o-mini-2024-07-18', 16_384, true, false, true],
  ['gpt-4-turbo', 4_096, true, false, false],
  ['gpt-5-mini', 128_000, true, true, true],
  ['o3-mini', 100_000, false, true, false],
  ['claude-3-haiku-20240307', 4_096, true, false, null],
  ['claude-opus-4-20250514', 32_000, true, true, true],
  ['anthropic/claude-sonnet-4-5', 64_000, true, true, true],
  ['gemini-2.5-pro', 65_536, true, true, true],
  ['llama3.2', null, null, null, null],
])(
  'knows of %s the longest answer %s, vision %s, reasoning %s, PDF %s',
  (model, longest, vision, reasoning, pdf) => {
    expect(familyOf(model)).toMatchObject({
      maxOutputTokens: longest,
      abilities: { vision, reasoning, pdf },
    });
  },
);

it.each([
  ['openai', 'text-embedding-3-small', false],
  ['openai', 'gpt-4o-mini-tts', false],
  ['openai', 'gpt-4o-mini', true],
  ['google', 'claude-4-sonnet', false],
  ['google', 'gemini-2.5-flash', true],
  ['openai_compatible', 'my-embedding-looking-model', true],
])('says of %s %s whether it answers in text: %s', (provider, model, answers) => {
  expect(answersInText(provider, model)).toBe(answers);
});
