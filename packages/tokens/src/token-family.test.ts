import { expect, test } from 'vitest';
import { tokenFamilyOf } from './token-family.ts';

test.each([
  ['gpt-5-mini', 'openai', 'o200k'],
  ['gpt-4o', 'openai', 'o200k'],
  ['gpt-4.1-nano', 'openai', 'o200k'],
  ['o3-mini', undefined, 'o200k'],
  ['gpt-4-turbo', 'openai', 'cl100k'],
  ['gpt-3.5-turbo', 'openai', 'cl100k'],
  ['anthropic/claude-sonnet-4', undefined, 'claude'],
  ['models/gemini-2.5-pro', undefined, 'gemini'],
  ['llama3.3:70b', 'openai_compatible', 'other'],
  ['', undefined, 'other'],
])('%s of %s counts as %s', (model, provider, family) => {
  expect(tokenFamilyOf(model, provider)).toBe(family);
});
