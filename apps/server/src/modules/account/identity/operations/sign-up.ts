import { IdentityError } from '@promptvault/contract/account/identity/errors';
import type { signUp as signUpRoute } from '@promptvault/contract/account/identity/routes';
import type { RouteInput } from '@promptvault/contract/define-route';
import type { NobodyActor, SignedInActor } from '../../../../foundation/context/actor.ts';
import type { Lobby } from '../../../../foundation/http/serve.ts';
import { identityOf } from '../auth.ts';
import { claimInstance, completeClaim, insertProfile, withdrawClaim } from '../repository.ts';
import { apiFault } from './api-fault.ts';
import { mayEnter } from './get-entrance.ts';
import { type MeFacts, readMe } from './get-me.ts';

type SignUp = RouteInput<typeof signUpRoute>;

export interface SignedIn {
  me: MeFacts;
  headers: Headers;
}

/**
 * Creates an account and its first session. The first account of an instance claims it: of two that try at
 * once one wins, and the other is judged by the sign-up policy.
 */
export async function signUp(lobby: Lobby<NobodyActor | SignedInActor>, input: SignUp): Promise<SignedIn> {
  const { auth, services } = identityOf(lobby.ports);
  const entry = await mayEnter(lobby, input);
  if ('refused' in entry) throw entry.refused;
  const claiming =
    entry.claims && (await claimInstance(services.db.identity, input.email, lobby.ports.clock.now()));
  if (entry.claims && !claiming) throw IdentityError.sign_up_closed();
  try {
    const { headers, response } = await auth.api.signUpEmail({
      body: { name: input.name, email: input.email, password: input.password },
      headers: lobby.headers,
      returnHeaders: true,
    });
    const { id: userId, name, email } = response.user;
    if (claiming) await completeClaim(services.db.identity, userId);
    await lobby.transaction({ userId }, (ctx) =>
      insertProfile(ctx.tx, { userId, name, email, createdAt: ctx.clock.now() }),
    );
    await lobby.welcome({ userId, name, invitation: input.invitation ?? null });
    return { me: await readMe(lobby, userId), headers };
  } catch (error) {
    if (claiming) await withdrawClaim(services.db.identity, input.email);
    throw apiFault(error);
  }
}
