/**
 * Serves one route. The order is always the same: address limit → signed in → actor limit → input →
 * transaction → open → operation → view. What is refused early costs little.
 */
import { createHash } from 'node:crypto';
import type { Context } from 'hono';
import { type Actor, actorName, type Insider, personOf } from '../context/actor.ts';
import type { Ctx, Ports, RequestFacts } from '../context/ctx.ts';
import type { Database, Scope, Tx } from '../db/database.ts';
import { isUniqueViolation } from '../db/faults.ts';
import { AuthError, RequestError, ResourceError } from '../errors/foundation-errors.ts';
import type { Log } from '../log/log.ts';
import type { ListenerDeclaration } from '../module/define-module.ts';
import { answerEvents } from './answer-events.ts';
import type { Capabilities, Credential } from './capabilities.ts';
import { checkOrigin } from './check-origin.ts';
import { type Entity, entityTag, readInput } from './read-input.ts';
import type { RequestLimits } from './request-limits.ts';
import type { Lobby, Outside, ServedRoute } from './serve.ts';

export interface RouteHost {
  db: Database;
  ports: Ports;
  log: Log;
  capabilities: Capabilities;
  limits: RequestLimits;
  listeners: readonly ListenerDeclaration[];
  trustedOrigins: readonly string[];
  authenticate(request: Request): Promise<Credential | undefined>;
  sendJob(
    tx: Tx,
    kind: string,
    data: object,
    options?: { startAfter?: Date; singletonKey?: string },
  ): Promise<void>;
}

/** Names the organization the caller's tab works in; without it the session's last one counts. */
const organizationHeader = 'promptvault-organization';
const uuidPattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

interface Call {
  host: RouteHost;
  served: ServedRoute;
  context: Context;
  credential: Credential | undefined;
  facts: RequestFacts;
  input: Record<string, unknown>;
}

interface Answered {
  result: unknown;
  body: unknown;
  status: number;
}

export async function handleRoute(
  host: RouteHost,
  served: ServedRoute,
  context: Context,
  facts: RequestFacts,
): Promise<Response> {
  const { route } = served;
  await host.limits.byAddress(facts.address, route.limit, context);
  const credential = await host.authenticate(context.req.raw);
  if (route.permission !== 'public' && !credential) throw AuthError.required();
  if (route.method !== 'get') checkOrigin(context.req.raw, host.trustedOrigins, credential?.ambient ?? true);
  if (credential) await host.limits.byActor(`person:${credential.userId}`, route.limit, context);
  const input = await readInput(route, context);
  const call: Call = { host, served, context, credential, facts, input };

  if (served.lobby) return await answerLobby(call);
  if (served.outside) return respond(call, await runOutside(call));
  const answered = await runInTransaction(call);
  if (served.stream)
    return answerEvents(context, host, (signal, after) =>
      (served.stream as NonNullable<ServedRoute['stream']>)(
        host.ports,
        answered.result as never,
        signal,
        after,
      ),
    );
  return respond(call, answered);
}

function respond({ served, context, credential }: Call, { result, body, status }: Answered): Response {
  // What the limits already put on the answer, then what the route adds.
  const headers = new Headers(context.res.headers);
  for (const [name, value] of served.headers?.(result as never) ?? credential?.headers ?? [])
    headers.append(name, value);
  headers.set('cache-control', 'private, no-store');
  if (status === 204) return new Response(null, { status, headers });
  const json = JSON.stringify(body);
  const tag = entityTag(body as Entity, json);
  if (tag) {
    headers.set('etag', tag);
    headers.set('cache-control', 'private, no-cache');
    if (served.route.method === 'get' && context.req.header('if-none-match') === tag)
      return new Response(null, { status: 304, headers });
  }
  headers.set('content-type', 'application/json; charset=utf-8');
  return new Response(json, { status, headers });
}

/** The organization the call is about: the one its tab names, else where the person last was. */
async function organizationOf({ host, context, credential }: Call): Promise<string> {
  const userId = credential?.userId ?? null;
  const named =
    context.req.header(organizationHeader) ??
    (userId &&
      (await host.db.tenant({ organizationId: null, userId }, (tx) =>
        host.capabilities.homeOrganization(tx, userId),
      )));
  if (!named || !uuidPattern.test(named)) throw ResourceError.not_found();
  return named;
}

function makeCtx<A extends Actor>(
  { host, facts }: Pick<Call, 'host' | 'facts'>,
  tx: Tx,
  actor: A,
  organizationId: string,
  after: (() => void)[],
): Ctx<A> {
  const { ports, capabilities } = host;
  const ctx: Ctx<A> = {
    actor,
    organizationId,
    tx,
    clock: ports.clock,
    newId: ports.newId,
    log: host.log.child({ requestId: facts.id, actor: actorName(actor) }),
    emit: (event, subject, payload) => ctx.emitAll(event, [{ subject, payload }]),
    async emitAll(event, all) {
      const recorded = await capabilities.appendEvents(ctx as Ctx<Actor>, event, all);
      for (const listener of host.listeners)
        if (listener.when === 'in_transaction' && listener.events.includes(event))
          for (const one of recorded) await listener.handle(ctx as unknown as Ctx, one);
    },
    jobs: { send: (kind, data, options) => host.sendJob(tx, kind, data, options) },
    entitlements: capabilities.entitlements({ tx, organizationId, newId: ports.newId, clock: ports.clock }),
    afterCommit: (fn) => after.push(fn),
    request: facts,
    ports,
  };
  return ctx;
}

