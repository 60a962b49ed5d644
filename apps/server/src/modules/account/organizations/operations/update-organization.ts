import type { SignedInActor } from '../../../../foundation/context/actor.ts';
import { personOf } from '../../../../foundation/context/actor.ts';
import type { Authorized } from '../../../../foundation/context/authorized.ts';
import type { Ctx } from '../../../../foundation/context/ctx.ts';
import { RequestError } from '../../../../foundation/errors/foundation-errors.ts';
import type { Lobby } from '../../../../foundation/http/serve.ts';
import { rememberOrganization } from '../../identity/index.ts';
import { OrganizationRenamed } from '../events.ts';
import {
  type MembershipRow,
  myMemberships,
  type OrganizationRow,
  updateOrganizationName,
} from '../repository.ts';

export const listMyOrganizations = (lobby: Lobby<SignedInActor>): Promise<MembershipRow[]> =>
  lobby.transaction({}, (ctx) => myMemberships(ctx.tx));

export async function getOrganization(
  _ctx: Ctx,
  organization: Authorized<OrganizationRow, 'organization.enter'>,
): Promise<OrganizationRow> {
  return organization;
}

/** @throws request.stale */
export async function updateOrganization(
  ctx: Ctx,
  organization: Authorized<OrganizationRow, 'organization.manage'>,
  { name, revision }: { name: string; revision: number },
): Promise<OrganizationRow> {
  const row = await updateOrganizationName(ctx.tx, organization.id, revision, name);
  if (!row) throw RequestError.stale({ current: organization.revision });
  await ctx.emit(OrganizationRenamed, { kind: 'organization', id: organization.id }, { name });
  return row;
}

/** Remembers where the person works, for calls that name no organization. */
export async function enterOrganization(
  ctx: Ctx,
  organization: Authorized<OrganizationRow, 'organization.enter'>,
): Promise<OrganizationRow> {
  const userId = personOf(ctx.actor);
  if (userId) await rememberOrganization(ctx.tx, userId, organization.id);
  return organization;
}
