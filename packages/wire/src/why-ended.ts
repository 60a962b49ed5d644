/** How an answer ended, by what its provider says, and in words why it did where the provider or the model ended it. */
import type { FinishReason, ModelCall } from './model-event.ts';
import { isReason } from './named-end.ts';
import type { ProviderPart } from './provider-model.ts';
import { withoutSecrets } from './without-secrets.ts';

type Finish = Extract<ProviderPart, { type: 'finish' }>;
type Call = Pick<ModelCall, 'provider' | 'model' | 'apiKey'>;

const finishReasons: Partial<Record<Finish['finishReason']['unified'], FinishReason>> = {
  stop: 'stop',
  length: 'length',
  'content-filter': 'content_filter',
  'tool-calls': 'tool_calls',
  other: 'other',
};

/** Undefined where nobody says that the answer has ended. */
export function reasonOf(finish: Finish | undefined, { provider }: Call): FinishReason | undefined {
  if (!finish || !isReason(finish.finishReason.raw ?? 'none')) return undefined;
  const { unified, raw } = finish.finishReason;
  if (isRefusal(unified, raw, provider)) return 'refusal';
  return unified === 'other' ? reasonNamed(raw) : finishReasons[unified];
}

/** Names that some servers have for the ends that all know. */
const otherNames: Readonly<Record<string, FinishReason>> = {
  ...{ eos: 'stop', eos_token: 'stop', end_turn: 'stop', end_of_turn: 'stop', stop_sequence: 'stop' },
  ...{ stop_token: 'stop', complete: 'stop', completed: 'stop', done: 'stop', finished: 'stop' },
  ...{ max_tokens: 'length', max_output_tokens: 'length', max_length: 'length', model_length: 'length' },
  ...{ tool_use: 'tool_calls', tool_call: 'tool_calls', function_call: 'tool_calls' },
  ...{ content_filtered: 'content_filter', safety: 'content_filter', blocked: 'content_filter' },
};

function reasonNamed(raw = ''): FinishReason {
  const name = raw.toLowerCase();
  return Object.hasOwn(otherNames, name) ? (otherNames[name] ?? 'other') : 'other';
}

/** The packages call it a filter as well: for OpenAI an answer that came to its end, but as a refusal. */
function isRefusal(unified: string, raw: string | undefined, provider: Call['provider']): boolean {
  if (raw === 'refusal') return true;
  return unified === 'content-filter' && provider !== 'google' && raw !== 'content_filter';
}

/** Names for an end that say no more than which it was. */
const saysNothing = new Set(['content_filter', 'refusal', 'stop', 'completed', 'other', 'OTHER']);

type SaidByGoogle = {
  finishMessage?: unknown;
  promptFeedback?: { blockReason?: unknown; safetyRatings?: unknown };
  safetyRatings?: unknown;
};

/** What its provider says beside a filter, a refusal or an unusual end, for people; undefined where it says nothing. */
export function whyEnded(finish: Finish, call: Call): string | undefined {
  const { unified, raw = '' } = finish.finishReason;
  if (unified !== 'content-filter' && unified !== 'other') return undefined;
  if (unified === 'other' && reasonNamed(raw) !== 'other') return undefined;
  const said = finish.providerMetadata;
  const { stopDetails } = (said?.anthropic ?? {}) as {
    stopDetails?: { explanation?: unknown; category?: unknown };
  };
  const google = (said?.google ?? {}) as SaidByGoogle;
  const words = [stopDetails?.explanation, stopDetails?.category, google.finishMessage];
  const told = words.find((one): one is string => typeof one === 'string' && one !== '');
  const filtered = call.provider === 'google' ? googleFilter(raw, google, call.model) : undefined;
  const quoted = (text: string) => `“${withoutSecrets(text, call.apiKey, 300)}”`;
  if (filtered !== undefined) return told === undefined ? filtered : `${filtered} It says: ${quoted(told)}`;
  const why = told ?? raw;
  return why === '' || saysNothing.has(why) ? undefined : `${call.model} says why: ${quoted(why)}`;
}

const filters: Readonly<Record<string, string>> = {
  SAFETY: 'its safety filter holds it for unsafe',
  IMAGE_SAFETY: 'its safety filter holds an image for unsafe',
  RECITATION: 'it comes too close to a text that somebody else wrote',
  BLOCKLIST: 'it holds a term of a list that is blocked',
  PROHIBITED_CONTENT: 'it holds content that Google never allows, whatever is set',
  SPII: 'it holds personal data that must be protected',
  LANGUAGE: 'it is in a language that the model does not speak',
};

function googleFilter(raw: string, said: SaidByGoogle, model: string): string | undefined {
  const { promptFeedback, safetyRatings } = said;
  const isPrompt = promptFeedback?.blockReason === raw;
  const ratings = categoriesIn(isPrompt ? promptFeedback?.safetyRatings : safetyRatings);
  const about = ratings.length > 0 ? `${raw}: ${ratings.join(', ')}` : raw;
  const why = Object.hasOwn(filters, raw) ? filters[raw] : undefined;
  if (isPrompt)
    return `Google blocked what was sent, so ${model} gave no answer: ${why ?? 'it does not say why'} (${about}). Change what is sent, or ask another model.`;
  return why === undefined ? undefined : `Google ended the answer of ${model}: ${why} (${about}).`;
}

/** The kinds of harm that a filter saw, as people write them: “dangerous content”. */
function categoriesIn(ratings: unknown): string[] {
  if (!Array.isArray(ratings)) return [];
  return ratings.flatMap(
    (rating: { category?: unknown; blocked?: unknown; probability?: unknown } | null) => {
      const isSeen = rating?.blocked === true || /^(?:HIGH|MEDIUM)$/.test(String(rating?.probability));
      return isSeen && typeof rating?.category === 'string'
        ? [
            rating.category
              .replace(/^HARM_CATEGORY_/, '')
              .replaceAll('_', ' ')
              .toLowerCase()
              .slice(0, 60),
          ]
        : [];
    },
  );
}
