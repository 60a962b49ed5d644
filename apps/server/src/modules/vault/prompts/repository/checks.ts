import { and, asc, eq, inArray, sql } from 'drizzle-orm';
import { versionCheck } from '../schema.ts';
import type { Place } from './place.ts';

export type CheckRow = typeof versionCheck.$inferSelect;

export async function storeCheck(place: Place, row: CheckRow): Promise<void> {
  const { status, summary, url, reportedBy, reportedAt } = row;
  await place.tx
    .insert(versionCheck)
    .values(row)
    .onConflictDoUpdate({
      target: [versionCheck.organizationId, versionCheck.promptId, versionCheck.version, versionCheck.name],
      set: { status, summary, url, reportedBy, reportedAt },
    });
}

/** Those that are on their way under this name, and whose report will stand at this place, as the end of its address. */
export async function pendingChecks(
  place: Place,
  { name, path }: { name: string; path: string },
): Promise<CheckRow[]> {
  return place.tx
    .select()
    .from(versionCheck)
    .where(
      and(
        eq(versionCheck.organizationId, place.organizationId),
        eq(versionCheck.name, name),
        eq(versionCheck.status, 'pending'),
        sql`right(${versionCheck.url}, ${path.length}) = ${path}`,
      ),
    )
    .orderBy(asc(versionCheck.promptId), asc(versionCheck.version))
    .for('update');
}

export async function checksOf(
  place: Place,
  promptId: string,
  versions: readonly number[],
): Promise<CheckRow[]> {
  if (versions.length === 0) return [];
  return place.tx
    .select()
    .from(versionCheck)
    .where(
      and(
        eq(versionCheck.organizationId, place.organizationId),
        eq(versionCheck.promptId, promptId),
        inArray(versionCheck.version, [...versions]),
      ),
    )
    .orderBy(asc(versionCheck.version), asc(versionCheck.name));
}
