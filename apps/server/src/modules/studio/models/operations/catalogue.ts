import type { ConnectionProvider } from '@promptvault/contract/studio/models/shapes';

export type ModelAbilities = {
  vision: boolean;
  /** Reads PDF documents. */
  pdf: boolean;
  tools: boolean;
  /** Follows a JSON schema. */
  schema: boolean;
  reasoning: boolean;
  /** Takes temperature and top P; reasoning models mostly do not. */
  sampling: boolean;
};

/** What is known of a model. A limit that its provider does not publish is null. */
export type CatalogueModel = {
  provider: ConnectionProvider;
  id: string;
  name: string;
  contextWindow: number | null;
  maxOutputTokens: number | null;
  abilities: ModelAbilities;
};

const reasoning: ModelAbilities = {
  vision: true,
  pdf: true,
  tools: true,
  schema: true,
  reasoning: true,
  sampling: false,
};
const sampled: ModelAbilities = { ...reasoning, reasoning: false, sampling: true };
const both: ModelAbilities = { ...reasoning, sampling: true };

type Row = [
  id: string,
  name: string,
  context: number | null,
  output: number | null,
  abilities: ModelAbilities,
];

const openai: Row[] = [
  ['gpt-6.2-sol', 'GPT-6.2 Sol', 1_050_000, 128_000, reasoning],
  ['gpt-6.1-sol', 'GPT-6.1 Sol', 1_050_000, 128_000, reasoning],
  ['gpt-6-sol', 'GPT-6 Sol', 1_050_000, 128_000, reasoning],
  ['gpt-6-luna', 'GPT-6 Luna', 1_050_000, null, reasoning],
  ['gpt-6-astra', 'GPT-6 Astra', 1_050_000, null, reasoning],
  ['gpt-5.5', 'GPT-5.5', 1_050_000, 128_000, reasoning],
  ['gpt-5.4', 'GPT-5.4', 1_050_000, 128_000, reasoning],
  ['gpt-5.4-mini', 'GPT-5.4 mini', 400_000, null, reasoning],
  ['gpt-5', 'GPT-5', 400_000, 128_000, reasoning],
  ['gpt-5-mini', 'GPT-5 mini', 400_000, 128_000, reasoning],
  ['gpt-5-nano', 'GPT-5 nano', 400_000, 128_000, reasoning],
  ['gpt-4.1', 'GPT-4.1', 1_047_576, 32_768, sampled],
  ['gpt-4.1-mini', 'GPT-4.1 mini', 1_047_576, 32_768, sampled],
  ['gpt-4o', 'GPT-4o', 128_000, 16_384, sampled],
  ['gpt-4o-mini', 'GPT-4o mini', 128_000, 16_384, sampled],
  ['o4-mini', 'o4-mini', 200_000, 100_000, reasoning],
];

const anthropic: Row[] = [
  ['claude-fable-5-1', 'Claude Fable 5.1', 1_000_000, 128_000, reasoning],
  ['claude-opus-5-5', 'Claude Opus 5.5', 1_000_000, 128_000, reasoning],
  ['claude-sonnet-5-5', 'Claude Sonnet 5.5', 1_000_000, 128_000, reasoning],
  ['claude-haiku-5-5', 'Claude Haiku 5.5', 1_000_000, 128_000, reasoning],
  ['claude-opus-5', 'Claude Opus 5', 1_000_000, 128_000, reasoning],
  ['claude-sonnet-5', 'Claude Sonnet 5', 1_000_000, 128_000, reasoning],
  ['claude-opus-4-6', 'Claude Opus 4.6', 1_000_000, 128_000, both],
  ['claude-sonnet-4-5', 'Claude Sonnet 4.5', 200_000, 64_000, both],
  ['claude-haiku-4-5', 'Claude Haiku 4.5', 200_000, 64_000, both],
];

const google: Row[] = [
  ['gemini-3.8-flash', 'Gemini 3.8 Flash', 1_048_576, 65_536, both],
  ['gemini-3.7-flash', 'Gemini 3.7 Flash', 1_048_576, 65_536, both],
  ['gemini-3.1-pro-preview', 'Gemini 3.1 Pro (preview)', 1_048_576, 65_536, both],
  ['gemini-2.5-pro', 'Gemini 2.5 Pro', 1_048_576, 65_536, both],
  ['gemini-2.5-flash', 'Gemini 2.5 Flash', 1_048_576, 65_536, both],
  ['gemini-2.5-flash-lite', 'Gemini 2.5 Flash-Lite', 1_048_576, 65_536, both],
];

/** As the providers' own pages said on 2026-11-20; an organization says otherwise where it knows better (`model_facts`). */
export const catalogue: readonly CatalogueModel[] = [
  ...rows('openai', openai),
  ...rows('anthropic', anthropic),
  ...rows('google', google),
];

function rows(provider: ConnectionProvider, table: Row[]): CatalogueModel[] {
  return table.map(([id, name, contextWindow, maxOutputTokens, abilities]) => ({
    provider,
    id,
    name,
    contextWindow,
    maxOutputTokens,
    abilities,
  }));
}

/** By id; a dated snapshot (`gpt-5-2025-08-07`, `claude-opus-4-6-20260205`) is its model. */
export function findCatalogueModel(provider: ConnectionProvider, id: string): CatalogueModel | undefined {
  const plain = id.replace(/-(\d{8}|\d{4}-\d{2}-\d{2}|latest)$/, '');
  return catalogue.find((model) => model.provider === provider && (model.id === id || model.id === plain));
}
