import type { Clock } from './clock.ts';
import { connectionProblem } from './connection-problem.ts';
import { echoModel } from './echo-model.ts';
import {
  type EmbeddingCall,
  type EmbeddingOutcome,
  embedAttempt,
  noEmbeddings,
  type RemoteEmbeddingCall,
} from './embed-texts.ts';
import { createMemoryHealth } from './health-store.ts';
import { createHealthBook, type HealthBook, type KeyHealth } from './key-health.ts';
import { type ConnectionTest, listModels, type ProviderConnection, testConnection } from './list-models.ts';
import type { ModelCall, ModelError, ModelEvent } from './model-event.ts';
import type { ModelListing } from './read-listing.ts';
import { takenOf } from './setting-support.ts';
import { type RemoteCall, streamAttempt } from './stream-attempt.ts';

/** The one door to language models. */
export type LlmGateway = {
  /** Yields the answer and last exactly one `end` or `error`. Never throws. Leaving the loop closes the call. */
  stream(call: ModelCall): AsyncIterable<ModelEvent>;
  /** Texts as vectors; tried again where that helps. Never throws. */
  embed(call: EmbeddingCall): Promise<EmbeddingOutcome>;
  listModels(
    connection: ProviderConnection,
  ): Promise<{ ok: true; models: ModelListing[] } | { ok: false; error: ModelError }>;
  /** Tries a connection before it is saved, with as little cost as possible. */
  test(connection: ProviderConnection & { model?: string }): Promise<ConnectionTest>;
  /** How calls with this key went of late, whichever process made them. */
  healthOf(keyId: string): KeyHealth | undefined;
  /** After a key or its address was changed or tested. */
  forgetHealth(keyId: string): Promise<void>;
};

export type LlmGatewayPorts = {
  /** Use `guardedFetch` wherever people enter addresses. */
  fetch: typeof globalThis.fetch;
  clock: Clock;
  /** What is known of keys; by itself the gateway knows only its own calls. */
  health?: HealthBook;
  /** Told of each retry; never of contents or keys. */
  log?: { warn(facts: Record<string, unknown>, message: string): void };
};

const maximumRetries = 2;
const firstPauseMs = 500;
/** A provider that asks for a longer pause is not waited for: the person decides. */
const longestPauseMs = 20_000;

export function createLlmGateway(ports: LlmGatewayPorts): LlmGateway {
  const { clock } = ports;
  const health = ports.health ?? createHealthBook({ clock, store: createMemoryHealth() });
  const stream = (call: ModelCall) =>
    isRemote(call) ? streamRemote(call, { ...ports, health }) : echoModel(call, ports.clock);
  return {
    stream,
    embed: (call) =>
      isRemote(call)
        ? embedRemote(call, { ...ports, health })
        : Promise.resolve({ ok: false, error: noEmbeddings(call.model) }),
    listModels: (connection) => listModels(connection, ports),
    test: (connection) => testConnection(connection, ports, stream),
    healthOf: health.healthOf,
    forgetHealth: health.forget,
  };
}

function isRemote(call: ModelCall): call is RemoteCall;
function isRemote(call: EmbeddingCall): call is RemoteEmbeddingCall;
function isRemote({ provider }: ModelCall | EmbeddingCall): boolean {
  return provider !== 'echo';
}

type RemotePorts = LlmGatewayPorts & { health: HealthBook };

async function* streamRemote(asked: RemoteCall, ports: RemotePorts): AsyncGenerator<ModelEvent> {
  const { settings, leftOut } = takenOf(asked.settings, asked);
  const call = { ...asked, settings };
  const problem =
    connectionProblem(call) ?? (call.keyId ? await ports.health.refusal(call.keyId) : undefined);
  if (problem) {
    yield { type: 'error', ...problem };
    return;
  }
  for (const message of leftOut) yield { type: 'warning', message };
  const warned = new Set<string>();
  for (let retry = 0; ; retry += 1) {
    let began = false;
    let again: ModelError | undefined;
    for await (const event of watched(call, ports)) {
      if (event.type === 'warning') {
        if (warned.has(event.message)) continue;
        warned.add(event.message);
      }
      if (event.type === 'error' && !began && retry < maximumRetries && mayRetry(call, ports, event)) {
        again = event;
        break;
      }
      began ||= event.type !== 'warning';
      yield event;
    }
    if (!again) return;
    const pause = pauseBefore(retry, again, ports);
    yield { type: 'warning', message: `${again.message} Trying again in ${Math.round(pause / 100) / 10} s.` };
    try {
      await ports.clock.sleep(pause, call.signal);
    } catch {
      yield { type: 'end', finishReason: 'interrupted' };
      return;
    }
  }
}

/** How long to wait before it is tried again, in milliseconds. */
function pauseBefore(
  retry: number,
  { code, status, retryAfterMs }: ModelError,
  { log }: RemotePorts,
): number {
  const pause = retryAfterMs ?? firstPauseMs * 2 ** retry;
  log?.warn({ code, status, pause, retry: retry + 1 }, 'model call is tried again');
  return pause;
}

async function embedRemote(call: RemoteEmbeddingCall, ports: RemotePorts): Promise<EmbeddingOutcome> {
  const { keyId } = call;
  const { health, clock } = ports;
  const problem = connectionProblem(call) ?? (keyId ? await health.refusal(keyId) : undefined);
  if (problem) return { ok: false, error: problem };
  for (let retry = 0; ; retry += 1) {
    const outcome = await embedAttempt(call, ports);
    if (keyId) {
      if (call.signal.aborted) await health.left(keyId);
      else if (outcome.ok) await health.succeeded(keyId);
      else await health.failed(keyId, outcome.error);
    }
    if (outcome.ok || call.signal.aborted) return outcome;
    if (retry >= maximumRetries || !mayRetry(call, ports, outcome.error)) return outcome;
    try {
      await clock.sleep(pauseBefore(retry, outcome.error, ports), call.signal);
    } catch {
      return outcome;
    }
  }
}

/** One attempt, and what it says about the key. */
async function* watched(call: RemoteCall, ports: RemotePorts): AsyncGenerator<ModelEvent> {
  const { keyId } = call;
  const { health } = ports;
  if (!keyId) return yield* streamAttempt(call, ports);
  let judged = false;
  try {
    for await (const event of streamAttempt(call, ports)) {
      if (event.type === 'error') await health.failed(keyId, event);
      else if (event.type === 'end' && event.finishReason !== 'interrupted') await health.succeeded(keyId);
      judged ||= event.type === 'error' || (event.type === 'end' && event.finishReason !== 'interrupted');
      yield event;
    }
  } finally {
    if (!judged) await health.left(keyId);
  }
}

/** Not when the breaker has opened: what failed is then the answer. */
function mayRetry({ keyId }: { keyId?: string }, { health }: RemotePorts, error: ModelError): boolean {
  return worthRetrying(error) && !(keyId && health.healthOf(keyId)?.state === 'open');
}

/** Only what may pass by itself. A call that hung is not repeated: that would double the wait. */
function worthRetrying(error: ModelError): boolean {
  return error.retryable && error.code !== 'model.timeout' && (error.retryAfterMs ?? 0) <= longestPauseMs;
}
