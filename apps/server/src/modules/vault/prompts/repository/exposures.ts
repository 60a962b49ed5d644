import { and, eq } from 'drizzle-orm';
import { labelExposure } from '../schema.ts';
import type { Place } from './place.ts';

export type ExposureRow = typeof labelExposure.$inferSelect;

export async function findExposure(
  place: Place,
  experimentId: string,
  subject: string,
): Promise<ExposureRow | undefined> {
  const [row] = await place.tx
    .select()
    .from(labelExposure)
    .where(
      and(
        eq(labelExposure.organizationId, place.organizationId),
        eq(labelExposure.experimentId, experimentId),
        eq(labelExposure.subject, subject),
      ),
    );
  return row;
}

export async function findExposureById(place: Place, id: string): Promise<ExposureRow | undefined> {
  const [found] = await place.tx
    .select()
    .from(labelExposure)
    .where(and(eq(labelExposure.organizationId, place.organizationId), eq(labelExposure.id, id)));
  return found;
}

/** Undefined when the subject is known already. */
export async function insertExposure(place: Place, row: ExposureRow): Promise<ExposureRow | undefined> {
  const [inserted] = await place.tx.insert(labelExposure).values(row).onConflictDoNothing().returning();
  return inserted;
}

export async function deleteExposures(place: Place, experimentId: string): Promise<void> {
  await place.tx
    .delete(labelExposure)
    .where(
      and(
        eq(labelExposure.organizationId, place.organizationId),
        eq(labelExposure.experimentId, experimentId),
      ),
    );
}
