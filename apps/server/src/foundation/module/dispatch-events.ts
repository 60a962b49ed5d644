/**
 * Hands the event log to its listeners. The bus only wakes it; what is to be delivered is read from the log
 * with each listener's own cursor, so a lost wake-up costs time and never an event.
 */
import type { RouteHost } from '../http/route-host.ts';
import type { ListenerDeclaration } from './define-module.ts';

/** Its message is the id of the organization whose log grew. */
export const eventTopic = 'event';

const firstRetryMs = 500;
const longestRetryMs = 60_000;
const hiddenPauseMs = 50;

export interface EventDispatcher {
  /** Delivers whatever waits in the organization; resolves when nothing more does. */
  deliver(organizationId: string): Promise<void>;
  /** Delivers whatever waits anywhere. */
  catchUp(): Promise<void>;
  stop(): Promise<void>;
}

export function startEventDispatcher(
  host: RouteHost,
  listeners: readonly ListenerDeclaration[],
): EventDispatcher {
  const { bus, clock, log } = host.ports;
  const after = listeners.filter((listener) => listener.when === 'after');
  const stopping = new AbortController();
  const running = new Map<string, { again: boolean; done: Promise<void> }>();

  async function drain(listener: ListenerDeclaration, organizationId: string): Promise<void> {
    for (let failures = 0; !stopping.signal.aborted; ) {
      try {
        const scope = { organizationId, job: `listener:${listener.name}`, onBehalfOf: null };
        const rest = await host.ports.within(scope, (ctx) => host.capabilities.deliverEvents(ctx, listener));
        if (rest === 'done') return;
        failures = 0;
        // Nobody wakes us when the older transaction ends.
        if (rest === 'hidden') await clock.sleep(hiddenPauseMs, stopping.signal).catch(() => undefined);
      } catch (error) {
        log.error('a listener failed and will be tried again', {
          listener: listener.name,
          organizationId,
          error,
        });
        const pause = Math.min(firstRetryMs * 2 ** failures++, longestRetryMs);
        await clock.sleep(pause, stopping.signal).catch(() => undefined);
      }
    }
  }

  async function run(organizationId: string): Promise<void> {
    const state = running.get(organizationId);
    do {
      if (state) state.again = false;
      await Promise.all(after.map((listener) => drain(listener, organizationId)));
    } while (state?.again && !stopping.signal.aborted);
    running.delete(organizationId);
  }

  function deliver(organizationId: string): Promise<void> {
    const state = running.get(organizationId);
    if (state) {
      state.again = true;
      return state.done;
    }
    const fresh = { again: false, done: Promise.resolve() };
    running.set(organizationId, fresh);
    fresh.done = run(organizationId);
    return fresh.done;
  }

  async function catchUp(): Promise<void> {
    for (const listener of after) {
      const scope = { organizationId: null, userId: null };
      const behind = await host.db.tenant(scope, (tx) =>
        host.capabilities.organizationsBehind(tx, listener.name),
      );
      await Promise.all(behind.map(deliver));
    }
  }

  const unsubscribe =
    after.length > 0
      ? [bus.subscribe(eventTopic, ([id]) => (id ? deliver(id) : undefined)), bus.onGap(catchUp)]
      : [];
  return {
    deliver,
    catchUp,
    async stop() {
      for (const one of unsubscribe) one();
      stopping.abort();
      await Promise.all([...running.values()].map((state) => state.done));
    },
  };
}
