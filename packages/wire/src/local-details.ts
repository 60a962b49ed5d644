import { compatibleServerOf } from './compatible-server.ts';
import type { ModelProvider } from './model-event.ts';
import type { ModelListing } from './read-listing.ts';

type Listed = { provider: ModelProvider; base: string; signal: AbortSignal };
type Details = Pick<ModelListing, 'contextWindow' | 'abilities'>;

/** A person may have hundreds of models on disk; what is not asked about stays as it was listed. */
const mostAsked = 60;
const askedAtOnce = 6;

/**
 * Ollama and LM Studio keep windows and abilities out of their compatible lists and tell them in their own API
 * beside it. Neither of them takes documents. What they do not tell is left out: the list alone is enough to run on.
 */
export async function addLocalDetails(
  { provider, base, signal }: Listed,
  models: ModelListing[],
  fetch: typeof globalThis.fetch,
): Promise<ModelListing[]> {
  const server = compatibleServerOf(base, models);
  if (provider !== 'openai_compatible' || !base.endsWith('/v1')) return models;
  const root = base.slice(0, -'/v1'.length);
  const ask = async (path: string, init: RequestInit = {}): Promise<Record<string, unknown>> => {
    const response = await fetch(`${root}${path}`, { ...init, signal });
    const body: unknown = response.ok ? await response.json() : {};
    return (body ?? {}) as Record<string, unknown>;
  };
  // Anything that goes wrong here only means that less is known.
  if (server === 'ollama') return withDetails(models, (id) => ollamaDetails(ask, id).catch(() => ({})));
  if (server !== 'lm_studio') return models;
  const all = await lmStudioDetails(ask).catch(() => new Map<string, Details>());
  return models.map((model) => ({ ...model, ...all.get(model.id) }));
}

type Ask = (path: string, init?: RequestInit) => Promise<Record<string, unknown>>;

async function withDetails(
  models: readonly ModelListing[],
  detailsOf: (id: string) => Promise<Details>,
): Promise<ModelListing[]> {
  const told: ModelListing[] = [];
  for (let from = 0; from < models.length; from += askedAtOnce) {
    const some = models.slice(from, from + askedAtOnce);
    const details = from < mostAsked ? await Promise.all(some.map(({ id }) => detailsOf(id))) : [];
    told.push(...some.map((model, index) => ({ ...model, ...details[index] })));
  }
  return told;
}

async function ollamaDetails(ask: Ask, model: string): Promise<Details> {
  const { model_info: info, capabilities } = await ask('/api/show', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ model }),
  });
  const window = Object.entries((info ?? {}) as Record<string, unknown>).find(([name]) =>
    name.endsWith('.context_length'),
  )?.[1];
  return { ...windowOf(window), ...abilitiesOf(capabilities, { reasoning: 'thinking' }) };
}

async function lmStudioDetails(ask: Ask): Promise<Map<string, Details>> {
  const { data } = await ask('/api/v0/models');
  const entries = Array.isArray(data) ? (data as Record<string, unknown>[]) : [];
  return new Map(
    entries.map(({ id, type, max_context_length: window, capabilities }) => [
      String(id),
      {
        ...windowOf(window),
        abilities: {
          vision: type === 'vlm',
          pdf: false,
          ...(Array.isArray(capabilities) ? { tools: capabilities.includes('tool_use') } : {}),
        },
      },
    ]),
  );
}

const windowOf = (value: unknown): Pick<Details, 'contextWindow'> =>
  Number.isSafeInteger(value) && (value as number) > 0 ? { contextWindow: value as number } : {};

function abilitiesOf(capabilities: unknown, names: { reasoning: string }): Pick<Details, 'abilities'> {
  if (!Array.isArray(capabilities)) return {};
  const has = (name: string) => capabilities.includes(name);
  return {
    abilities: { vision: has('vision'), pdf: false, tools: has('tools'), reasoning: has(names.reasoning) },
  };
}
