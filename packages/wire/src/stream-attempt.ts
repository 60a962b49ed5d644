import { isNestedDeeper } from '@promptvault/document';
import { callOptions } from './call-options.ts';
import type { Clock } from './clock.ts';
import { closeAfterEnd } from './close-after-end.ts';
import { estimateUsage } from './estimate-usage.ts';
import { type CallFacts, cutError, garbledError, toModelError } from './model-error.ts';
import type { FinishReason, ModelCall, ModelError, ModelEvent, ModelUsage } from './model-event.ts';
import { createPartQueue } from './part-queue.ts';
import { type Words, withoutPlainWords, wordsOfCall } from './plain-words.ts';
import { baseUrlOf } from './provider-address.ts';
import { openProviderModel, type ProviderPart } from './provider-model.ts';
import { watchSilence } from './watch-silence.ts';

export type RemoteCall = ModelCall & { provider: Exclude<ModelCall['provider'], 'echo'> };
export type AttemptPorts = { fetch: typeof globalThis.fetch; clock: Clock };

type Finish = Extract<ProviderPart, { type: 'finish' }>;

const finishReasons: Partial<Record<Finish['finishReason']['unified'], FinishReason>> = {
  stop: 'stop',
  length: 'length',
  'content-filter': 'content_filter',
  'tool-calls': 'tool_calls',
  other: 'other',
};

/** One request to a provider. Yields its answer and then exactly one `end` or `error`; never throws. */
export async function* streamAttempt(call: RemoteCall, ports: AttemptPorts): AsyncGenerator<ModelEvent> {
  const upstream = new AbortController();
  const said = { text: '', anything: false };
  const toolCalls: ModelEvent[] = [];
  const parts = createPartQueue<ProviderPart | Words>();
  const response = observed(ports, call, parts.put);
  const watch = watchSilence(call, ports.clock);
  let finish: Finish | undefined;
  let failure: ModelError | undefined;

  // Closes the call at once, also while the reader of our events is busy elsewhere.
  watch.onEnd = () => {
    upstream.abort();
    parts.leave();
  };
  const facts = (): CallFacts => ({
    apiKey: call.apiKey,
    model: call.model,
    host: hostOf(call),
    now: ports.clock.now(),
    answered: response.status !== undefined,
  });

  try {
    if (!watch.ended) {
      const model = await openProviderModel(call, response.fetch);
      // Not awaited: some packages wait for an event of their own before they give their stream.
      parts.fill(
        Promise.resolve(model.doStream(callOptions(call, upstream.signal))).then(({ stream }) => stream),
      );
      while (!watch.ended && !failure) {
        const part = await parts.take();
        if (!part || watch.ended) break;
        watch.heard(part.type);
        switch (part.type) {
          case 'text-delta':
          case 'reasoning-delta':
            if (part.delta === '') break;
            said.anything = true;
            said.text += part.delta;
            yield { type: part.type, text: part.delta };
            break;
          case 'tool-call':
            if (part.providerExecuted) break;
            said.text += part.input;
            toolCalls.push({
              type: 'tool-call',
              id: part.toolCallId,
              name: part.toolName,
              input: parsed(part.input),
              ...(part.providerMetadata ? { meta: part.providerMetadata } : {}),
            });
            break;
          case 'stream-start':
            for (const warning of part.warnings) yield { type: 'warning', message: warningWords(warning) };
            break;
          case 'finish':
            finish = part;
            break;
          case 'error':
            failure = toModelError(part.error, facts());
            break;
        }
      }
    }
  } catch (thrown) {
    failure = toModelError(thrown, facts());
  } finally {
    watch.close();
    if (!finish || failure || watch.ended) upstream.abort();
    parts.leave();
  }

  const reason = watch.ended ? undefined : finish && finishReasons[finish.finishReason.unified];
  if (!watch.ended && (failure ? failure.code === 'model.cut' : !reason))
    failure = unfinished(response, said.anything, facts());
  const complete = reason !== undefined && !failure;
  if (complete) yield* toolCalls;
  const spent = complete || said.text !== '' || watch.ended === 'stopped';
  if (spent && response.status !== undefined)
    yield { type: 'usage', ...(await usageOf(call, finish, said.text)) };
  if (watch.ended === 'stopped') yield { type: 'end', finishReason: 'interrupted' };
  else if (watch.ended) yield { type: 'error', ...timeoutError(watch.ended, call) };
  else if (failure) yield { type: 'error', ...failure };
  else yield { type: 'end', finishReason: reason ?? 'other' };
}

