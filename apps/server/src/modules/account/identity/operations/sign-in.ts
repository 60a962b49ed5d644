import { createHash } from 'node:crypto';
import { IdentityError } from '@promptvault/contract/account/identity/errors';
import type { signIn as signInRoute } from '@promptvault/contract/account/identity/routes';
import type { RouteInput } from '@promptvault/contract/define-route';
import type { NobodyActor, SignedInActor } from '../../../../foundation/context/actor.ts';
import type { Lobby } from '../../../../foundation/http/serve.ts';
import { headersFor, identityOf } from '../auth.ts';
import { insertProfile } from '../repository.ts';
import { apiFault } from './api-fault.ts';
import { readMe } from './get-me.ts';
import type { SignedIn } from './sign-up.ts';

const quarterHourMs = 15 * 60_000;

/**
 * Signs in. Attempts are counted per account and address, and more generously per account, so that a stranger
 * who guesses cannot lock the owner out from another address at once.
 */
export async function signIn(
  lobby: Lobby<NobodyActor | SignedInActor>,
  input: RouteInput<typeof signInRoute>,
): Promise<SignedIn> {
  const { auth, services } = identityOf(lobby.ports);
  const account = createHash('sha256').update(input.email).digest('hex').slice(0, 32);
  const attempts = [
    { key: `sign-in:${account}:${lobby.request.address ?? 'unknown'}`, limit: 10, windowMs: quarterHourMs },
    { key: `sign-in:${account}`, limit: 50, windowMs: quarterHourMs },
  ];
  if (!services.environment.testing.limitsOff)
    for (const attempt of attempts) {
      const decision = await lobby.ports.limits.take(attempt);
      if (!decision.allowed) throw IdentityError.too_many_attempts({ retryAfterMs: decision.retryAfterMs });
    }
  try {
    const { headers, response } = await auth.api.signInEmail({
      body: { email: input.email, password: input.password },
      headers: headersFor(lobby),
      returnHeaders: true,
    });
    for (const { key } of attempts) await lobby.ports.limits.reset(key);
    const { id: userId, name, email } = response.user;
    await lobby.transaction({ userId }, (ctx) =>
      insertProfile(ctx.tx, { userId, name, email, createdAt: ctx.clock.now() }),
    );
    await lobby.welcome({ userId, name, invitation: null });
    return { me: await readMe(lobby, userId), headers };
  } catch (error) {
    throw await apiFault(services.db.identity, error);
  }
}
