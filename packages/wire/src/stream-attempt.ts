import { isNestedDeeper } from '@promptvault/document';
import { callOptions } from './call-options.ts';
import type { Clock } from './clock.ts';
import { closeAfterEnd } from './close-after-end.ts';
import { estimateUsage } from './estimate-usage.ts';
import { type CallFacts, cutError, garbledError, toModelError } from './model-error.ts';
import type { ModelCall, ModelError, ModelEvent, ModelUsage } from './model-event.ts';
import { createNamedEnd } from './named-end.ts';
import { createPartQueue } from './part-queue.ts';
import { type Words, withoutPlainWords, wordsOfCall } from './plain-words.ts';
import { baseUrlOf } from './provider-address.ts';
import { openProviderModel, type ProviderPart } from './provider-model.ts';
import { createEventReader } from './readable-events.ts';
import { createThoughtBook } from './thoughts.ts';
import { watchSilence } from './watch-silence.ts';
import { reasonOf, whyEnded } from './why-ended.ts';
import { withoutSecrets } from './without-secrets.ts';

export type RemoteCall = ModelCall & { provider: Exclude<ModelCall['provider'], 'echo'> };
export type AttemptPorts = { fetch: typeof globalThis.fetch; clock: Clock };

type Finish = Extract<ProviderPart, { type: 'finish' }>;

/** What is no end of an answer, though the packages take it for one they do not know. */
const breaks = new Set([
  ...['error', 'MALFORMED_RESPONSE', 'UNEXPECTED_TOOL_CALL', 'TOO_MANY_TOOL_CALLS'],
  'MISSING_THOUGHT_SIGNATURE',
]);

const isBroken = ({ finishReason: { unified, raw = '' } }: Finish) => unified === 'error' || breaks.has(raw);

/** One request to a provider. Yields its answer and then exactly one `end` or `error`; never throws. */
export async function* streamAttempt(call: RemoteCall, ports: AttemptPorts): AsyncGenerator<ModelEvent> {
  const upstream = new AbortController();
  const said = { text: '', anything: false };
  const toolCalls: Extract<ModelEvent, { type: 'tool-call' }>[] = [];
  const thoughts = createThoughtBook(call);
  const parts = createPartQueue<ProviderPart | Words>();
  const response = observed(ports, call, parts.put);
  const { ends } = response;
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
          case 'reasoning-start':
            thoughts.begin(part.providerMetadata);
            break;
          case 'text-delta':
          case 'reasoning-delta':
            if (part.type === 'reasoning-delta')
              thoughts.add(part.delta, 'providerMetadata' in part ? part.providerMetadata : undefined);
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
            for (const warning of part.warnings)
              yield { type: 'warning', message: warningWords(warning, call) };
            break;
          case 'file':
          case 'reasoning-file':
            yield { type: 'warning', message: leftOutWords(call, mediaOf(part.mediaType)) };
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

  const reason = watch.ended || ends.tellsNothing() ? undefined : reasonOf(finish, call);
  if (!watch.ended && !failure && finish && isBroken(finish))
    failure = brokenOffError(call, finish.finishReason.raw);
  if (!watch.ended && (failure ? failure.code === 'model.cut' : !reason))
    failure = unfinished(response, said.anything, facts());
  const complete = reason !== undefined && !failure;
  const why = complete && finish ? whyEnded(finish, call) : undefined;
  if (why !== undefined) yield { type: 'warning', message: why };
  const [called, ...others] = complete ? toolCalls : [];
  if (called) {
    const wanted = thoughts.wanted(response.tellsThoughts());
    yield wanted.length > 0 ? { ...called, thoughts: wanted } : called;
    yield* others;
  }
  const spent = complete || said.text !== '' || watch.ended === 'stopped';
  if (spent && response.status !== undefined)
    yield { type: 'usage', ...(await usageOf(call, finish, said.text)) };
  if (watch.ended === 'stopped') yield { type: 'end', finishReason: 'interrupted' };
  else if (watch.ended) yield { type: 'error', ...timeoutError(watch.ended, call) };
  else if (failure) yield { type: 'error', ...failure };
  else yield { type: 'end', finishReason: reason ?? 'other' };
}

