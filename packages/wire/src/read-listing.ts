import type { SettingName } from './setting-support.ts';

/** A model as its provider lists it; limits, abilities and prices only where the provider tells them. */
export type ModelListing = {
  id: string;
  name: string;
  contextWindow?: number;
  maxOutputTokens?: number;
  abilities?: Partial<Record<'vision' | 'pdf' | 'tools' | 'schema' | 'reasoning', boolean>>;
  /** Millionths of a dollar for a million tokens. */
  price?: { input: number; output: number };
  /** Which settings it takes, where the list says so. */
  settings?: SettingName[];
  /** Who serves it, as compatible servers say: `library` at Ollama, `vllm`, `organization_owner` at LM Studio. */
  ownedBy?: string;
};

type Raw = Record<string, unknown>;

/** OpenAI and Anthropic list under `data` with `id`, Google under `models` with `name: models/…`. */
export function readListing(body: unknown): ModelListing[] | undefined {
  const { data, models } = (body ?? {}) as Raw;
  const list = Array.isArray(data) ? data : Array.isArray(models) ? models : undefined;
  return list?.flatMap((entry: unknown) => {
    const raw = recordOf(entry);
    const methods = raw.supportedGenerationMethods;
    if (Array.isArray(methods) && !methods.includes('generateContent')) return [];
    const id = String(raw.id ?? raw.name ?? '').replace(/^models\//, '');
    if (id === '') return [];
    return [
      {
        id,
        name: nameOf(raw, id),
        ...limitsOf(raw),
        ...skillsOf(raw),
        ...settingsOf(raw),
        ...priceOf(raw),
        ...ownerOf(raw),
      },
    ];
  });
}

/** Only OpenRouter uses `name` beside `id` for what people read. */
function nameOf(raw: Raw, id: string): string {
  const name = raw.display_name ?? raw.displayName ?? (raw.id === undefined ? id : raw.name);
  return typeof name === 'string' && name !== '' ? name : id;
}

/** Google, Anthropic, vLLM, LM Studio and OpenRouter, each in their own words. */
function limitsOf(raw: Raw): Pick<ModelListing, 'contextWindow' | 'maxOutputTokens'> {
  const provider = recordOf(raw.top_provider);
  const context = firstCount(
    raw.inputTokenLimit,
    raw.max_input_tokens,
    raw.max_model_len,
    raw.context_length,
    raw.max_context_length,
  );
  const output = firstCount(raw.outputTokenLimit, raw.max_tokens, provider.max_completion_tokens);
  return {
    ...(context === undefined ? {} : { contextWindow: context }),
    ...(output === undefined ? {} : { maxOutputTokens: output }),
  };
}

/** OpenRouter tells what a model reads and which parameters it takes. For models that read no files it reads them itself. */
function skillsOf(raw: Raw): Pick<ModelListing, 'abilities'> {
  const inputs = recordOf(raw.architecture).input_modalities;
  const parameters = raw.supported_parameters;
  const abilities = {
    ...(Array.isArray(inputs)
      ? { vision: inputs.includes('image'), ...(inputs.includes('file') ? { pdf: true } : {}) }
      : {}),
    ...(Array.isArray(parameters)
      ? {
          tools: parameters.includes('tools'),
          schema: parameters.includes('structured_outputs'),
          reasoning: parameters.includes('reasoning'),
        }
      : {}),
  };
  return Object.keys(abilities).length > 0 ? { abilities } : {};
}

/** What OpenRouter calls the settings. */
const parameterNames: Record<string, SettingName> = {
  temperature: 'temperature',
  top_p: 'topP',
  top_k: 'topK',
  min_p: 'minP',
  max_tokens: 'maxOutputTokens',
  stop: 'stop',
  seed: 'seed',
  frequency_penalty: 'frequencyPenalty',
  presence_penalty: 'presencePenalty',
  repetition_penalty: 'repetitionPenalty',
  logit_bias: 'logitBias',
  reasoning: 'reasoningEffort',
};

/** What a model is not listed with, OpenRouter leaves out without a word. */
function settingsOf({ supported_parameters: parameters }: Raw): Pick<ModelListing, 'settings'> {
  if (!Array.isArray(parameters) || parameters.length === 0) return {};
  const settings = Object.entries(parameterNames).flatMap(([name, setting]) =>
    parameters.includes(name) ? [setting] : [],
  );
  return { settings };
}

/** OpenRouter tells dollars for one token, as text; a negative price means "depends". */
function priceOf(raw: Raw): Pick<ModelListing, 'price'> {
  const { prompt, completion } = recordOf(raw.pricing);
  const micro = (value: unknown) =>
    typeof value === 'string' && value.trim() !== '' ? Math.round(Number(value) * 1e12) : Number.NaN;
  const [input, output] = [micro(prompt), micro(completion)];
  return input >= 0 && output >= 0 && Number.isSafeInteger(input + output)
    ? { price: { input, output } }
    : {};
}

function ownerOf({ owned_by: owner }: Raw): Pick<ModelListing, 'ownedBy'> {
  return typeof owner === 'string' && owner !== '' ? { ownedBy: owner.slice(0, 100) } : {};
}

function firstCount(...values: unknown[]): number | undefined {
  return values.find((value): value is number => Number.isSafeInteger(value) && (value as number) > 0);
}

function recordOf(value: unknown): Raw {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Raw) : {};
}
