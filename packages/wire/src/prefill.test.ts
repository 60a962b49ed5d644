import { expect, it } from 'vitest';
import { takesPrefill } from './prefill.ts';

const anthropic = (model: string) => takesPrefill({ provider: 'anthropic', model });

it.each([
  'claude-3-opus-20240229',
  'claude-3-7-sonnet-latest',
  'claude-sonnet-4-20250514',
  'claude-opus-4-1-20250805',
  'claude-sonnet-4-5',
  'claude-haiku-4-5-20251001',
  'claude-2.1',
])('%s goes on with a beginning', (model) => expect(anthropic(model)).toBe(true));

it.each(['claude-opus-4-6', 'claude-sonnet-4-6-20260301', 'claude-opus-5', 'claude-30', 'scripted-fast'])(
  '%s is asked in words',
  (model) => expect(anthropic(model)).toBe(false),
);

it('is known of Anthropic alone, whatever a model is called elsewhere', () => {
  for (const provider of ['openai', 'google', 'openai_compatible', 'echo'] as const)
    expect(takesPrefill({ provider, model: 'claude-sonnet-4-5' })).toBe(false);
});
