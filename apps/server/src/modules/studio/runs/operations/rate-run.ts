import { RunError } from '@promptvault/contract/studio/runs/errors';
import type { RunRatingView, rateRunBody } from '@promptvault/contract/studio/runs/shapes';
import type * as z from 'zod';
import { personOf } from '../../../../foundation/context/actor.ts';
import type { Authorized } from '../../../../foundation/context/authorized.ts';
import type { Ctx } from '../../../../foundation/context/ctx.ts';
import { AuthError } from '../../../../foundation/errors/foundation-errors.ts';
import { requirePermission } from '../../../account/organizations/index.ts';
import { changeEvidence } from '../../../vault/prompts/index.ts';
import { runRatedEvent } from '../events.ts';
import { countPromptRatings, listRatings, removeRating, saveRating } from '../repository/ratings.ts';
import type { RunRow } from '../repository/runs.ts';
import { refusePrivate } from './refuse-private.ts';

type RateRun = z.output<typeof rateRunBody>;

export async function getRunRating(ctx: Ctx, run: Authorized<RunRow, 'run.read'>): Promise<RunRatingView> {
  const rows = await listRatings(ctx, run.id);
  const person = personOf(ctx.actor);
  const mine = rows.find(({ userId }) => userId === person);
  const up = rows.filter(({ isUp }) => isUp).length;
  return { mine: mine ? (mine.isUp ? 'up' : 'down') : null, up, down: rows.length - up };
}

/**
 * Rates an answer for the person who asks, or takes that back. The effectiveness of the prompt follows at once.
 * @throws auth.forbidden for a guest or what is no person, run.is_private, run.still_open
 */
export async function rateRun(
  ctx: Ctx,
  run: Authorized<RunRow, 'run.read'>,
  { rating }: RateRun,
): Promise<RunRatingView> {
  // A link lets others read a run; what counts for the prompt is said by members.
  requirePermission(ctx.actor, 'run.read');
  const userId = personOf(ctx.actor);
  if (userId === null) throw AuthError.forbidden();
  refusePrivate(run);
  if (run.status === 'queued' || run.status === 'running') throw RunError.still_open();
  const { id: runId, promptId, organizationId } = run;
  const row = { organizationId, runId, userId, promptId, isUp: rating === 'up', ratedAt: ctx.clock.now() };
  const changed = await (rating === null ? removeRating(ctx, row) : saveRating(ctx, row));
  if (changed) {
    if (promptId !== null)
      await changeEvidence(ctx, promptId, async (before) => ({
        ...before,
        ratings: await countPromptRatings(ctx, promptId),
      }));
    await ctx.emit(runRatedEvent, { kind: 'run', id: runId }, { promptId, rating });
  }
  return getRunRating(ctx, run);
}
