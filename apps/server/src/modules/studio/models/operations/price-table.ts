/** Prices from the dated table of @pydantic/genai-prices, imported with the first question. Nothing is fetched. */

import type { ConnectionProvider, ModelView } from '@promptvault/contract/studio/models/shapes';
import type { ModelUsage } from '@promptvault/wire/model-event';
import type { ModelPrice, Provider } from '@pydantic/genai-prices';
import { catalogue } from './catalogue.ts';

/** The version of the table; stored with each cost. */
export const priceVersion = 'genai-prices 0.1.8, own prices of 2026-11-20';

export interface PricedModel {
  provider: ConnectionProvider;
  baseUrl: string | null;
  model: string;
}

export interface KnownModel {
  id: string;
  name: string;
  contextWindow: number | null;
}

/** Prices of models newer than the package's table, from their providers' pages. */
const newer: Partial<Record<ConnectionProvider, Provider>> = {
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

const load = () => import('@pydantic/genai-prices');

/**
 * A compatible server's prices are known by its address alone: a local model with a famous name costs nothing
 * there, and it would be wrong to say what its name costs elsewhere.
 */
const asked = ({ provider, baseUrl }: PricedModel) =>
  provider === 'openai_compatible' ? baseUrl && { providerApiUrl: baseUrl } : { providerId: provider };

async function look(model: PricedModel, usage: Record<string, number>, at: Date) {
  const where = asked(model);
  if (!where) return undefined;
  const { calcPrice, findProvider } = await load();
  const own = newer[model.provider];
  const isNewer = own?.models.some(({ id }) => model.model.startsWith(id));
  const provider = isNewer ? own : findProvider(where);
  return provider ? (calcPrice(usage, model.model, { provider, timestamp: at }) ?? undefined) : undefined;
}

export interface Cost {
  microDollars: number;
  priceVersion: string;
}

/** What a call costs, in millionths of a dollar, or undefined when no price is known. */
export async function costOf(model: PricedModel, usage: ModelUsage, at: Date): Promise<Cost | undefined> {
  const found = await look(
    model,
    {
      input_tokens: usage.inputTokens,
      output_tokens: usage.outputTokens,
      ...cacheTokens(usage),
    },
    at,
  );
  return found && { microDollars: Math.round(found.total_price * 1_000_000), priceVersion };
}

/** Some providers count more cached tokens than tokens. */
function cacheTokens(usage: ModelUsage) {
  const read = Math.min(usage.cachedInputTokens ?? 0, usage.inputTokens);
  const written = Math.min(usage.cacheWriteTokens ?? 0, usage.inputTokens - read);
  return { cache_read_tokens: read, ...(written > 0 ? { cache_write_tokens: written } : {}) };
}

export interface ModelFacts {
  contextWindow: number | null;
  price: ModelView['price'];
  /** Its provider has replaced it. */
  outdated: boolean;
}

/** Looking up a gateway's thousand models takes a tenth of a second; the answers change with the day. */
const described = new Map<string, ModelFacts | undefined>();
const mostDescribed = 20_000;

/** What the table says of a model: its price for a million tokens and its window. */
export async function describePrice(model: PricedModel, at: Date): Promise<ModelFacts | undefined> {
  const key = JSON.stringify([at.toISOString().slice(0, 13), model.provider, model.baseUrl, model.model]);
  if (described.has(key)) return described.get(key);
  const found = await look(model, { input_tokens: 1 }, at);
  const facts = found && {
    contextWindow: found.model.context_window ?? null,
    price: priceOf(found.model_price),
    outdated: found.model.deprecated === true,
  };
  if (described.size >= mostDescribed) described.clear();
  described.set(key, facts);
  return facts;
}

function priceOf(table: ModelPrice): ModelView['price'] {
  const micro = (entry: ModelPrice[string]) => {
    const dollars = typeof entry === 'number' ? entry : entry?.base;
    return dollars === undefined ? null : Math.round(dollars * 1_000_000);
  };
  const { input_mtok: input, output_mtok: output, cache_read_mtok: cached } = table;
  return {
    inputMicroDollars: micro(input),
    outputMicroDollars: micro(output),
    cachedInputMicroDollars: micro(cached),
    tiered: [input, output].some((entry) => typeof entry === 'object'),
    version: priceVersion,
  };
}

/** The provider's current models as the catalogue and the price table know them, for a connection that has listed none. */
export async function knownModels(provider: ConnectionProvider): Promise<KnownModel[]> {
  if (provider === 'openai_compatible') return [];
  const { findProvider } = await load();
  const own = catalogue.filter((model) => model.provider === provider);
  const ids = new Set(own.map(({ id }) => id));
  const priced = (findProvider({ providerId: provider })?.models ?? [])
    .filter((model) => !model.deprecated && !ids.has(model.id))
    .map((model) => ({
      id: model.id,
      name: model.name ?? model.id,
      contextWindow: model.context_window ?? null,
    }));
  return [...own.map(({ id, name, contextWindow }) => ({ id, name, contextWindow })), ...priced];
}
