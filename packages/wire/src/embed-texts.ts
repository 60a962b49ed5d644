/** Texts as vectors that lie close where the texts mean alike. */
import { cutError, garbledError, toModelError } from './model-error.ts';
import type { ModelError } from './model-event.ts';
import { baseUrlOf, type RemoteProvider } from './provider-address.ts';
import { openEmbeddingModel } from './provider-model.ts';
import type { AttemptPorts } from './stream-attempt.ts';

export type EmbeddingCall = {
  provider: RemoteProvider | 'echo';
  baseUrl: string | null;
  apiKey: string | null;
  /** Its health is kept under this. */
  keyId?: string;
  model: string;
  texts: readonly string[];
  signal: AbortSignal;
};

export type RemoteEmbeddingCall = EmbeddingCall & { provider: RemoteProvider };

export type EmbeddingOutcome =
  | {
      ok: true;
      /** One for each text, in their order, all of one length. */
      vectors: number[][];
      /** Null where the provider does not count them. */
      inputTokens: number | null;
    }
  | { ok: false; error: ModelError };

const longestWaitMs = 60_000;
/** A vector of a large model is some 40 kB of JSON. */
const longestAnswer = 8 * 1024 * 1024;

/** Said before anything is sent. */
export const noEmbeddings = (model: string): ModelError => ({
  code: 'model.refused_request',
  message: `${model} cannot compare meanings: its provider offers no embeddings. Choose an embedding model of OpenAI, Google or a compatible server.`,
  retryable: false,
});

/** One request. Never throws. */
export async function embedAttempt(
  call: RemoteEmbeddingCall,
  { fetch, clock }: AttemptPorts,
): Promise<EmbeddingOutcome> {
  const late = new AbortController();
  const over = new AbortController();
  clock.sleep(longestWaitMs, over.signal).then(
    () => late.abort(),
    () => undefined,
  );
  let answered = false;
  const seen: typeof globalThis.fetch = async (input, init) => {
    const response = await fetch(input, init);
    answered = true;
    return bounded(response);
  };
  const facts = () => ({
    apiKey: call.apiKey,
    model: call.model,
    host: URL.parse(baseUrlOf(call))?.host ?? 'the address',
    now: clock.now(),
    answered,
  });
  try {
    const model = await openEmbeddingModel(call, seen);
    if (!model) return { ok: false, error: noEmbeddings(call.model) };
    const { embeddings, usage } = await model.doEmbed({
      values: [...call.texts],
      abortSignal: AbortSignal.any([call.signal, late.signal]),
    });
    if (!areVectors(embeddings, call.texts.length)) return { ok: false, error: garbledError(facts()) };
    const tokens = usage?.tokens;
    // Some servers count nothing and say so with a zero.
    const inputTokens = tokens !== undefined && Number.isSafeInteger(tokens) && tokens > 0 ? tokens : null;
    return { ok: true, vectors: embeddings, inputTokens };
  } catch (thrown) {
    if (call.signal.aborted) return { ok: false, error: cutError(facts()) };
    if (late.signal.aborted) return { ok: false, error: timeoutError(call) };
    const error = toModelError(thrown, facts());
    return { ok: false, error: error.code === 'model.cut' && isRead(thrown) ? garbledError(facts()) : error };
  } finally {
    over.abort();
  }
}

const timeoutError = ({ model }: EmbeddingCall): ModelError => ({
  code: 'model.timeout',
  message: `${model} did not answer within ${longestWaitMs / 1_000} s.`,
  retryable: true,
});

/** The answer came whole and is none. */
const isRead = (thrown: unknown): boolean =>
  (thrown as { statusCode?: unknown } | null)?.statusCode === 200 &&
  /JSONParse|TypeValidation/.test(String((thrown as { cause?: { name?: unknown } }).cause?.name));

function areVectors(embeddings: unknown, count: number): embeddings is number[][] {
  if (!Array.isArray(embeddings) || embeddings.length !== count) return false;
  const length = (embeddings[0] as unknown[] | undefined)?.length ?? 0;
  return (
    length > 0 &&
    embeddings.every(
      (vector) => Array.isArray(vector) && vector.length === length && vector.every(Number.isFinite),
    )
  );
}

/** Ends an answer that is longer than any could be. */
function bounded(response: Response): Response {
  const { body, status, statusText, headers } = response;
  if (!body) return response;
  let size = 0;
  const counting = new TransformStream<Uint8Array, Uint8Array>({
    transform(chunk, controller) {
      size += chunk.byteLength;
      if (size > longestAnswer)
        controller.error(Object.assign(new Error('too long'), { name: 'AI_InvalidResponseDataError' }));
      else controller.enqueue(chunk);
    },
  });
  return new Response(body.pipeThrough(counting), { status, statusText, headers });
}

/** How alike two vectors of one length point: 1 the same way, 0 not at all alike. What points apart counts as 0. */
export function closeness(one: readonly number[], other: readonly number[]): number {
  let product = 0;
  let ones = 0;
  let others = 0;
  one.forEach((value, index) => {
    const beside = other[index] ?? 0;
    product += value * beside;
    ones += value * value;
    others += beside * beside;
  });
  const lengths = Math.sqrt(ones) * Math.sqrt(others);
  // Numbers so large that their product is none point nowhere.
  return lengths > 0 && Number.isFinite(product / lengths) ? Math.min(1, Math.max(0, product / lengths)) : 0;
}
