import type { updateAnswerCacheBody } from '@promptvault/contract/studio/runs/shapes';
import type * as z from 'zod';
import type { Authorized } from '../../../../foundation/context/authorized.ts';
import type { Ctx } from '../../../../foundation/context/ctx.ts';
import { RequestError } from '../../../../foundation/errors/foundation-errors.ts';
import type { Organization } from '../../../account/organizations/index.ts';
import { answerCacheChangedEvent, answerCacheClearedEvent } from '../events.ts';
import { deleteCachedAnswers, findAnswerCache, saveAnswerCache } from '../repository/answer-cache.ts';
import { type AnswerCacheNow, cacheNow, noCache } from './get-answer-cache.ts';

type Change = z.output<typeof updateAnswerCacheBody> & { revision: number };

/** Switching it off forgets what it holds. @throws request.stale */
export async function updateAnswerCache(
  ctx: Ctx,
  organization: Authorized<Organization, 'run.cache'>,
  { revision, enabled, hours }: Change,
): Promise<AnswerCacheNow> {
  const before = (await findAnswerCache(ctx.tx, organization.id)) ?? noCache;
  const after = { enabled: enabled ?? before.enabled, hours: hours ?? before.hours };
  const row = { organizationId: organization.id, ...after, updatedAt: ctx.clock.now() };
  if (before.revision !== revision || !(await saveAnswerCache(ctx.tx, row, revision)))
    throw RequestError.stale({ current: before.revision });
  if (!after.enabled) await deleteCachedAnswers(ctx.tx, organization.id);
  await ctx.emit(answerCacheChangedEvent, { kind: 'organization', id: organization.id }, after);
  return cacheNow(ctx);
}

export async function clearAnswerCache(
  ctx: Ctx,
  organization: Authorized<Organization, 'run.cache'>,
): Promise<AnswerCacheNow> {
  const answers = await deleteCachedAnswers(ctx.tx, organization.id);
  await ctx.emit(answerCacheClearedEvent, { kind: 'organization', id: organization.id }, { answers });
  return cacheNow(ctx);
}
