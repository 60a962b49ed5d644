import type { Provider } from '@pydantic/genai-prices';
import type { ModelProvider, ModelUsage } from './model-event.ts';

/** Which prices were used; stored on a run, so that its cost can be explained later. */
export const priceVersion = 'genai-prices 0.1.8 of 2026-09-23, own prices of 2026-11-20';

export type PricedModel = { provider: ModelProvider; model: string; baseUrl: string | null };

export type ModelCost = {
  /** Millionths of a dollar, a whole number. */
  amount: number;
  currency: 'USD';
  priceVersion: string;
  /** The entry of the price table, which may stand for a family of models. */
  pricedAs: string;
};

export type ModelPrices = {
  /** Millionths of a dollar for a million tokens of a short request; long ones may cost more. */
  inputPerMillion: number;
  outputPerMillion: number;
  currency: 'USD';
  priceVersion: string;
};

/** Prices of models newer than the package's table, from their providers' pages. */
const ownPrices: Partial<Record<ModelProvider, Provider>> = {
  anthropic: {
    id: 'anthropic',
    name: 'Anthropic',
    api_pattern: '^https://api\\.anthropic\\.com',
    models: [
      {
        id: 'claude-haiku-5-5',
        match: { starts_with: 'claude-haiku-5-5' },
        prices: {
          input_mtok: { base: 0.1, tiers: [{ start: 100_000, price: 0.5 }] },
          cache_write_mtok: { base: 0.125, tiers: [{ start: 100_000, price: 0.625 }] },
          output_mtok: { base: 0.5, tiers: [{ start: 100_000, price: 2.5 }] },
        },
      },
    ],
  },
};

/** What a call cost, or null where no price is known: a local model, a new one, an unknown server. */
export async function costOf(priced: PricedModel, usage: ModelUsage, at: Date): Promise<ModelCost | null> {
  if (priced.provider === 'echo') return { amount: 0, currency: 'USD', priceVersion, pricedAs: 'echo' };
  const cached = Math.min(usage.cachedInputTokens ?? 0, usage.inputTokens);
  const written = Math.min(usage.cacheWriteTokens ?? 0, usage.inputTokens - cached);
  const found = await price(priced, at, {
    input_tokens: usage.inputTokens,
    output_tokens: usage.outputTokens,
    ...(cached > 0 ? { cache_read_tokens: cached } : {}),
    ...(written > 0 ? { cache_write_tokens: written } : {}),
  });
  if (!found) return null;
  return {
    amount: Math.round(found.total_price * 1_000_000),
    currency: 'USD',
    priceVersion,
    pricedAs: found.model.id,
  };
}

/** The list prices to show beside a model. */
export async function pricesOf(priced: PricedModel, at: Date): Promise<ModelPrices | null> {
  if (priced.provider === 'echo')
    return { inputPerMillion: 0, outputPerMillion: 0, currency: 'USD', priceVersion };
  const thousand = await price(priced, at, { input_tokens: 1000, output_tokens: 1000 });
  if (!thousand) return null;
  const perMillion = (dollars: number) => Math.round(dollars * 1000 * 1_000_000);
  return {
    inputPerMillion: perMillion(thousand.input_price),
    outputPerMillion: perMillion(thousand.output_price),
    currency: 'USD',
    priceVersion,
  };
}

/** The table is 0.8 MB: imported at the first question only. */
async function price({ provider, model, baseUrl }: PricedModel, at: Date, usage: Record<string, number>) {
  const { calcPrice } = await import('@pydantic/genai-prices');
  const own = ownPrices[provider];
  if (own?.models.some(({ id }) => model.startsWith(id))) {
    return calcPrice(usage, model, { provider: own, timestamp: at });
  }
  if (provider !== 'openai_compatible')
    return calcPrice(usage, model, { providerId: provider, timestamp: at });
  return baseUrl ? calcPrice(usage, model, { providerApiUrl: baseUrl, timestamp: at }) : null;
}
