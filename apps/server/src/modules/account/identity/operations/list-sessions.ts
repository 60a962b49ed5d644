import type { endSession as endSessionRoute } from '@promptvault/contract/account/identity/routes';
import type { RouteInput } from '@promptvault/contract/define-route';
import type { SignedInActor } from '../../../../foundation/context/actor.ts';
import { ResourceError } from '../../../../foundation/errors/foundation-errors.ts';
import type { Lobby } from '../../../../foundation/http/serve.ts';
import { identityOf } from '../auth.ts';
import { deleteSessions, type SessionRow, sessionsOf } from '../repository.ts';
import { announceEnd } from './session-cache.ts';

/** Where one is signed in. */
export async function listSessions(
  lobby: Lobby<SignedInActor>,
): Promise<{ rows: SessionRow[]; current: string }> {
  const { db } = identityOf(lobby.ports).services;
  const rows = await sessionsOf(db.identity, lobby.actor.userId, lobby.ports.clock.now());
  return { rows, current: lobby.actor.sessionId };
}

/** Ends one of one's own sessions; nobody else's can be named. */
export async function endSession(
  lobby: Lobby<SignedInActor>,
  { sessionId }: RouteInput<typeof endSessionRoute>,
): Promise<void> {
  const { db } = identityOf(lobby.ports).services;
  const ended = await deleteSessions(db.identity, lobby.actor.userId, { only: sessionId });
  if (ended.length === 0) throw ResourceError.not_found();
  await announceEnd(lobby.ports, ended);
}
