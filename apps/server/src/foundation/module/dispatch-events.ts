/**
 * Hands the event log to its listeners. The bus only wakes it; what is to be delivered is read from the log
 * with each listener's own cursor, so a lost wake-up costs time and never an event.
 */
import type { RouteHost } from '../http/route-host.ts';
import type { Metrics } from '../metrics/metrics.ts';
import type { ListenerDeclaration } from './define-module.ts';

/** Its message is the id of the organization whose log grew, and the types of the events. */
export const eventTopic = 'event';

/** So many events a listener is given in one transaction. */
const batch = 100;
const longestRetryMs = 60_000;
const hiddenPauseMs = 50;
/** Past events that nobody waits for the cursors of all listeners move this late, in one step. */
const passAfterMs = 10_000;
/** A listener with patience is quick for one event, and where they keep coming takes those of a second together. */
const restMs = 1_000;

export interface EventDispatcher {
  /** Delivers whatever waits in the organization; resolves when nothing more does. */
  deliver(organizationId: string): Promise<void>;
  /** Delivers whatever waits anywhere. */
  catchUp(): Promise<void>;
  stop(): Promise<void>;
}

export interface DispatcherOptions {
  metrics?: Metrics;
  /** Before the first retry; doubled for each further one, up to a minute. */
  firstRetryMs?: number;
  /** An event a listener fails at so often, one time after the other, is set aside: about three minutes. */
  mostTries?: number;
}

export function startEventDispatcher(
  host: RouteHost,
  listeners: readonly ListenerDeclaration[],
  { metrics, firstRetryMs = 500, mostTries = 10 }: DispatcherOptions = {},
): EventDispatcher {
  const { bus, clock, log } = host.ports;
  const after = listeners.filter((listener) => listener.when === 'after');
  const stopping = new AbortController();
  const running = new Map<string, { again: boolean; done: Promise<void> }>();
  const passing = new Set<string>();
  const awaited = new Set<string>();
  /** Patient listeners that were given something within the last second, and when, by the clock's `monotonic`. */
  const resting = new Map<string, number>();

  const aside = metrics?.counter(
    'events_set_aside_total',
    'Events a listener failed at so often that it went on without them.',
    ['listener'],
  );
  const scopeOf = (listener: ListenerDeclaration, organizationId: string) => ({
    organizationId,
    job: `listener:${listener.name}`,
    onBehalfOf: null,
  });

  async function drain(listener: ListenerDeclaration, organizationId: string): Promise<void> {
    const scope = scopeOf(listener, organizationId);
    // Events that are given one by one, since one of them failed: so that nothing but that one is set aside.
    let single = 0;
    for (let failures = 0; !stopping.signal.aborted; ) {
      try {
        const most = single > 0 ? 1 : batch;
        const rest = await host.ports.within(scope, (ctx) =>
          host.capabilities.deliverEvents(ctx, listener, most),
        );
        if (rest === 'done') return;
        failures = 0;
        single = Math.max(0, single - 1);
        // Nobody wakes us when the older transaction ends.
        if (rest === 'hidden') await clock.sleep(hiddenPauseMs, stopping.signal).catch(() => undefined);
      } catch (error) {
        failures += 1;
        log.error('a listener failed and will be tried again', {
          listener: listener.name,
          organizationId,
          failures,
          error,
        });
        if (
          single > 0 &&
          failures >= mostTries &&
          (await setAside(listener, organizationId, error, failures))
        )
          failures = 0;
        else {
          const pause = Math.min(firstRetryMs * 2 ** (failures - 1), longestRetryMs);
          await clock.sleep(pause, stopping.signal).catch(() => undefined);
        }
        single = batch;
      }
    }
  }

  /** @returns whether the listener is past the event */
  async function setAside(
    listener: ListenerDeclaration,
    organizationId: string,
    error: unknown,
    tries: number,
  ): Promise<boolean> {
    const facts = { listener: listener.name, organizationId };
    try {
      const event = await host.ports.within(scopeOf(listener, organizationId), (ctx) =>
        host.capabilities.setEventAside(ctx, listener, { error, tries }),
      );
      if (!event) return true;
      aside?.add(1, { listener: listener.name });
      const { id, type } = event;
      log.error('a listener goes on without an event it failed at', { ...facts, event: id, type, tries });
      return true;
    } catch (fault) {
      // The database itself does not answer: then it is not the event's fault.
      log.error('an event could not be set aside', { ...facts, error: fault });
      return false;
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
    const restsUntil = (resting.get(key) ?? Number.NEGATIVE_INFINITY) + restMs;
    const waitMs = Math.max(ms, restsUntil - clock.monotonic());
    await clock.sleep(waitMs, stopping.signal).catch(() => undefined);
    awaited.delete(key);
    if (stopping.signal.aborted) return;
    await deliverTo(listener, organizationId);
    void rest(key);
  }

  async function rest(key: string): Promise<void> {
    const since = clock.monotonic();
    resting.set(key, since);
    await clock.sleep(restMs, stopping.signal).catch(() => undefined);
    if (resting.get(key) === since) resting.delete(key);
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