/** Remembers how the provider answered, for the words of an error, and takes the plain words out of its answer. */
function observed({ fetch, clock }: AttemptPorts, call: ModelCall, hear: (words: Words) => void) {
  const wordsOf = wordsOfCall(call);
  const seen = {
    status: undefined as number | undefined,
    contentType: '',
    fetch: (async (input, init) => {
      const response = await fetch(input, init);
      seen.status = response.status;
      seen.contentType = response.headers.get('content-type') ?? '';
      const { body, status, statusText, headers } = response;
      if (!body || !response.ok) return response;
      if (/^application\/(?:problem\+)?json/i.test(seen.contentType)) return withoutError(response);
      if (!/^text\/event-stream/i.test(seen.contentType)) return response;
      const ending = closeAfterEnd(body, call, clock);
      return new Response(withoutPlainWords(ending, wordsOf, hear), {
        ...{ status, statusText, headers },
      });
    }) as typeof globalThis.fetch,
  };
  return seen;
}

const longestErrorBody = 100_000;

/** Gateways answer 200 and tell the failure in the body. @throws what the body tells */
async function withoutError(response: Response): Promise<Response> {
  const { status, statusText, headers } = response;
  const text = await beginningOf(response);
  const told = parsed(text);
  const error = typeof told === 'object' && told !== null && 'error' in told ? told.error : undefined;
  if (typeof error === 'string' && error !== '') throw { message: error };
  if (typeof error === 'object' && error !== null) throw error;
  return new Response(text, { status, statusText, headers });
}

async function beginningOf({ body }: Response): Promise<string> {
  const reader = body?.getReader();
  const decoder = new TextDecoder();
  let text = '';
  while (text.length < longestErrorBody) {
    const next = await reader?.read();
    if (!next || next.done) return text;
    text += decoder.decode(next.value, { stream: true });
  }
  await reader?.cancel();
  return text;
}

function unfinished(seen: { contentType: string }, anything: boolean, facts: CallFacts): ModelError {
  if (anything || seen.contentType.includes('text/event-stream')) return cutError(facts);
  return garbledError(facts, seen.contentType ? ` (${seen.contentType.split(';')[0]})` : '');
}

function timeoutError(ended: 'no-first-token' | 'silent', call: RemoteCall): ModelError {
  const [limit, what] =
    ended === 'silent'
      ? [call.idleTimeoutMs, 'stopped talking in the middle of its answer']
      : [call.firstTokenTimeoutMs, 'did not begin to answer'];
  return {
    code: 'model.timeout',
    message: `${call.model} ${what}: nothing came for ${Math.round(limit / 100) / 10} s.`,
    retryable: true,
  };
}

async function usageOf(call: RemoteCall, finish: Finish | undefined, text: string): Promise<ModelUsage> {
  const { inputTokens: input, outputTokens: output } = finish?.usage ?? {};
  const read = countOf(input?.total);
  const said = countOf(output?.total);
  // Google and some gateways send zeros where they mean "not counted".
  if (!read || said === undefined || (said === 0 && text !== '')) return estimateUsage(call, text);
  const cacheRead = countOf(input?.cacheRead);
  const cacheWrite = countOf(input?.cacheWrite);
  const reasoning = countOf(output?.reasoning);
  return {
    inputTokens: read,
    outputTokens: said,
    ...(cacheRead ? { cachedInputTokens: Math.min(cacheRead, read) } : {}),
    ...(cacheWrite ? { cacheWriteTokens: cacheWrite } : {}),
    ...(reasoning ? { reasoningTokens: reasoning } : {}),
    estimated: false,
  };
}

/** More than any call has; a server that says so, or says half a token, has not counted. */
const mostTokens = 1_000_000_000;

const countOf = (tokens: number | undefined): number | undefined =>
  tokens !== undefined && Number.isInteger(tokens) && tokens >= 0 && tokens <= mostTokens
    ? tokens
    : undefined;

function hostOf(call: RemoteCall): string {
  return URL.parse(baseUrlOf(call))?.host ?? 'the address';
}

/** Deeper arguments would be more levels than those who walk through them have room for. */
const mostArgumentDepth = 100;

function parsed(input: string): unknown {
  try {
    const found: unknown = JSON.parse(input);
    return isNestedDeeper(found, mostArgumentDepth) ? input : found;
  } catch {
    // A model may write broken arguments; they are shown as it wrote them.
    return input;
  }
}

type Warning = Extract<ProviderPart, { type: 'stream-start' }>['warnings'][number];

function warningWords(warning: Warning): string {
  switch (warning.type) {
    case 'unsupported':
      return `${warning.feature} was left out: ${warning.details ?? 'this model does not support it'}.`;
    case 'compatibility':
      return `${warning.feature} is only partly supported${warning.details ? `: ${warning.details}` : '.'}`;
    case 'deprecated':
      return `${warning.setting} is outdated: ${warning.message}`;
    default:
      return warning.message;
  }
}
