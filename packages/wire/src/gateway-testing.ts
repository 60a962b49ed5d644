import type { Clock } from './clock.ts';
import type { ModelCall, ModelEvent } from './model-event.ts';

/** Time that runs sixty times as fast, so that pauses and limits can be waited for in tests. */
export const hurriedClock: Clock = {
  now: () => new Date(performance.timeOrigin + performance.now() * 60),
  monotonic: () => performance.now() * 60,
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
      }, ms / 60);
      signal?.addEventListener('abort', onAbort, { once: true });
    }),
};

/** Time that stands still: no limit is ever reached, however long the machine takes. */
export const stillClock: Clock = {
  ...hurriedClock,
  sleep: (_ms, signal) =>
    new Promise((_resolve, reject) => {
      if (signal?.aborted) return reject(signal.reason);
      signal?.addEventListener('abort', () => reject(signal.reason), { once: true });
    }),
};

export const testKey = 'sk-test-0123456789-secret';

export function modelCall(
  given: Partial<ModelCall> & Pick<ModelCall, 'provider' | 'baseUrl' | 'model'>,
): ModelCall {
  return {
    apiKey: testKey,
    messages: [
      { role: 'system', content: 'Answer shortly.' },
      { role: 'user', content: 'What is the capital of Denmark?' },
    ],
    settings: {},
    tools: [],
    responseSchema: null,
    signal: new AbortController().signal,
    firstTokenTimeoutMs: 60_000,
    idleTimeoutMs: 60_000,
    ...given,
  };
}

export async function collect(events: AsyncIterable<ModelEvent>): Promise<ModelEvent[]> {
  const all: ModelEvent[] = [];
  for await (const event of events) all.push(event);
  return all;
}

/** The answer's text and how the call ended; fails where the one-ending rule is broken. */
export function outcome(events: readonly ModelEvent[]) {
  const endings = events.filter(({ type }) => type === 'end' || type === 'error');
  const last = events.at(-1);
  if (endings.length !== 1 || endings[0] !== last) {
    throw new Error(`expected one ending, and last: ${JSON.stringify(events.slice(-5))}`);
  }
  const text = events.map((event) => (event.type === 'text-delta' ? event.text : '')).join('');
  const usage = events.find((event) => event.type === 'usage');
  return {
    text,
    usage,
    ending: last?.type === 'error' ? last.code : last?.type === 'end' ? last.finishReason : '',
  };
}
