import { timingSafeEqual } from 'node:crypto';
import { IdentityError } from '@promptvault/contract/account/identity/errors';
import type { DomainError } from '@promptvault/contract/errors';
import type { NobodyActor, SignedInActor } from '../../../../foundation/context/actor.ts';
import type { SignUpPolicy } from '../../../../foundation/env.ts';
import type { Lobby } from '../../../../foundation/http/serve.ts';
import { identityOf } from '../auth.ts';
import { findClaim, settleAbandonedClaim } from '../repository.ts';
import { needsSetUpCode, setUpCodeOf } from './set-up-code.ts';

/** A sign-up that has not ended after this long died. */
export const longestSignUpMs = 60_000;
type Door = Lobby<NobodyActor | SignedInActor>;

interface EntranceFacts {
  claimed: boolean;
  policy: SignUpPolicy;
  setUpCode: string | null;
}

async function readEntrance(lobby: Door): Promise<EntranceFacts> {
  const { services } = identityOf(lobby.ports);
  const { db, environment } = services;
  let claim = await findClaim(db.identity);
  if (claim && claim.personId === null) {
    const before = new Date(lobby.ports.clock.now().getTime() - longestSignUpMs);
    await settleAbandonedClaim(db.identity, before);
    claim = await findClaim(db.identity);
  }
  return {
    claimed: claim !== undefined,
    policy: environment.signUp ?? { kind: 'invited' },
    setUpCode: claim || !needsSetUpCode(services) ? null : setUpCodeOf(services),
  };
}

/** What someone who is not signed in may know of the door. */
export async function getEntrance(lobby: Door): Promise<EntranceFacts> {
  return readEntrance(lobby);
}

const same = (given: string, code: string) => {
  const [a, b] = [Buffer.from(given), Buffer.from(code)];
  return a.length === b.length && timingSafeEqual(a, b);
};

/** Whether this sign-up may go on, and whether it would claim the instance. */
export async function mayEnter(
  lobby: Door,
  input: { email: string; invitation?: string | undefined; setUpCode?: string | undefined },
): Promise<{ claims: boolean } | { refused: DomainError }> {
  const { claimed, policy, setUpCode } = await readEntrance(lobby);
  if (!claimed) {
    if (setUpCode !== null && !same(input.setUpCode ?? '', setUpCode))
      return { refused: IdentityError.set_up_code_wrong().at('setUpCode') };
    return { claims: true };
  }
  if (input.invitation !== undefined && (await lobby.isInvited(input.invitation))) return { claims: false };
  const domain = input.email.split('@').at(-1) ?? '';
  const open = policy.kind === 'open' || (policy.kind === 'domains' && policy.domains.includes(domain));
  return open ? { claims: false } : { refused: IdentityError.sign_up_closed() };
}
