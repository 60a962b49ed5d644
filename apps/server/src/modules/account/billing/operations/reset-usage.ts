import { LimitError } from '@promptvault/contract/account/billing/errors';
import {
  type LimitScope,
  type resetUsageBody,
  usageMeasures,
  usageWindows,
} from '@promptvault/contract/account/billing/shapes';
import type * as z from 'zod';
import { personOf } from '../../../../foundation/context/actor.ts';
import type { Authorized } from '../../../../foundation/context/authorized.ts';
import type { Ctx } from '../../../../foundation/context/ctx.ts';
import type { Outside } from '../../../../foundation/http/serve.ts';
import { isOperator } from '../../identity/index.ts';
import { type Organization, openMember } from '../../organizations/index.ts';
import { usageResetEvent } from '../events.ts';
import { useKey } from './count-use.ts';

type Whose = z.output<typeof resetUsageBody>;

/**
 * Forgets what was counted, so that all of a limit is there again. Written down first: a reset that nobody could
 * read about later must not happen.
 * @throws limit.operator_only, resource.not_found
 */
export async function resetUsage(
  outside: Outside<Authorized<Organization, 'limit.manage'>>,
  input: Whose,
): Promise<void> {
  const { limits } = outside.ports;
  const { scope, subject, userId, organizationId } = await outside.transaction((ctx) => find(ctx, input));
  if (scope === 'organization' && !(userId && (await isOperator(outside.ports, userId))))
    throw LimitError.operator_only();
  await outside.transaction((ctx) =>
    ctx.emit(usageResetEvent, { kind: 'usage', id: organizationId }, { scope, subject: subject || null }),
  );
  for (const measure of usageMeasures)
    for (const window of usageWindows) {
      const key = useKey(organizationId, { scope, subject, measure, window });
      await Promise.all([key, `told:80:${key}`, `told:90:${key}`].map((each) => limits.reset(each)));
    }
}

async function find(ctx: Ctx, { memberId, connectionId, model }: Whose) {
  const who = { userId: personOf(ctx.actor), organizationId: ctx.organizationId };
  const of = (scope: LimitScope, subject: string) => ({ ...who, scope, subject });
  if (memberId !== undefined)
    return of('person', (await openMember(ctx, { memberId }, 'limit.manage')).userId);
  if (connectionId !== undefined) {
    await ctx.ports.subjects.open(ctx, { kind: 'connection', id: connectionId });
    return of('connection', connectionId);
  }
  return model === undefined ? of('organization', '') : of('model', model);
}
