import type { updateMe as updateMeRoute } from '@promptvault/contract/account/identity/routes';
import type { RouteInput } from '@promptvault/contract/define-route';
import type { SignedInActor } from '../../../../foundation/context/actor.ts';
import { RequestError, ResourceError } from '../../../../foundation/errors/foundation-errors.ts';
import type { Lobby } from '../../../../foundation/http/serve.ts';
import { identityOf } from '../auth.ts';
import { findProfile, renameUser, updateProfile } from '../repository.ts';
import { type MeFacts, readMe } from './get-me.ts';

/** Changes one's name or theme. @throws request.stale */
export async function updateMe(
  lobby: Lobby<SignedInActor>,
  { revision, ...set }: RouteInput<typeof updateMeRoute>,
): Promise<MeFacts> {
  const { userId } = lobby.actor;
  await lobby.transaction({ userId }, async (ctx) => {
    if (await updateProfile(ctx.tx, userId, revision, set)) return;
    const current = await findProfile(ctx.tx, userId);
    throw current ? RequestError.stale({ current: current.revision }) : ResourceError.not_found();
  });
  if (set.name !== undefined)
    await renameUser(identityOf(lobby.ports).services.db.identity, userId, set.name, lobby.ports.clock.now());
  return readMe(lobby, userId);
}
