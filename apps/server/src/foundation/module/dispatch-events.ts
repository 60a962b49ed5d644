/**
 * Hands the event log to its listeners. The bus only wakes it; what is to be delivered is read from the log
 * with each listener's own cursor, so a lost wake-up costs time and never an event.
 */
import type { RouteHost } from '../http/route-host.ts';
import type { ListenerDeclaration } from './define-module.ts';

/** Its message is the id of the organization whose log grew, and the types of the events. */
export const eventTopic = 'event';

const firstRetryMs = 500;
const longestRetryMs = 60_000;
const hiddenPauseMs = 50;
/** Past events that nobody waits for the cursors of all listeners move this late, in one step. */
const passAfterMs = 10_000;

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
  const passing = new Set<string>();
  const awaited = new Set<string>();

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

  async function run(key: string, listener: ListenerDeclaration, organizationId: string): Promise<void> {
    const state = running.get(key);
    do {
      if (state) state.again = false;
      await drain(listener, organizationId);
    } while (state?.again && !stopping.signal.aborted);
    running.delete(key);
  }

  function deliverTo(listener: ListenerDeclaration, organizationId: string): Promise<void> {
    const key = `${organizationId} ${listener.name}`;
    const state = running.get(key);
    if (state) {
      state.again = true;
      return state.done;
    }
    const fresh = { again: false, done: Promise.resolve() };
    running.set(key, fresh);
    fresh.done = run(key, listener, organizationId);
    return fresh.done;
  }

  async function deliver(organizationId: string): Promise<void> {
    await Promise.all(after.map((listener) => deliverTo(listener, organizationId)));
  }

  /** A run tells of itself twice: whoever does not listen to runs must not cost a transaction each time. */
  async function wake(organizationId: string, types: readonly string[]): Promise<void> {
    const wanted = after.filter(({ events }) => events.some(({ type }) => types.includes(type)));
    if (wanted.length < after.length) void pass(organizationId);
    await Promise.all(
      wanted.map((listener) =>
        listener.patienceMs
          ? later(listener, organizationId, listener.patienceMs)
          : deliverTo(listener, organizationId),
      ),
    );
  }

  /** One delivery for all that comes while it waits. */
  async function later(listener: ListenerDeclaration, organizationId: string, ms: number): Promise<void> {
    const key = `${organizationId} ${listener.name}`;
    if (awaited.has(key)) return;
    awaited.add(key);
    await clock.sleep(ms, stopping.signal).catch(() => undefined);
    awaited.delete(key);
    if (!stopping.signal.aborted) await deliverTo(listener, organizationId);
  }

  async function pass(organizationId: string): Promise<void> {
    if (passing.has(organizationId)) return;
    passing.add(organizationId);
    await clock.sleep(passAfterMs, stopping.signal).catch(() => undefined);
    passing.delete(organizationId);
    if (stopping.signal.aborted) return;
    const scope = { organizationId, job: 'listeners.pass', onBehalfOf: null };
    await host.ports
      .within(scope, (ctx) => host.capabilities.passEvents(ctx, after))
      .catch((error) => log.warn('cursors of listeners could not be moved', { organizationId, error }));
  }

  async function catchUp(): Promise<void> {
    for (const listener of after) {
      const scope = { organizationId: null, userId: null };
      const behind = await host.db.tenant(
        scope,
        (tx) => host.capabilities.organizationsBehind(tx, listener.name),
        'background',
      );
      await Promise.all(behind.map(deliver));
    }
  }

  const unsubscribe =
    after.length > 0
      ? [
          bus.subscribe(eventTopic, ([id, ...types]) => (id ? wake(id, types) : undefined)),
          bus.onGap(catchUp),
        ]
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
