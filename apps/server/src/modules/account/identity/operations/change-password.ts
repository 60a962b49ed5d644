import type { changePassword as changePasswordRoute } from '@promptvault/contract/account/identity/routes';
import type { RouteInput } from '@promptvault/contract/define-route';
import type { SignedInActor } from '../../../../foundation/context/actor.ts';
import type { Lobby } from '../../../../foundation/http/serve.ts';
import { headersFor, identityOf } from '../auth.ts';
import { deleteSessions } from '../repository.ts';
import { apiFault } from './api-fault.ts';
import { announceEnd } from './session-cache.ts';

/** Changes the password and ends the person's other sessions. */
export async function changePassword(
  lobby: Lobby<SignedInActor>,
  input: RouteInput<typeof changePasswordRoute>,
): Promise<void> {
  const { auth, services } = identityOf(lobby.ports);
  try {
    await auth.api.changePassword({
      body: { currentPassword: input.currentPassword, newPassword: input.newPassword },
      headers: headersFor(lobby),
    });
  } catch (error) {
    throw await apiFault(services.db.identity, error);
  }
  const { userId, sessionId } = lobby.actor;
  await announceEnd(lobby.ports, await deleteSessions(services.db.identity, userId, { except: sessionId }));
}
