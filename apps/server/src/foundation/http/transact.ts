/** Transactions with their context: of a request, of work without one, of a connection that stays open. */
import { type Actor, actorName, type Insider } from '../context/actor.ts';
import type { Ctx, Ports, RequestFacts } from '../context/ctx.ts';
import { isAfterFailure, type Scope, type Tx } from '../db/database.ts';
import type { RouteHost } from './route-host.ts';

/** What is done at the end of a transaction. */
export interface Ending {
  /** Runs once it is committed. */
  after: (() => void)[];
  /** Events that were sent to the log: their answers come with that of the commit. */
  events: Promise<unknown>[];
  /** The first of them that was not taken. */
  failed?: { reason: unknown };
}

/** What an operation of this transaction works with. `rightsAsOf`: openedTopics.now() before it was entered. */
export function makeCtx<A extends Actor>(
  { host, facts }: { host: RouteHost; facts: RequestFacts },
  tx: Tx,
  actor: A,
  organizationId: string,
  ending: Ending,
  rightsAsOf?: number,
): Ctx<A> {
  const { ports, capabilities } = host;
  const { after, events } = ending;
  const ctx: Ctx<A> = {
    actor,
    organizationId,
    tx,
    clock: ports.clock,
    newId: ports.newId,
    log: host.log.child({ requestId: facts.id, actor: actorName(actor) }),
    emit: (event, subject, payload) => ctx.emitAll(event, [{ subject, payload }]),
    async emitAll(event, all) {
      const recording = capabilities.appendEvents(ctx as Ctx<Actor>, event, all);
      events.push(recording);
      recording.catch((reason: unknown) => {
        ending.failed ??= { reason };
      });
      for (const listener of host.listeners)
        if (listener.when === 'in_transaction' && listener.events.includes(event))
          for (const one of await recording) await listener.handle(ctx as unknown as Ctx, one);
    },
    jobs: { send: (kind, data, options) => host.sendJob(tx, kind, data, options) },
    entitlements: capabilities.entitlements({ tx, organizationId, newId: ports.newId, clock: ports.clock }),
    afterCommit: (fn) => after.push(fn),
    letFollow(topic, opened) {
      if (rightsAsOf === undefined || actor.kind !== 'person') return;
      const one = { organizationId, userId: actor.userId, topic, opened };
      after.push(() => host.openedTopics.remember(one, rightsAsOf));
    },
    request: facts,
    ports,
  };
  return ctx;
}

/** One transaction within a scope; what `afterCommit` was given runs once it is committed. */
export async function transact<O>(
  host: RouteHost,
  scope: Scope,
  fn: (tx: Tx, ending: Ending) => Promise<O>,
  lane?: 'background',
): Promise<O> {
  const ending: Ending = { after: [], events: [] };
  const { after, events } = ending;
  const work = async (tx: Tx) => {
    const result = await fn(tx, ending);
    if (ending.failed) throw ending.failed.reason;
    return result;
  };
  const result = await host.db.tenant(scope, work, lane).catch(async (error: unknown) => {
    await Promise.allSettled(events);
    // What the database says of an event explains why it said no to all that came after it.
    const { failed } = ending;
    throw failed && isAfterFailure(error) && !isAfterFailure(failed.reason) ? failed.reason : error;
  });
  await Promise.all(events);
  for (const one of after)
    try {
      one();
    } catch (error) {
      // What was asked for is done; an answer that says otherwise would have it done twice.
      host.log.error('what follows a commit failed', { error });
    }
  return result;
}

/** Opens a transaction for work that goes on without a request: jobs, streams, sockets. */
export function workWithin(host: RouteHost): Ports['within'] {
  return (scope, fn) =>
    transact(
      host,
      { organizationId: scope.organizationId, userId: scope.onBehalfOf },
      async (tx, ending) => {
        const actor = await host.capabilities.enterAsJob(tx, scope);
        const facts: RequestFacts = { id: host.ports.newId(), address: null, userAgent: null };
        return fn(makeCtx({ host, facts }, tx, actor, scope.organizationId, ending));
      },
      'background',
    );
}

/** A transaction for a connection that stays open; its actor is read anew each time. */
export async function transactAs<T>(
  host: RouteHost,
  scope: { organizationId: string; userId: string | null },
  facts: RequestFacts,
  enter: (tx: Tx) => Promise<Insider>,
  fn: (ctx: Ctx) => Promise<T>,
): Promise<T> {
  return transact(host, scope, async (tx, ending) =>
    fn(makeCtx({ host, facts }, tx, await enter(tx), scope.organizationId, ending)),
  );
}
