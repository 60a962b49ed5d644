/**
 * Serves one route. The order is always the same: address limit → signed in → actor limit → input →
 * transaction → open → operation → view. What is refused early costs little.
 */
import type { Context } from 'hono';
import type { Ctx, RequestFacts } from '../context/ctx.ts';
import { AuthError, ResourceError } from '../errors/foundation-errors.ts';
import { answerEvents } from './answer-events.ts';
import { answerFile } from './answer-file.ts';
import type { Credential } from './capabilities.ts';
import { checkOrigin } from './check-origin.ts';
import { type Answered, attemptOf, onceInSteps, onceInTransaction } from './idempotent-call.ts';
import { makeLobby } from './make-lobby.ts';
import { packAnswer } from './pack-answer.ts';
import { type Entity, entityTag, readInput } from './read-input.ts';
import type { RouteHost } from './route-host.ts';
import type { Outside, ServedRoute } from './serve.ts';
import { makeCtx, transact } from './transact.ts';
import { watchRights } from './watch-rights.ts';

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
  if (served.outside) return respond(call, await runOutsideOnce(call));
  const answered = await runInTransaction(call);
  if (served.stream)
    return answerEvents(context, host, {
      follow: (signal, after) =>
        (served.stream as NonNullable<ServedRoute['stream']>)(
          host.ports,
          answered.result as never,
          signal,
          after,
        ),
      watch: (end) => watch(call, end),
    });
  if (served.file) {
    const write = served.file;
    return answerFile(context, host, (signal) => write(host.ports, answered.result as never, signal));
  }
  return respond(call, answered);
}

function watch(call: Call, end: (reason: unknown) => void): () => void {
  const { host, served, input } = call;
  const open = served.open as NonNullable<ServedRoute['open']>;
  return watchRights(
    host,
    {
      credential: call.credential as Credential,
      request: call.context.req.raw,
      reopen: () => inside(call, (ctx) => open(ctx, input as never, served.route.permission)),
    },
    end,
  );
}

/** Adds to what the limits put on the answer. `context.res` is not asked for: that alone makes an answer costly. */
async function respond(
  { served, context, credential }: Call,
  { result, body, status }: Answered,
): Promise<Response> {
  for (const [name, value] of served.headers?.(result as never) ?? credential?.headers ?? [])
    context.header(name, value, { append: true });
  context.header('cache-control', 'private, no-store');
  if (status === 204) return context.newResponse(null, status);
  const json = JSON.stringify(body);
  const tag = entityTag(body as Entity, json);
  if (tag) {
    context.header('etag', tag);
    context.header('cache-control', 'private, no-cache');
    if (served.route.method === 'get' && context.req.header('if-none-match') === tag)
      return context.newResponse(null, 304);
  }
  context.header('content-type', 'application/json; charset=utf-8');
  const packed = await packAnswer(json, context.req.header('accept-encoding'));
  if (!packed) return context.newResponse(json, status as 200);
  context.header('content-encoding', 'gzip');
  context.header('vary', 'accept-encoding', { append: true });
  return context.newResponse(packed, status as 200);
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

/** Where what a person does outside any organization is written down. */
async function ownOrganizationOf({ host, credential }: Call): Promise<string> {
  const { userId } = credential as Credential;
  const own = await host.db.tenant({ organizationId: null, userId }, (tx) =>
    host.capabilities.ownOrganization(tx),
  );
  if (!own) throw ResourceError.not_found();
  return own;
}

async function inside<O>(
  call: Call,
  fn: (ctx: Ctx) => Promise<O>,
  where: (call: Call) => Promise<string> = organizationOf,
): Promise<O> {
  const credential = call.credential as Credential;
  const organizationId = await where(call);
  const rightsAsOf = call.host.openedTopics.now();
  return transact(call.host, { organizationId, userId: credential.userId }, async (tx, ending) => {
    const actor = await call.host.capabilities.enter(tx, credential, organizationId);
    if (!actor) throw ResourceError.not_found();
    return fn(makeCtx(call, tx, actor, organizationId, ending, rightsAsOf));
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

async function runInTransaction(call: Call): Promise<Answered> {
  const attempt = attemptOf(call.served.route, call.context, call.input);
  if (!attempt) return inside(call, (ctx) => openAndRun(call, ctx));
  return onceInTransaction(
    (fn) => inside(call, fn),
    call.host.capabilities,
    attempt,
    (ctx) => openAndRun(call, ctx),
  );
}

async function runOutsideOnce(call: Call): Promise<Answered> {
  const attempt = attemptOf(call.served.route, call.context, call.input);
  if (!attempt) return runOutside(call);
  return onceInSteps(
    (fn) => inside(call, fn),
    call.host.capabilities,
    attempt,
    () => runOutside(call),
  );
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
  const { served, input, credential } = call;
  const { status } = served.route.response;
  const run = async (): Promise<Answered> => {
    const lobby = served.lobby as NonNullable<ServedRoute['lobby']>;
    const result = await lobby(makeLobby(call) as never, input as never);
    const body = status === 204 ? undefined : served.view?.(result as never, undefined as never);
    return { result, status, body };
  };
  const attempt = credential && attemptOf(served.route, call.context, input);
  if (!attempt) return respond(call, await run());
  const within = <T>(fn: (ctx: Ctx) => Promise<T>) => inside(call, fn, ownOrganizationOf);
  return respond(call, await onceInSteps(within, call.host.capabilities, attempt, run));
}
