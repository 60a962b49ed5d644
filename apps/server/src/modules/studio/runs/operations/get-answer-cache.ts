import type { Authorized } from '../../../../foundation/context/authorized.ts';
import type { Ctx } from '../../../../foundation/context/ctx.ts';
import type { Organization } from '../../../account/organizations/index.ts';
import { type AnswerCacheRow, countCachedAnswers, findAnswerCache } from '../repository/answer-cache.ts';

export interface AnswerCacheNow {
  row: Pick<AnswerCacheRow, 'enabled' | 'hours' | 'revision'>;
  answers: number;
}

export const noCache = { enabled: false, hours: 24, revision: 1 };

export function getAnswerCache(
  ctx: Ctx,
  _organization: Authorized<Organization, 'run.read'>,
): Promise<AnswerCacheNow> {
  return cacheNow(ctx);
}

export async function cacheNow(ctx: Ctx): Promise<AnswerCacheNow> {
  const [row, answers] = await Promise.all([
    findAnswerCache(ctx.tx, ctx.organizationId),
    countCachedAnswers(ctx.tx, ctx.organizationId, ctx.clock.now()),
  ]);
  return { row: row ?? noCache, answers };
}
