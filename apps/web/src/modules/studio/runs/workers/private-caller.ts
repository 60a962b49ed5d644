/**
 * The worker of private runs: speaks the wire of the providers with the same code as the server does. The server gives
 * it a policy that lets it reach one address (page-policy.ts names this file).
 */
import { createThoughtSplitter } from '@promptvault/document/techniques';
import type { Clock } from '@promptvault/wire/clock';
import { compatibleServerOf } from '@promptvault/wire/compatible-server';
import { createLlmGateway } from '@promptvault/wire/llm-gateway';
import type { ModelEvent } from '@promptvault/wire/model-event';
import { browserFetch } from './browser-fetch.ts';
import type { CallerCall, CallerListing, FromCaller, Listed, ToCaller } from './caller-protocol.ts';

type WorkerScope = {
  postMessage: (message: FromCaller) => void;
  addEventListener: (kind: 'message', listener: (event: MessageEvent<ToCaller>) => void) => void;
};
const scope = globalThis as unknown as WorkerScope;

const clock: Clock = {
  now: () => new Date(),
  monotonic: () => performance.now(),
  sleep: (ms, signal) =>
    new Promise((resolve, reject) => {
      if (signal?.aborted) return reject(signal.reason);
      const onAbort = () => {
        clearTimeout(timer);
        reject(signal?.reason);
      };
      const timer = setTimeout(() => {
        signal?.removeEventListener('abort', onAbort);
        resolve();
      }, ms);
      signal?.addEventListener('abort', onAbort, { once: true });
    }),
};

const gatewayOf = (provider: string) =>
  createLlmGateway({
    clock,
    fetch: browserFetch(provider, {
      fetch: (input, init) => fetch(input, init),
      isOnline: () => navigator.onLine,
    }),
  });

/** A model on one's own machine may have to be loaded first. */
const patience = { firstTokenTimeoutMs: 600_000, idleTimeoutMs: 120_000 };
const open = new Map<number, AbortController>();

async function call(id: number, { thinksFirst, ...asked }: CallerCall): Promise<void> {
  const stopper = new AbortController();
  open.set(id, stopper);
  const tell = (event: ModelEvent) => scope.postMessage({ kind: 'event', id, event });
  const events = gatewayOf(asked.provider).stream({ ...asked, ...patience, signal: stopper.signal });
  for await (const event of thinksFirst ? thoughtsApart(events) : events) tell(event);
  open.delete(id);
}

/** What the model thinks in words becomes reasoning, as it does on the server. */
async function* thoughtsApart(events: AsyncIterable<ModelEvent>): AsyncGenerator<ModelEvent> {
  const splitter = createThoughtSplitter();
  const told = (pieces: ReturnType<typeof splitter.rest>): ModelEvent[] =>
    pieces.map(({ kind, text }) => ({ type: kind === 'thought' ? 'reasoning-delta' : 'text-delta', text }));
  for await (const event of events) {
    if (event.type === 'text-delta') {
      yield* told(splitter.take(event.text));
      continue;
    }
    if (event.type === 'end' || event.type === 'error') yield* told(splitter.rest());
    yield event;
  }
}

async function list(id: number, connection: CallerListing): Promise<void> {
  const stopper = new AbortController();
  open.set(id, stopper);
  const result = await gatewayOf(connection.provider).listModels({ ...connection, signal: stopper.signal });
  open.delete(id);
  const listed: Listed = result.ok
    ? {
        ok: true,
        models: result.models.map((model) => model.id),
        taking: {
          server: compatibleServerOf(connection.baseUrl, result.models),
          settings: Object.fromEntries(
            result.models.flatMap((model) => (model.settings ? [[model.id, model.settings]] : [])),
          ),
        },
      }
    : result;
  scope.postMessage({ kind: 'listed', id, listed });
}

scope.addEventListener('message', ({ data }) => {
  if (data.kind === 'call') void call(data.id, data.call);
  else if (data.kind === 'list') void list(data.id, data.connection);
  else open.get(data.id)?.abort();
});
