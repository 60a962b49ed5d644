import type { createOrganization as createOrganizationRoute } from '@promptvault/contract/account/organizations/routes';
import type { RouteInput } from '@promptvault/contract/define-route';
import type { SignedInActor } from '../../../../foundation/context/actor.ts';
import type { Lobby } from '../../../../foundation/http/serve.ts';
import { rememberOrganization } from '../../identity/index.ts';
import type { MembershipRow } from '../repository.ts';
import { foundOrganization } from './found-organization.ts';

/** Creates a team's organization with the caller as its owner. */
export async function createOrganization(
  lobby: Lobby<SignedInActor>,
  { name }: RouteInput<typeof createOrganizationRoute>,
): Promise<MembershipRow> {
  const organizationId = lobby.ports.newId();
  const { userId } = lobby.actor;
  return lobby.transaction({ organizationId, userId }, async (ctx) => {
    const { slug } = await foundOrganization(ctx, { name, kind: 'team', founderId: userId });
    await rememberOrganization(ctx.tx, userId, organizationId);
    return { organizationId, name, slug, kind: 'team', roleKey: 'owner' };
  });
}
