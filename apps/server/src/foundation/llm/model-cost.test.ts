import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { catalogue, findCatalogueModel } from './catalogue.ts';
import { costOf, pricesOf, priceVersion } from './model-cost.ts';

const at = new Date('2026-11-20T00:00:00Z');
const usage = { inputTokens: 1_000_000, outputTokens: 1000, estimated: false };
const priced = (provider: 'openai' | 'anthropic' | 'google', model: string) => ({
  provider,
  model,
  baseUrl: null,
});

describe('the cost of a call', () => {
  it('is in whole millionths of a dollar and names its prices', async () => {
    const cost = await costOf(priced('openai', 'gpt-4o-mini'), { ...usage, inputTokens: 1000 }, at);
    expect(cost).toEqual({ amount: 750, currency: 'USD', priceVersion, pricedAs: 'gpt-4o-mini' });
  });

  it('counts cached input at its own price', async () => {
    const whole = await costOf(priced('openai', 'gpt-5'), usage, at);
    const cached = await costOf(priced('openai', 'gpt-5'), { ...usage, cachedInputTokens: 900_000 }, at);
    expect(cached?.amount).toBeLessThan((whole?.amount ?? 0) / 4);
  });

  it('takes own prices for what is newer than the table, with its step for long requests', async () => {
    const short = await costOf(
      priced('anthropic', 'claude-haiku-5-5'),
      { ...usage, inputTokens: 100_000 },
      at,
    );
    const long = await costOf(priced('anthropic', 'claude-haiku-5-5'), usage, at);
    expect(short?.amount).toBe(10_500);
    expect(long?.amount).toBe(502_500);
  });

  it('is unknown for unknown and local models, and nothing for the echo model', async () => {
    expect(await costOf(priced('openai', 'no-such-model'), usage, at)).toBeNull();
    const local = {
      provider: 'openai_compatible' as const,
      model: 'llama3',
      baseUrl: 'http://localhost:11434/v1',
    };
    expect(await costOf(local, usage, at)).toBeNull();
    expect(await costOf({ provider: 'echo', model: 'echo', baseUrl: null }, usage, at)).toMatchObject({
      amount: 0,
    });
  });

  it('survives a provider that counts more cached tokens than tokens', async () => {
    const odd = {
      inputTokens: 10,
      outputTokens: 1,
      cachedInputTokens: 50,
      cacheWriteTokens: 9,
      estimated: false,
    };
    expect((await costOf(priced('anthropic', 'claude-opus-5-5'), odd, at))?.amount).toBeGreaterThan(0);
  });

  it('names the installed version of the price table', () => {
    const manifest = JSON.parse(readFileSync(new URL('../../../package.json', import.meta.url), 'utf8'));
    expect(priceVersion).toContain(`genai-prices ${manifest.dependencies['@pydantic/genai-prices']} `);
  });
});

describe('the catalogue', () => {
  it('names each model once and knows dated snapshots', () => {
    const names = catalogue.map(({ provider, id }) => `${provider} ${id}`);
    expect(new Set(names).size).toBe(names.length);
    expect(findCatalogueModel('anthropic', 'claude-opus-4-6-20260205')?.contextWindow).toBe(1_000_000);
    expect(findCatalogueModel('openai', 'gpt-5-2025-08-07')?.id).toBe('gpt-5');
    expect(findCatalogueModel('google', 'gpt-5')).toBeUndefined();
  });

  it('has prices for nearly all of its models', async () => {
    const unpriced: string[] = [];
    for (const { provider, id } of catalogue) {
      if (!(await pricesOf({ provider, model: id, baseUrl: null }, at))) unpriced.push(id);
    }
    expect(unpriced).toEqual(['gpt-6.2-sol', 'gpt-6.1-sol']);
  });
});
