import { expect, it } from 'vitest';
import { estimateUsage } from './estimate-usage.ts';
import { imageTokens } from './image-tokens.ts';

it('counts as the providers document it', () => {
  // Their own examples.
  expect(imageTokens({ width: 1024, height: 1024 }, 'openai')).toBe(765);
  expect(imageTokens({ width: 2048, height: 4096 }, 'openai')).toBe(1105);
  expect(imageTokens({ width: 200, height: 200 }, 'anthropic')).toBe(54);
  expect(imageTokens({ width: 1000, height: 1000 }, 'anthropic')).toBe(1334);
  expect(imageTokens({ width: 384, height: 384 }, 'google')).toBe(258);
  expect(imageTokens({ width: 960, height: 540 }, 'google')).toBe(516);
});

it('stays sane at the edges', () => {
  for (const provider of ['openai', 'openai_compatible', 'anthropic', 'google'] as const) {
    for (const size of [
      { width: 1, height: 1 },
      { width: 8000, height: 1 },
      { width: 8000, height: 8000 },
    ]) {
      const tokens = imageTokens(size, provider);
      expect(Number.isInteger(tokens) && tokens >= 1 && tokens < 40_000, `${provider} ${tokens}`).toBe(true);
    }
  }
});

it('counts images beside the words, and says that it is an estimate', async () => {
  const call = { provider: 'openai' as const, model: 'gpt-4o', messages: [] };
  const image = { mediaType: 'image/png' as const, width: 1024, height: 1024, data: new Uint8Array() };
  expect(await estimateUsage({ ...call, attachments: [image, image] }, '')).toMatchObject({
    inputTokens: 1530,
    estimated: true,
  });
});
