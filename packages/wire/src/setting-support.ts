/**
 * Which sampling settings a model takes, as its provider documents them. `false` is certain and the setting is left
 * out, with a warning on the run; `null` means that nobody says, or that it depends on another setting: it is sent.
 */
import type { Settings } from '@promptvault/document';
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
] as const satisfies readonly (keyof Settings)[];
export type SettingName = (typeof settingNames)[number];
export type SettingsTaken = Readonly<Record<SettingName, boolean | null>>;

export interface AskedModel {
  provider: ModelProvider;
  api: OpenAiApi | null;
  model: string;
  /** Whether it reasons, as far as anybody says. */
  reasoning: boolean | null;
}

const all = (value: boolean | null): Record<SettingName, boolean | null> =>
  Object.fromEntries(settingNames.map((name) => [name, value])) as Record<SettingName, boolean | null>;

/** @returns for each setting whether the model takes it */
export function settingsTaken({ provider, api, model, reasoning }: AskedModel): SettingsTaken {
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
      return compatible(api, reasoning);
  }
}

/** The newer API has neither seed, stop nor penalties; neither has a top k. */
const overResponses = {
  topK: false,
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
    topK: false,
    stop: thinks ? (/^(o3|o4|gpt-5)/.test(name) ? false : null) : true,
    seed: thinks ? null : true,
    frequencyPenalty: sampling,
    presencePenalty: sampling,
    reasoningEffort: reasoning,
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
  };
}

function google(name: string, reasoning: boolean | null): SettingsTaken {
  const penalties = /^gemini-(2\.5|[3-9])/.test(name) ? null : true;
  return {
    ...all(true),
    frequencyPenalty: penalties,
    presencePenalty: penalties,
    reasoningEffort: reasoning,
  };
}

/** A server of anybody's: what the protocol has is sent, what it has not cannot be. */
function compatible(api: OpenAiApi | null, reasoning: boolean | null): SettingsTaken {
  return {
    ...all(null),
    temperature: true,
    topP: true,
    maxOutputTokens: true,
    topK: false,
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
};

/** The settings a model takes of those given, and a sentence for each that is left out. */
export function takenOf(
  settings: Settings,
  { model, takes }: { model: string; takes?: SettingsTaken | undefined },
): { settings: Settings; leftOut: string[] } {
  const refused = settingNames.filter((name) => settings[name] !== undefined && takes?.[name] === false);
  return {
    settings: Object.fromEntries(
      Object.entries(settings).filter(([name]) => !refused.includes(name as SettingName)),
    ),
    leftOut: refused.map(
      (name) =>
        `${words[name]} ${name === 'stop' ? 'were' : 'was'} left out: ${model} does not take ${name === 'stop' ? 'them' : 'it'}.`,
    ),
  };
}
