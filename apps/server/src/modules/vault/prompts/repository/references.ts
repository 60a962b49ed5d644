import { and, eq, inArray, isNull, type SQL } from 'drizzle-orm';
import { branch, label, prompt, promptPathAlias, reference } from '../schema.ts';
import { inChunks, type Place } from './place.ts';

export type NewReference = Omit<typeof reference.$inferInsert, 'organizationId'>;

export const insertReferences = (place: Place, rows: readonly NewReference[]) =>
  inChunks(rows, (chunk) =>
    place.tx
      .insert(reference)
      .values(chunk.map((row) => ({ ...row, organizationId: place.organizationId })))
      .onConflictDoNothing(),
  );

export async function removeReferences(place: Place, kind: string, subjectId: string): Promise<void> {
  await place.tx
    .delete(reference)
    .where(
      and(
        eq(reference.organizationId, place.organizationId),
        eq(reference.subjectKind, kind),
        eq(reference.subjectId, subjectId),
      ),
    );
}

/** The path keys that lead to some prompts: the present ones and the older ones. */
export async function pathKeysOf(
  place: Place,
  promptIds: readonly string[],
): Promise<{ promptId: string; pathKey: string }[]> {
  const keys: { promptId: string; pathKey: string }[] = [];
  await inChunks(promptIds, async (chunk) => {
    const present = await place.tx
      .select({ promptId: prompt.id, pathKey: prompt.pathKey })
      .from(prompt)
      .where(and(eq(prompt.organizationId, place.organizationId), inArray(prompt.id, chunk)));
    const older = await place.tx
      .select({ promptId: promptPathAlias.promptId, pathKey: promptPathAlias.pathKey })
      .from(promptPathAlias)
      .where(
        and(
          eq(promptPathAlias.organizationId, place.organizationId),
          inArray(promptPathAlias.promptId, chunk),
        ),
      );
    keys.push(...present, ...older);
  });
  return keys;
}

export interface DependentVersion {
  promptId: string;
  path: string;
  title: string;
  /** The newest version of the default branch. */
  head: number | null;
  number: number;
  pathKey: string;
  reference: string;
  via: string;
}

/** Versions of live prompts the actor sees that refer to one of these paths. */
export async function versionsReferringTo(
  place: Place,
  seen: SQL,
  pathKeys: readonly string[],
): Promise<DependentVersion[]> {
  const found: DependentVersion[] = [];
  await inChunks(pathKeys, async (chunk) => {
    const rows = await place.tx
      .select({
        promptId: prompt.id,
        path: prompt.path,
        title: prompt.title,
        head: branch.headNumber,
        number: reference.number,
        pathKey: reference.pathKey,
        reference: reference.reference,
        via: reference.via,
      })
      .from(reference)
      .innerJoin(
        prompt,
        and(eq(prompt.organizationId, reference.organizationId), eq(prompt.id, reference.promptId)),
      )
      .innerJoin(
        branch,
        and(
          eq(branch.organizationId, prompt.organizationId),
          eq(branch.promptId, prompt.id),
          eq(branch.name, prompt.defaultBranch),
        ),
      )
      .where(
        and(
          eq(reference.organizationId, place.organizationId),
          inArray(reference.pathKey, chunk),
          isNull(prompt.deletedAt),
          seen,
        ),
      );
    for (const { number, ...row } of rows) if (number !== null) found.push({ ...row, number });
  });
  return found;
}

/** The references to a path, each as it is written in a version. */
export async function referencesTo(place: Place, pathKey: string): Promise<string[]> {
  const rows = await place.tx
    .selectDistinct({ reference: reference.reference })
    .from(reference)
    .where(and(eq(reference.organizationId, place.organizationId), eq(reference.pathKey, pathKey)))
    .limit(1000);
  return rows.map((row) => row.reference);
}

/** Things of other modules that refer to one of these paths. */
export async function othersReferringTo(
  place: Place,
  pathKeys: readonly string[],
): Promise<{ kind: string; id: string; title: string; reference: string }[]> {
  if (pathKeys.length === 0) return [];
  return place.tx
    .select({
      kind: reference.subjectKind,
      id: reference.subjectId,
      title: reference.subjectTitle,
      reference: reference.reference,
    })
    .from(reference)
    .where(
      and(
        eq(reference.organizationId, place.organizationId),
        inArray(reference.pathKey, [...pathKeys]),
        isNull(reference.promptId),
      ),
    )
    .limit(1000);
}

/** Which labels point at which versions of some prompts. */
export async function labelTargetsOf(
  place: Place,
  promptIds: readonly string[],
): Promise<{ promptId: string; label: string; numbers: number[] }[]> {
  const found: { promptId: string; label: string; numbers: number[] }[] = [];
  await inChunks(promptIds, async (chunk) => {
    const rows = await place.tx
      .select({ promptId: label.promptId, label: label.name, targets: label.targets })
      .from(label)
      .where(and(eq(label.organizationId, place.organizationId), inArray(label.promptId, chunk)));
    for (const { targets, ...row } of rows)
      found.push({ ...row, numbers: targets.map(({ version }) => version) });
  });
  return found;
}
