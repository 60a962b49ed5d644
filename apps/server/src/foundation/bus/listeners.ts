import type { Log } from '../log/log.ts';
import type { BusListener } from './bus.ts';

export type Listeners = {
  subscribe(topic: string, listener: BusListener): () => void;
  onGap(catchUp: () => void | Promise<void>): () => void;
  deliver(topic: string, ids: readonly string[]): void;
  gap(): void;
  clear(): void;
};

/** Who listens in this process. One listener that fails is logged and disturbs no other. */
export function createListeners(log: Log): Listeners {
  const byTopic = new Map<string, Set<BusListener>>();
  const catchingUp = new Set<() => void | Promise<void>>();

  const run = async (call: () => void | Promise<void>, topic: string) => {
    try {
      await call();
    } catch (error) {
      log.error('a listener of the bus failed', { topic, error });
    }
  };

  return {
    subscribe(topic, listener) {
      const own: BusListener = (ids) => listener(ids);
      const listeners = byTopic.get(topic) ?? new Set();
      byTopic.set(topic, listeners.add(own));
      return () => {
        listeners.delete(own);
        if (listeners.size === 0 && byTopic.get(topic) === listeners) byTopic.delete(topic);
      };
    },
    onGap(catchUp) {
      const own = () => catchUp();
      catchingUp.add(own);
      return () => catchingUp.delete(own);
    },
    deliver(topic, ids) {
      for (const listener of byTopic.get(topic) ?? []) void run(() => listener(ids), topic);
    },
    gap() {
      for (const catchUp of catchingUp) void run(catchUp, 'gap');
    },
    clear() {
      byTopic.clear();
      catchingUp.clear();
    },
  };
}
