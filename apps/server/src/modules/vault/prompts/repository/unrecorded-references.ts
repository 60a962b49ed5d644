import type { PromptDocument } from '@promptvault/document';
import { and, asc, eq, inArray, sql } from 'drizzle-orm';
import type { Ctx } from '../../../../foundation/context/ctx.ts';
import { version } from '../schema.ts';
import type { Place } from './place.ts';

/** Organizations with versions of which it is not noted what they refer to. */
export async function organizationsWithUnrecordedReferences(tx: Ctx['tx']): Promise<string[]> {
  const found = sql`select organizations_with_unrecorded_references() as id`;
  return (await tx.execute<{ id: string }>(found, 'objects')).map((row) => row.id);
}

/** Some of these versions, held until the transaction ends; those another holds are left to it. */
export async function takeUnrecordedVersions(
  place: Place,
  limit: number,
): Promise<{ versionId: string; promptId: string; number: number; document: PromptDocument }[]> {
  return place.tx
    .select({
      versionId: version.id,
      promptId: version.promptId,
      number: version.number,
      document: version.document,
    })
    .from(version)
    .where(and(eq(version.organizationId, place.organizationId), eq(version.referencesRecorded, false)))
    .orderBy(asc(version.id))
    .limit(limit)
    .for('update', { skipLocked: true });
}

export async function markReferencesRecorded(place: Place, versionIds: readonly string[]): Promise<void> {
  if (versionIds.length === 0) return;
  await place.tx
    .update(version)
    .set({ referencesRecorded: true })
    .where(and(eq(version.organizationId, place.organizationId), inArray(version.id, [...versionIds])));
}
