import type { Context } from 'hono';
import { type Actor, personOf } from '../context/actor.ts';
import type { RequestFacts } from '../context/ctx.ts';
import type { Credential } from './capabilities.ts';
import type { RouteHost } from './route-host.ts';
import type { Lobby } from './serve.ts';
import { makeCtx, transact } from './transact.ts';

interface Arrival {
  host: RouteHost;
  context: Context;
  credential: Credential | undefined;
  facts: RequestFacts;
}

/** Whoever is signing up or in has no session in this request yet, and is already who acts. */
const within = (actor: Actor, userId: string | null | undefined): Actor =>
  actor.kind === 'nobody' && userId ? { kind: 'signed_in', userId, sessionId: '' } : actor;

/** What is outside any organization: who asks, if anybody, and transactions on demand. */
export function makeLobby({ host, context, credential, facts }: Arrival): Lobby<Actor> {
  const actor: Actor = credential
    ? { kind: 'signed_in', userId: credential.userId, sessionId: credential.sessionId }
    : { kind: 'nobody' };
  const lobby: Lobby<Actor> = {
    actor,
    request: facts,
    welcome: (person) => host.capabilities.welcome(lobby, person),
    isInvited: (token) => host.capabilities.isInvited(lobby, token),
    headers: context.req.raw.headers,
    ports: host.ports,
    transaction: (scope, fn) =>
      transact(
        host,
        { organizationId: scope.organizationId ?? null, userId: scope.userId ?? personOf(actor) },
        (tx, ending) =>
          fn(makeCtx({ host, facts }, tx, within(actor, scope.userId), scope.organizationId ?? '', ending)),
      ),
  };
  return lobby;
}
