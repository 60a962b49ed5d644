import { IdentityError } from '@promptvault/contract/account/identity/errors';
import type { signUp as signUpRoute } from '@promptvault/contract/account/identity/routes';
import type { RouteInput } from '@promptvault/contract/define-route';
import { DomainError } from '@promptvault/contract/errors';
import type { NobodyActor, SignedInActor } from '../../../../foundation/context/actor.ts';
import type { Lobby } from '../../../../foundation/http/serve.ts';
import { headersFor, identityOf } from '../auth.ts';
import {
  claimInstance,
  completeClaim,
  deleteProfile,
  deleteUser,
  findHalfMadeUser,
  findProfile,
  insertProfile,
  withdrawClaim,
} from '../repository.ts';
import { apiFault } from './api-fault.ts';
import { longestSignUpMs, mayEnter } from './get-entrance.ts';
import { type MeFacts, readMe } from './get-me.ts';

type SignUp = RouteInput<typeof signUpRoute>;

export interface SignedIn {
  me: MeFacts;
  headers: Headers;
}

/** Whether this sign-up claims the instance; of two that try at once the other is judged as everyone after them. */
async function claim(lobby: Lobby<NobodyActor | SignedInActor>, input: SignUp): Promise<boolean> {
  const { db } = identityOf(lobby.ports).services;
  for (let attempt = 1; attempt <= 3; attempt++) {
    const entry = await mayEnter(lobby, input);
    if ('refused' in entry) throw entry.refused;
    if (!entry.claims) return false;
    if (await claimInstance(db.identity, input.email, lobby.ports.clock.now())) return true;
  }
  throw IdentityError.sign_up_closed();
}

/** A sign-up that died before one could sign in would keep its address for ever. */
async function forgetHalfMade(lobby: Lobby<NobodyActor | SignedInActor>, email: string): Promise<void> {
  const { db } = identityOf(lobby.ports).services;
  const before = new Date(lobby.ports.clock.now().getTime() - longestSignUpMs);
  const half = await findHalfMadeUser(db.identity, email, before);
  if (!half) return;
  const { id: userId } = half;
  if (await lobby.transaction({ userId }, (ctx) => findProfile(ctx.tx, userId))) return;
  await deleteUser(db.identity, userId);
}

/** Creates an account and its first session. The first account of an instance claims it. */
export async function signUp(lobby: Lobby<NobodyActor | SignedInActor>, input: SignUp): Promise<SignedIn> {
  const { auth, services } = identityOf(lobby.ports);
  const { identity } = services.db;
  const claiming = await claim(lobby, input);
  let made: string | undefined;
  try {
    await forgetHalfMade(lobby, input.email);
    const { headers, response } = await auth.api.signUpEmail({
      body: { name: input.name, email: input.email, password: input.password },
      headers: headersFor(lobby),
      returnHeaders: true,
    });
    const { id: userId, name, email } = response.user;
    made = userId;
    await lobby.transaction({ userId }, (ctx) =>
      insertProfile(ctx.tx, { userId, name, email, createdAt: ctx.clock.now() }),
    );
    await lobby.welcome({ userId, name, invitation: input.invitation ?? null });
    if (claiming) await completeClaim(identity, userId);
    return { me: await readMe(lobby, userId), headers };
  } catch (error) {
    if (claiming) await withdrawClaim(identity, input.email);
    // Else one link would let in as many as use it at the same moment.
    if (made && isRefusal(error)) await unmake(lobby, made);
    throw await apiFault(identity, error, input.email);
  }
}

const isRefusal = (error: unknown) => error instanceof DomainError && error.status < 500;

async function unmake(lobby: Lobby<NobodyActor | SignedInActor>, userId: string): Promise<void> {
  await lobby.transaction({ userId }, (ctx) => deleteProfile(ctx.tx, userId));
  await deleteUser(identityOf(lobby.ports).services.db.identity, userId);
}
