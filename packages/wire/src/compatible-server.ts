/**
 * Which program answers at an address that speaks OpenAI's chat completions. Each takes settings of its own beside the
 * protocol, and most say nothing of those they do not read, so that a setting would seem to count.
 */
import type { ModelListing } from './read-listing.ts';
import type { SettingName } from './setting-support.ts';

export type CompatibleServer = 'ollama' | 'lm_studio' | 'vllm' | 'llama_cpp' | 'openrouter';

/** By whom they say their models are served. */
const owners: Record<string, CompatibleServer> = {
  library: 'ollama',
  organization_owner: 'lm_studio',
  vllm: 'vllm',
  llamacpp: 'llama_cpp',
};
/** Where nothing else answers by default; 8000 and 8080 are anybody's. */
const ports: Record<string, CompatibleServer> = { 11434: 'ollama', 1234: 'lm_studio' };
const hosts: Record<string, CompatibleServer> = { 'openrouter.ai': 'openrouter', 'ollama.com': 'ollama' };

/** @returns null where nobody can tell */
export function compatibleServerOf(
  baseUrl: string | null,
  listed: readonly Pick<ModelListing, 'ownedBy'>[],
): CompatibleServer | null {
  const url = baseUrl === null ? null : URL.parse(baseUrl);
  const host = Object.keys(hosts).find(
    (name) => url?.hostname === name || url?.hostname.endsWith(`.${name}`),
  );
  if (host !== undefined) return hosts[host] ?? null;
  for (const { ownedBy = '' } of listed) if (Object.hasOwn(owners, ownedBy)) return owners[ownedBy] ?? null;
  return ports[url?.port ?? ''] ?? null;
}

type Taken = Partial<Record<SettingName, boolean | null>>;

const protocol: Taken = {
  ...{ temperature: true, topP: true, maxOutputTokens: true, stop: true, seed: true },
  ...{ frequencyPenalty: true, presencePenalty: true },
};

/** As each documents its chat completions; what is not named here, nobody says. */
export const takenByServer: Record<CompatibleServer, Taken> = {
  // Its own API takes them; this one reads neither these nor a bias, and does not say so.
  ollama: { ...protocol, topK: false, minP: false, repetitionPenalty: false, logitBias: false },
  lm_studio: { ...protocol, topK: true, minP: false, repetitionPenalty: true, logitBias: true },
  vllm: { ...protocol, topK: true, minP: true, repetitionPenalty: true, logitBias: true },
  llama_cpp: { ...protocol, topK: true, minP: true, repetitionPenalty: true },
  // It differs from model to model, which its list tells.
  openrouter: {},
};

/** What the penalty for repetition is called there: a server does not read the name of another. */
export const repetitionName = (server: CompatibleServer | null | undefined) =>
  server === 'lm_studio' || server === 'llama_cpp' ? 'repeat_penalty' : 'repetition_penalty';
