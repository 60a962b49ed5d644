import type { Log } from '../log/log.ts';
import type { Bus } from './bus.ts';
import { createListeners } from './listeners.ts';
import { checkMessage } from './message.ts';

/** The bus of a single process. As between processes, listeners run later, never inside `publish`. */
export function createMemoryBus({ log }: { log: Log }): Bus {
  const listeners = createListeners(log);
  return {
    async publish(topic, ids) {
      checkMessage(topic, ids);
      const copy = [...ids];
      setImmediate(() => listeners.deliver(topic, copy));
    },
    subscribe: listeners.subscribe,
    onGap: listeners.onGap,
    async close() {
      listeners.clear();
    },
  };
}
