import type { updatePrivateRunPolicyBody } from '@promptvault/contract/studio/runs/private-shapes';
import type * as z from 'zod';
import type { Authorized } from '../../../../foundation/context/authorized.ts';
import type { Ctx } from '../../../../foundation/context/ctx.ts';
import { RequestError } from '../../../../foundation/errors/foundation-errors.ts';
import type { Organization } from '../../../account/organizations/index.ts';
import { privateRunsChangedEvent } from '../events.ts';
import { findPrivatePolicy, type PrivatePolicyRow, savePrivatePolicy } from '../repository/private-policy.ts';

export type PrivateRunPolicyNow = Pick<PrivatePolicyRow, 'allowed' | 'revision'>;
type Change = z.output<typeof updatePrivateRunPolicyBody> & { revision: number };

const untouched: PrivateRunPolicyNow = { allowed: true, revision: 1 };

export async function getPrivateRunPolicy(
  ctx: Ctx,
  _organization: Authorized<Organization, 'run.read'>,
): Promise<PrivateRunPolicyNow> {
  return policyNow(ctx);
}

export const policyNow = async (ctx: Ctx): Promise<PrivateRunPolicyNow> =>
  (await findPrivatePolicy(ctx.tx, ctx.organizationId)) ?? untouched;

/** @throws request.stale */
export async function updatePrivateRunPolicy(
  ctx: Ctx,
  { id: organizationId }: Authorized<Organization, 'run.privacy'>,
  { revision, allowed }: Change,
): Promise<PrivateRunPolicyNow> {
  const before = await policyNow(ctx);
  const row = { organizationId, allowed, updatedAt: ctx.clock.now() };
  const after = before.revision === revision ? await savePrivatePolicy(ctx.tx, row, revision) : undefined;
  if (!after) throw RequestError.stale({ current: before.revision });
  await ctx.emit(privateRunsChangedEvent, { kind: 'organization', id: organizationId }, { allowed });
  return after;
}