/** One transaction within a scope; what `afterCommit` was given runs once it is committed. */
async function transact<O>(
  host: RouteHost,
  scope: Scope,
  fn: (tx: Tx, after: (() => void)[]) => Promise<O>,
): Promise<O> {
  const after: (() => void)[] = [];
  const result = await host.db.tenant(scope, (tx) => fn(tx, after));
  for (const one of after)
    try {
      one();
    } catch (error) {
      // What was asked for is done; an answer that says otherwise would have it done twice.
      host.log.error('what follows a commit failed', { error });
    }
  return result;
}

async function inside<O>(call: Call, fn: (ctx: Ctx) => Promise<O>): Promise<O> {
  const credential = call.credential as Credential;
  const organizationId = await organizationOf(call);
  return transact(call.host, { organizationId, userId: credential.userId }, async (tx, after) => {
    const actor = await call.host.capabilities.enter(tx, credential, organizationId);
    if (!actor) throw ResourceError.not_found();
    return fn(makeCtx(call, tx, actor, organizationId, after));
  });
}

async function openAndRun(call: Call, ctx: Ctx): Promise<Answered> {
  const { served, input } = call;
  const opened = await (served.open as NonNullable<ServedRoute['open']>)(
    ctx,
    input as never,
    served.route.permission,
  );
  const result = await (served.run as NonNullable<ServedRoute['run']>)(ctx, opened as never, input as never);
  return { result, ...(await view(served, result, ctx)) };
}

async function view(
  served: ServedRoute,
  result: unknown,
  ctx: Ctx,
): Promise<{ body: unknown; status: number }> {
  const { status } = served.route.response;
  return {
    status,
    body: served.view && status !== 204 ? await served.view(result as never, ctx) : undefined,
  };
}

async function runInTransaction(call: Call, attempt = 1): Promise<Answered> {
  const { route } = call.served;
  const key = route.idempotent ? call.context.req.header('idempotency-key') : undefined;
  if (key === undefined) return inside(call, (ctx) => openAndRun(call, ctx));
  if (key.length === 0 || key.length > 200)
    throw RequestError.malformed({ reason: 'an Idempotency-Key has 1 to 200 characters.' });
  const hash = createHash('sha256')
    .update(`${route.operationId}\n${JSON.stringify(call.input)}`)
    .digest('hex');
  try {
    return await inside(call, async (ctx) => {
      const claim = await call.host.capabilities.claimIdempotencyKey(ctx, key, hash);
      if ('conflict' in claim) throw RequestError.idempotency_conflict();
      if ('answered' in claim) return { result: undefined, ...claim.answered };
      const answered = await openAndRun(call, ctx);
      await call.host.capabilities.storeIdempotentAnswer(ctx, key, {
        status: answered.status,
        body: answered.body,
      });
      return answered;
    });
  } catch (error) {
    // Two calls with one key at once: the second waited for the first, and now finds its answer.
    if (attempt < 3 && isUniqueViolation(error, 'idempotency_record'))
      return runInTransaction(call, attempt + 1);
    throw error;
  }
}

async function runOutside(call: Call): Promise<Answered> {
  const { served, input, host } = call;
  let last: { body: unknown; status: number } | undefined;
  const outside: Outside<never> = {
    request: call.facts,
    signal: call.context.req.raw.signal,
    ports: host.ports,
    transaction: (fn) =>
      inside(call, async (ctx) => {
        const open = served.open as NonNullable<ServedRoute['open']>;
        const result = await fn(ctx, (await open(ctx, input as never, served.route.permission)) as never);
        return result;
      }),
  };
  const result = await (served.outside as NonNullable<ServedRoute['outside']>)(outside, input as never);
  await inside(call, async (ctx) => {
    last = await view(served, result, ctx);
  });
  return { result, ...(last as { body: unknown; status: number }) };
}

async function answerLobby(call: Call): Promise<Response> {
  const { host, served, credential, facts, input } = call;
  const actor: Actor = credential
    ? { kind: 'signed_in', userId: credential.userId, sessionId: credential.sessionId }
    : { kind: 'nobody' };
  const lobby: Lobby<Actor> = {
    actor,
    request: facts,
    welcome: (person) => host.capabilities.welcome(lobby, person),
    isInvited: (token) => host.capabilities.isInvited(lobby, token),
    headers: call.context.req.raw.headers,
    ports: host.ports,
    transaction: (scope, fn) =>
      transact(
        host,
        { organizationId: scope.organizationId ?? null, userId: scope.userId ?? personOf(actor) },
        (tx, after) => fn(makeCtx(call, tx, actor, scope.organizationId ?? '', after)),
      ),
  };
  const result = await (served.lobby as NonNullable<ServedRoute['lobby']>)(lobby as never, input as never);
  const { status } = served.route.response;
  return respond(call, {
    result,
    status,
    body: status === 204 ? undefined : served.view?.(result as never, undefined as never),
  });
}

/** Opens a transaction for work that goes on without a request: jobs, streams, sockets. */
export function workWithin(host: RouteHost): Ports['within'] {
  return (scope, fn) =>
    transact(host, { organizationId: scope.organizationId, userId: scope.onBehalfOf }, async (tx, after) => {
      const actor = await host.capabilities.enterAsJob(tx, scope);
      const facts: RequestFacts = { id: host.ports.newId(), address: null, userAgent: null };
      return fn(makeCtx({ host, facts }, tx, actor, scope.organizationId, after));
    });
}

/** A transaction for a connection that stays open; its actor is read anew each time. */
export async function transactAs<T>(
  host: RouteHost,
  scope: { organizationId: string; userId: string | null },
  facts: RequestFacts,
  enter: (tx: Tx) => Promise<Insider>,
  fn: (ctx: Ctx) => Promise<T>,
): Promise<T> {
  return transact(host, scope, async (tx, after) =>
    fn(makeCtx({ host, facts }, tx, await enter(tx), scope.organizationId, after)),
  );
}
