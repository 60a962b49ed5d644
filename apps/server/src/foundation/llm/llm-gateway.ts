import type { Clock } from '../clock/clock.ts';
import { connectionProblem } from './connection-problem.ts';
import { echoModel } from './echo-model.ts';
import { type ConnectionTest, listModels, type ProviderConnection, testConnection } from './list-models.ts';
import type { ModelCall, ModelError, ModelEvent } from './model-event.ts';
import type { ModelListing } from './read-listing.ts';
import { type RemoteCall, streamAttempt } from './stream-attempt.ts';

/** The one door to language models. */
export type LlmGateway = {
  /** Yields the answer and last exactly one `end` or `error`. Never throws. Leaving the loop closes the call. */
  stream(call: ModelCall): AsyncIterable<ModelEvent>;
  listModels(
    connection: ProviderConnection,
  ): Promise<{ ok: true; models: ModelListing[] } | { ok: false; error: ModelError }>;
  /** Tries a connection before it is saved, with as little cost as possible. */
  test(connection: ProviderConnection & { model?: string }): Promise<ConnectionTest>;
};

export type LlmGatewayPorts = {
  /** Use `guardedFetch` wherever people enter addresses. */
  fetch: typeof globalThis.fetch;
  clock: Clock;
  /** Told of each retry; never of contents or keys. */
  log?: { warn(facts: Record<string, unknown>, message: string): void };
};

const maximumRetries = 2;
const firstPauseMs = 500;
/** A provider that asks for a longer pause is not waited for: the person decides. */
const longestPauseMs = 20_000;

export function createLlmGateway(ports: LlmGatewayPorts): LlmGateway {
  const stream = (call: ModelCall) =>
    isRemote(call) ? streamRemote(call, ports) : echoModel(call, ports.clock);
  return {
    stream,
    listModels: (connection) => listModels(connection, ports),
    test: (connection) => testConnection(connection, ports, stream),
  };
}

function isRemote(call: ModelCall): call is RemoteCall {
  return call.provider !== 'echo';
}

async function* streamRemote(call: RemoteCall, ports: LlmGatewayPorts): AsyncGenerator<ModelEvent> {
  const problem = connectionProblem(call);
  if (problem) {
    yield { type: 'error', ...problem };
    return;
  }
  const warned = new Set<string>();
  for (let retry = 0; ; retry += 1) {
    let began = false;
    let again: ModelError | undefined;
    for await (const event of streamAttempt(call, ports)) {
      if (event.type === 'warning') {
        if (warned.has(event.message)) continue;
        warned.add(event.message);
      }
      if (event.type === 'error' && !began && retry < maximumRetries && worthRetrying(event)) {
        again = event;
        break;
      }
      began ||= event.type !== 'warning';
      yield event;
    }
    if (!again) return;
    const pause = again.retryAfterMs ?? firstPauseMs * 2 ** retry;
    ports.log?.warn(
      { code: again.code, status: again.status, pause, retry: retry + 1 },
      'model call is tried again',
    );
    yield { type: 'warning', message: `${again.message} Trying again in ${Math.round(pause / 100) / 10} s.` };
    try {
      await ports.clock.sleep(pause, call.signal);
    } catch {
      yield { type: 'end', finishReason: 'interrupted' };
      return;
    }
  }
}

/** Only what may pass by itself. A call that hung is not repeated: that would double the wait. */
function worthRetrying(error: ModelError): boolean {
  return error.retryable && error.code !== 'model.timeout' && (error.retryAfterMs ?? 0) <= longestPauseMs;
}
