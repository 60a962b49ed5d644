import type { Actor, SignedInActor } from '../../../../foundation/context/actor.ts';
import { ResourceError } from '../../../../foundation/errors/foundation-errors.ts';
import type { Lobby } from '../../../../foundation/http/serve.ts';
import { identityOf } from '../auth.ts';
import { findClaim, findProfile, type ProfileRow } from '../repository.ts';

export interface MeFacts {
  profile: ProfileRow;
  operator: boolean;
}

export async function readMe(lobby: Lobby<Actor>, userId: string): Promise<MeFacts> {
  const profile = await lobby.transaction({ userId }, (ctx) => findProfile(ctx.tx, userId));
  if (!profile) throw ResourceError.not_found();
  const claim = await findClaim(identityOf(lobby.ports).services.db.identity);
  return { profile, operator: claim?.personId === userId };
}

/** The signed-in person. */
export const getMe = (lobby: Lobby<SignedInActor>): Promise<MeFacts> => readMe(lobby, lobby.actor.userId);
