import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { costOf, describePrice, knownModels, priceVersion } from './price-table.ts';

const now = new Date('2026-11-20T12:00:00Z');

it('names the version of the table that is installed', () => {
  const url = new URL('../package.json', import.meta.resolve('@pydantic/genai-prices'));
  const { version } = JSON.parse(readFileSync(url, 'utf8')) as { version: string };
  expect(priceVersion.startsWith(`genai-prices ${version},`)).toBe(true);
});

it('counts a call in millionths of a dollar, cached input at its own price', async () => {
  const model = { provider: 'anthropic', baseUrl: null, model: 'claude-sonnet-4-20250514' } as const;
  const usage = { inputTokens: 1_000, outputTokens: 500, cachedInputTokens: 200, estimated: false };
  // 800 × $3 + 200 × $0.30 + 500 × $15, each for a million tokens.
  expect(await costOf(model, usage, now)).toEqual({ microDollars: 9_960, priceVersion });
});

it('knows no price of a model nobody has heard of, nor of a local one with a famous name', async () => {
  const usage = { inputTokens: 10, outputTokens: 10, estimated: true };
  expect(
    await costOf({ provider: 'openai', baseUrl: null, model: 'no-such-model' }, usage, now),
  ).toBeUndefined();
  const local = {
    provider: 'openai_compatible',
    baseUrl: 'http://localhost:11434/v1',
    model: 'gpt-4o',
  } as const;
  expect(await costOf(local, usage, now)).toBeUndefined();
  expect(await describePrice(local, now)).toBeUndefined();
});

it('describes a known model with its window and price', async () => {
  const facts = await describePrice({ provider: 'openai', baseUrl: null, model: 'gpt-5-mini' }, now);
  expect(facts).toMatchObject({ contextWindow: 400_000, price: { tiered: false, version: priceVersion } });
  expect(facts?.price?.inputMicroDollars).toBeGreaterThan(0);
});

it('offers the known models of a provider, and none of a compatible server', async () => {
  expect((await knownModels('anthropic')).length).toBeGreaterThan(3);
  expect(await knownModels('openai_compatible')).toEqual([]);
});

it('takes own prices for what is newer than the table, with its step for long requests', async () => {
  const haiku = { provider: 'anthropic', baseUrl: null, model: 'claude-haiku-5-5' } as const;
  const cost = async (inputTokens: number) =>
    (await costOf(haiku, { inputTokens, outputTokens: 1_000, estimated: false }, now))?.microDollars;
  expect(await cost(100_000)).toBe(10_500);
  expect(await cost(1_000_000)).toBe(502_500);
});

it('survives a provider that counts more cached tokens than tokens', async () => {
  const odd = {
    inputTokens: 10,
    outputTokens: 1,
    cachedInputTokens: 50,
    cacheWriteTokens: 9,
    estimated: false,
  };
  const model = { provider: 'anthropic', baseUrl: null, model: 'claude-opus-5-5' } as const;
  expect((await costOf(model, odd, now))?.microDollars).toBeGreaterThan(0);
});
