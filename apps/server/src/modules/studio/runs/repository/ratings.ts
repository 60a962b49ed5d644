import { and, eq, ne, sql } from 'drizzle-orm';
import type { Ctx } from '../../../../foundation/context/ctx.ts';
import { runRating } from '../schema.ts';

type Place = Pick<Ctx, 'tx' | 'organizationId'>;
export type RatingRow = typeof runRating.$inferSelect;

const here = ({ organizationId }: Place) => eq(runRating.organizationId, organizationId);

export async function listRatings(place: Place, runId: string): Promise<RatingRow[]> {
  return place.tx
    .select()
    .from(runRating)
    .where(and(here(place), eq(runRating.runId, runId)));
}

/** @returns false when the person had rated so already */
export async function saveRating({ tx }: Place, row: RatingRow): Promise<boolean> {
  const saved = await tx
    .insert(runRating)
    .values(row)
    .onConflictDoUpdate({
      target: [runRating.organizationId, runRating.runId, runRating.userId],
      set: { isUp: row.isUp, ratedAt: row.ratedAt },
      setWhere: ne(runRating.isUp, row.isUp),
    })
    .returning({ runId: runRating.runId });
  return saved.length === 1;
}

/** @returns false when there was none */
export async function removeRating(
  place: Place,
  { runId, userId }: Pick<RatingRow, 'runId' | 'userId'>,
): Promise<boolean> {
  const gone = await place.tx
    .delete(runRating)
    .where(and(here(place), eq(runRating.runId, runId), eq(runRating.userId, userId)))
    .returning({ runId: runRating.runId });
  return gone.length === 1;
}

export async function countPromptRatings(
  place: Place,
  promptId: string,
): Promise<{ up: number; total: number }> {
  const [row] = await place.tx
    .select({
      up: sql<number>`count(*) filter (where ${runRating.isUp})::int`,
      total: sql<number>`count(*)::int`,
    })
    .from(runRating)
    .where(and(here(place), eq(runRating.promptId, promptId)));
  return row ?? { up: 0, total: 0 };
}