/** Remembers how the provider answered, for the words of an error, and takes the plain words out of its answer. */
function observed(
  { fetch, clock }: AttemptPorts,
  call: ModelCall,
  put: (part: ProviderPart | Words) => void,
) {
  const wordsOf = wordsOfCall(call);
  const ends = createNamedEnd();
  const reader = createEventReader(call, ends, (what) =>
    put({ type: 'stream-start', warnings: [{ type: 'other', message: leftOutWords(call, what) }] }),
  );
  const hear = (words: Words) => {
    reader.heard(words);
    put(words);
  };
  const asEvents = (text: string) =>
    hasTooManyParts(text) ? undefined : reader.asEvents(withoutError(parsed(text)));
  const seen = {
    ends,
    tellsThoughts: reader.tellsThoughts,
    status: undefined as number | undefined,
    contentType: '',
    fetch: (async (input, init) => {
      const response = await fetch(input, init);
      seen.status = response.status;
      seen.contentType = response.headers.get('content-type') ?? '';
      if (!response.body) return response;
      const { status, statusText, headers } = response;
      const answer = (body: string | ReadableStream<Uint8Array>) =>
        new Response(body, { status, statusText, headers });
      if (!response.ok) return answer(await beginningOf(response.body));
      let body: ReadableStream<Uint8Array> = response.body;
      // Some servers call a stream of events so, or say nothing of what they send.
      if (!/^text\/event-stream/i.test(seen.contentType)) {
        const opened = await openBody(body);
        if (/[{[]/.test(opened.first)) {
          const text = await beginningOf(opened.body, longestWholeAnswer);
          return answer(asEvents(text) ?? text);
        }
        body = opened.body;
      }
      const closed = closeAfterEnd(body, call, clock, ends);
      const { readable, missing } = reader;
      return answer(withoutPlainWords(closed, wordsOf, hear, { readable, asEvents, missing }));
    }) as typeof globalThis.fetch,
  };
  return seen;
}

const longestErrorBody = 100_000;
/** Of an answer in one piece, which may hold images. */
const longestWholeAnswer = 32_000_000;
/** Lists and objects of an answer in one piece: its length is that of its texts and images. */
const mostParts = 200_000;
const openBrace = 0x7b;
const openBracket = 0x5b;

/** Reading them would hold the process up, and fill its memory. */
function hasTooManyParts(text: string): boolean {
  let parts = 0;
  for (let at = 0; at < text.length && parts <= mostParts; at += 1) {
    const code = text.charCodeAt(at);
    if (code === openBrace || code === openBracket) parts += 1;
  }
  return parts > mostParts;
}

/** Gateways answer 200 and tell the failure in the body. @throws what the body tells */
function withoutError(answer: unknown): unknown {
  const told: unknown = Array.isArray(answer) ? answer[0] : answer;
  if (typeof told !== 'object' || told === null) return answer;
  const error = 'error' in told ? told.error : undefined;
  if (typeof error === 'string' && error !== '') throw { message: error };
  if (typeof error === 'object' && error !== null) throw error;
  if ('object' in told && told.object === 'error') throw told;
  return answer;
}

async function beginningOf(body: ReadableStream<Uint8Array>, longest = longestErrorBody): Promise<string> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let text = '';
  while (text.length < longest) {
    const next = await reader.read();
    if (next.done) return text + decoder.decode();
    text += decoder.decode(next.value, { stream: true });
  }
  await reader.cancel();
  return text;
}

/** The first character that is no space, and the body as it was. */
async function openBody(
  body: ReadableStream<Uint8Array>,
): Promise<{ first: string; body: ReadableStream<Uint8Array> }> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  const read: Uint8Array[] = [];
  let first = '';
  while (first === '' && read.length < 1_000) {
    const { done, value } = await reader.read();
    if (done) break;
    read.push(value);
    first = decoder.decode(value, { stream: true }).trimStart().charAt(0);
  }
  const whole = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const held = read.shift();
      if (held) return controller.enqueue(held);
      const { done, value } = await reader.read();
      if (done) controller.close();
      else controller.enqueue(value);
    },
    cancel: (reason) => reader.cancel(reason),
  });
  return { first, body: whole };
}

function unfinished(seen: { contentType: string }, anything: boolean, facts: CallFacts): ModelError {
  if (anything || seen.contentType.includes('text/event-stream')) return cutError(facts);
  return garbledError(facts, seen.contentType ? ` (${seen.contentType.split(';')[0]})` : '');
}

const mediaOf = (mediaType: string) =>
  mediaType.startsWith('image/') ? 'an image' : `a file (${mediaType})`;

const leftOutWords = ({ model }: ModelCall, what: string) =>
  `${model} also sent ${what}. Only words of an answer are kept, so it is not shown.`;

function brokenOffError({ model, apiKey }: RemoteCall, raw: string | undefined): ModelError {
  const why = raw === undefined ? '' : ` Its reason: ${withoutSecrets(raw, apiKey, 100)}.`;
  return {
    code: 'model.provider_error',
    message: `${model} broke its answer off.${why} What arrived is kept; run it again.`,
    retryable: true,
  };
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
  // How some servers call a tool that takes nothing.
  if (input.trim() === '') return {};
  try {
    const found: unknown = JSON.parse(input);
    return isNestedDeeper(found, mostArgumentDepth) ? input : found;
  } catch {
    // A model may write broken arguments; they are shown as it wrote them.
    return input;
  }
}

type Warning = Extract<ProviderPart, { type: 'stream-start' }>['warnings'][number];

function warningWords(warning: Warning, { model }: Pick<ModelCall, 'model'>): string {
  if (warning.type === 'compatibility' && warning.feature === 'maxOutputTokens') {
    const most = /limited to (\d+)/.exec(warning.details ?? '')?.[1] ?? 'few';
    return `Nobody says how long an answer of ${model} may become, so it may have ${most} tokens. Enter its longest answer under Settings, Models, or set one in the prompt.`;
  }
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
