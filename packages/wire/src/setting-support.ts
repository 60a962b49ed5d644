/**
 * Which sampling settings a model takes, as its provider documents them. `false` is certain and the setting is left
 * out, with a warning on the run; `null` means that nobody says, or that it depends on another setting: it is sent.
 */
import type { Settings } from '@promptvault/document';
import { type CompatibleServer, takenByServer } from './compatible-server.ts';
import type { ModelProvider, OpenAiApi } from './model-event.ts';

export const settingNames = [
  'temperature',
  'topP',
  'topK',
  'maxOutputTokens',
  'stop',
  'seed',
  'frequencyPenalty',
  'presencePenalty',
  'reasoningEffort',
  'minP',
  'repetitionPenalty',
  'reasoningTokens',
  'logitBias',
] as const satisfies readonly (keyof Settings)[];
export type SettingName = (typeof settingNames)[number];
export type SettingsTaken = Readonly<Record<SettingName, boolean | null>>;

export interface AskedModel {
  provider: ModelProvider;
  api: OpenAiApi | null;
  model: string;
  /** Whether it reasons, as far as anybody says. */
  reasoning: boolean | null;
  /** The program that answers for a compatible server, where it is known. */
  server?: CompatibleServer | null;
  /** What its list says that it takes, where it says anything of that. */
  listed?: readonly SettingName[] | undefined;
}

const all = (value: boolean | null): Record<SettingName, boolean | null> =>
  Object.fromEntries(settingNames.map((name) => [name, value])) as Record<SettingName, boolean | null>;

/** @returns for each setting whether the model takes it */
export function settingsTaken(asked: AskedModel): SettingsTaken {
  const { provider, api, model, reasoning } = asked;
  const name = (model.split('/').at(-1) ?? model).toLowerCase();
  switch (provider) {
    case 'echo':
      return all(false);
    case 'openai':
      return openai(name, api, reasoning);
    case 'anthropic':
      return anthropic(name, reasoning);
    case 'google':
      return google(name, reasoning);
    case 'openai_compatible':
      return compatible(asked);
  }
}

/** What only servers for open models take, as fields of their own beside the protocol. */
const ofOpenModels = { topK: false, minP: false, repetitionPenalty: false };

/** The newer API has neither seed, stop, penalties nor a bias; neither has what only open models take. */
const overResponses = {
  ...ofOpenModels,
  logitBias: false,
  stop: false,
  seed: false,
  frequencyPenalty: false,
  presencePenalty: false,
};

function openai(name: string, api: OpenAiApi | null, reasoning: boolean | null): SettingsTaken {
  const thinks = reasoning === true;
  // From 5.1 on it depends on the effort whether they sample.
  const sampling = thinks ? (/^gpt-5\.\d/.test(name) ? null : false) : true;
  return {
    ...all(true),
    temperature: sampling,
    topP: sampling,
    ...ofOpenModels,
    stop: thinks ? (/^(o3|o4|gpt-5)/.test(name) ? false : null) : true,
    seed: thinks ? null : true,
    frequencyPenalty: sampling,
    presencePenalty: sampling,
    reasoningEffort: reasoning,
    reasoningTokens: false,
    logitBias: sampling,
    ...(api === 'responses' ? overResponses : {}),
  };
}

function anthropic(name: string, reasoning: boolean | null): SettingsTaken {
  // The newest take no sampling settings while they think.
  const sampling = /^claude-(opus|sonnet|haiku)-(4-[7-9]|[5-9])/.test(name) ? null : true;
  return {
    ...all(true),
    temperature: sampling,
    topP: sampling,
    topK: sampling,
    seed: false,
    frequencyPenalty: false,
    presencePenalty: false,
    reasoningEffort: reasoning,
    minP: false,
    repetitionPenalty: false,
    // The newest decide themselves how much they think.
    reasoningTokens: reasoning === false ? false : sampling === null ? null : reasoning,
    logitBias: false,
  };
}

function google(name: string, reasoning: boolean | null): SettingsTaken {
  const penalties = /^gemini-(2\.5|[3-9])/.test(name) ? null : true;
  return {
    ...all(true),
    frequencyPenalty: penalties,
    presencePenalty: penalties,
    reasoningEffort: reasoning,
    minP: false,
    repetitionPenalty: false,
    reasoningTokens: reasoning,
    logitBias: false,
  };
}

/**
 * What the list of the server says counts, then what is known of its program. Of a server of anybody's what the protocol
 * has is sent, and what servers for open models commonly take beside it.
 */
function compatible({ api, reasoning, server, listed }: AskedModel): SettingsTaken {
  const told = Object.fromEntries(settingNames.map((name) => [name, listed?.includes(name) ?? null]));
  return {
    ...all(null),
    temperature: true,
    topP: true,
    ...(server ? takenByServer[server] : {}),
    ...(listed ? told : {}),
    maxOutputTokens: true,
    // No two servers name it alike.
    reasoningTokens: false,
    reasoningEffort: reasoning === false ? false : null,
    ...(api === 'responses' ? overResponses : {}),
  };
}

const words: Record<SettingName, string> = {
  temperature: 'Temperature',
  topP: 'Top p',
  topK: 'Top k',
  maxOutputTokens: 'The longest answer',
  stop: 'Stop texts',
  seed: 'The seed',
  frequencyPenalty: 'The frequency penalty',
  presencePenalty: 'The presence penalty',
  reasoningEffort: 'The reasoning effort',
  minP: 'Min p',
  repetitionPenalty: 'The repetition penalty',
  reasoningTokens: 'The tokens for reasoning',
  logitBias: 'The bias of tokens',
};

const plural: readonly SettingName[] = ['stop', 'reasoningTokens'];

/** The settings a model takes of those given, and a sentence for each that is left out. */
export function takenOf(
  settings: Settings,
  { model, takes }: { model: string; takes?: SettingsTaken | undefined },
): { settings: Settings; leftOut: string[] } {
  const refused = settingNames.filter((name) => settings[name] !== undefined && takes?.[name] === false);
  const leftOut = refused.map((name) => {
    const [was, it] = plural.includes(name) ? ['were', 'them'] : ['was', 'it'];
    return `${words[name]} ${was} left out: ${model} does not take ${it}.`;
  });
  // Both say how much it thinks; the exact one counts.
  const { reasoningEffort, reasoningTokens } = settings;
  const isDouble =
    reasoningTokens !== undefined &&
    reasoningEffort !== undefined &&
    !refused.includes('reasoningTokens') &&
    !refused.includes('reasoningEffort');
  if (isDouble) {
    refused.push('reasoningEffort');
    leftOut.push(`${words.reasoningEffort} was left out: the tokens for reasoning say how much it thinks.`);
  }
  return {
    settings: Object.fromEntries(
      Object.entries(settings).filter(([name]) => !refused.includes(name as SettingName)),
    ),
    leftOut,
  };
}
