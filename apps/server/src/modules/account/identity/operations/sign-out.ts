import type { SignedInActor } from '../../../../foundation/context/actor.ts';
import type { Lobby } from '../../../../foundation/http/serve.ts';
import { headersFor, identityOf } from '../auth.ts';
import { announceEnd } from './session-cache.ts';

/** Ends this session everywhere at once. */
export async function signOut(lobby: Lobby<SignedInActor>): Promise<{ headers: Headers }> {
  const { auth } = identityOf(lobby.ports);
  const { headers } = await auth.api.signOut({ headers: headersFor(lobby), returnHeaders: true });
  await announceEnd(lobby.ports, [lobby.actor.sessionId]);
  return { headers };
}
