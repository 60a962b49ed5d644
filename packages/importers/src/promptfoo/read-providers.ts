import { REASONING_EFFORTS, type Settings, settingsSchema } from '@promptvault/document';
import type { Bundle } from './bundle.ts';
import type { Losses } from './losses.ts';
import { type FooOptions, type FooProvider, isPlain, listOf, oneLine, type Plain } from './shape.ts';

export interface ReadProvider extends FooProvider {
  /** Labels of the prompts it runs; null for all. */
  prompts: string[] | null;
}

export interface ProviderGround {
  bundle: Bundle;
  losses: Losses;
  from: string;
  options: FooOptions;
}

/** Providers are texts, objects, objects under their id, or files with these. */
export function readProviders(given: unknown, ground: ProviderGround, depth = 0): ReadProvider[] {
  return listOf(given).flatMap((one): ReadProvider[] => {
    if (typeof one === 'string') return fromText(one, ground, depth);
    if (!isPlain(one)) return [];
    if (typeof one.id === 'string') {
      const files = one.id.startsWith('file://') ? fromText(one.id, ground, depth) : [];
      return files.length > 0 && /\.(?:ya?ml|json)$/.test(one.id) ? files : [readOne(one.id, one, ground)];
    }
    return Object.entries(one).map(([id, rest]) => readOne(id, isPlain(rest) ? rest : {}, ground));
  });
}

function fromText(id: string, ground: ProviderGround, depth: number): ReadProvider[] {
  if (!/^file:\/\/.*\.(?:ya?ml|json)$/.test(id)) return [readOne(id, {}, ground)];
  const paths = ground.bundle.find(id, ground.from);
  if (paths.length === 0)
    ground.losses.tell(
      'warning',
      'file_missing',
      `${id.slice(7)} is not among the files, so its models are left out.`,
    );
  if (depth > 3) return [];
  return paths.flatMap((path) =>
    readProviders(ground.bundle.data(path), { ...ground, from: path }, depth + 1),
  );
}

const kept = new Set(['id', 'label', 'config', 'prompts']);
/** What makes something else of the answers of one provider. */
const transforms = new Set(['transform', 'transformResponse', 'responseParser']);

function readOne(id: string, given: Plain, { losses, options }: ProviderGround): ReadProvider {
  const label =
    typeof given.label === 'string' && given.label !== '' ? oneLine(given.label, 100) : oneLine(id, 100);
  for (const key of Object.keys(given))
    if (transforms.has(key)) tellTransform(key, losses, label);
    else if (!kept.has(key))
      losses.tell('warning', 'provider_option', `“${oneLine(key, 60)}” of a provider is left out.`, label);
  const model = options.modelOf(id) ?? null;
  const stands = options.otherwise.model;
  if (!model)
    losses.tell(
      'warning',
      'provider',
      `${oneLine(id, 200)} ${isProgram(id) ? 'is a program, and not run' : 'is no model of a connection here'}; “${stands}” stands in for it. Choose another in the suite.`,
    );
  return {
    id,
    label,
    model,
    settings: readSettings(isPlain(given.config) ? given.config : {}, losses, label),
    prompts: Array.isArray(given.prompts) ? given.prompts.map(String) : null,
  };
}

const tellTransform = (key: string, losses: Losses, label: string): void =>
  losses.tell(
    'warning',
    'transform',
    `“${key}” of a provider is left out: assertions see its answers as they came. A transform of the tests is taken.`,
    label,
  );

export const isProgram = (id: string): boolean =>
  /^(?:file|https?|wss?|exec|python|golang|ruby|package|browser|mcp|webhook|websocket):/.test(id) ||
  /\.(?:py|m?js|cjs|ts|rb|sh)(?::\w+)?$/.test(id);

const number = (value: unknown) =>
  typeof value === 'number'
    ? value
    : typeof value === 'string' && value.trim() !== ''
      ? Number(value)
      : Number.NaN;

/** What the settings of many providers are called here. */
const settingNames: Readonly<Record<string, keyof Settings>> = {
  temperature: 'temperature',
  top_p: 'topP',
  topP: 'topP',
  top_k: 'topK',
  topK: 'topK',
  max_tokens: 'maxOutputTokens',
  maxTokens: 'maxOutputTokens',
  max_output_tokens: 'maxOutputTokens',
  maxOutputTokens: 'maxOutputTokens',
  max_completion_tokens: 'maxOutputTokens',
  max_new_tokens: 'maxOutputTokens',
  max_tokens_to_sample: 'maxOutputTokens',
  num_predict: 'maxOutputTokens',
  stop: 'stop',
  stop_sequences: 'stop',
  stopSequences: 'stop',
  seed: 'seed',
  frequency_penalty: 'frequencyPenalty',
  frequencyPenalty: 'frequencyPenalty',
  presence_penalty: 'presencePenalty',
  presencePenalty: 'presencePenalty',
  reasoning_effort: 'reasoningEffort',
  thinkingBudget: 'reasoningTokens',
  min_p: 'minP',
  repetition_penalty: 'repetitionPenalty',
  repeat_penalty: 'repetitionPenalty',
  logit_bias: 'logitBias',
};

function readSettings(config: Plain, losses: Losses, where: string): Settings {
  const settings: Record<string, unknown> = {};
  const { generationConfig, reasoning, thinking, ...own } = config;
  const { thinkingConfig, ...ofGoogle } = isPlain(generationConfig) ? generationConfig : {};
  const all: Plain = { ...own, ...ofGoogle, ...(isPlain(thinkingConfig) ? thinkingConfig : {}) };
  // As Anthropic has it: so many tokens, or none.
  if (isPlain(thinking)) all.thinkingBudget = thinking.type === 'disabled' ? 0 : thinking.budget_tokens;
  if (isPlain(reasoning) && reasoning.effort !== undefined) all.reasoning_effort = reasoning.effort;
  for (const [key, value] of Object.entries(all)) {
    const name = Object.hasOwn(settingNames, key) ? settingNames[key] : undefined;
    if (transforms.has(key)) {
      tellTransform(key, losses, where);
      continue;
    }
    if (!name) {
      // Keys and addresses belong to a connection, and are not shown again.
      losses.tell(
        'warning',
        'setting',
        `“${oneLine(key, 60)}” of a provider is no setting here and is left out.`,
        where,
      );
      continue;
    }
    const fitted =
      name === 'stop'
        ? listOf(value).map(String)
        : name === 'reasoningEffort'
          ? String(value)
          : number(value);
    const isFit = settingsSchema.safeParse({ [name]: fitted }).success;
    if (isFit) settings[name] = fitted;
    else
      losses.tell(
        'warning',
        'setting',
        `“${oneLine(key, 60)}” of a provider has a value that is not taken here${name === 'reasoningEffort' ? ` (${REASONING_EFFORTS.join(', ')})` : ''}.`,
        where,
      );
  }
  return settings as Settings;
}
