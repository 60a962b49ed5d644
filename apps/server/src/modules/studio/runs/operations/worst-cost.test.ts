import { describe, expect, it } from 'vitest';
import { longestAnswer } from './worst-cost.ts';

describe('the longest answer of a call', () => {
  it.each([
    ['what is asked for', 'openai', { maxOutputTokens: 100, reasoningTokens: 30_000 }, 100],
    [
      'with thinking on top where the provider bills it so',
      'anthropic',
      { maxOutputTokens: 100, reasoningTokens: 30_000 },
      30_100,
    ],
    [
      'with all the model has where only an effort is said',
      'anthropic',
      { maxOutputTokens: 100, reasoningEffort: 'high' },
      64_100,
    ],
    [
      'without thinking that is switched off',
      'anthropic',
      { maxOutputTokens: 100, reasoningEffort: 'none' },
      100,
    ],
    ['what the model has where nothing is asked', 'anthropic', {}, 64_000],
  ] as const)('is %s', (_how, provider, settings, tokens) => {
    expect(longestAnswer({ provider, maxOutputTokens: 64_000 }, settings)).toBe(tokens);
  });
});
