import { and, eq, inArray, isNull, type SQL } from 'drizzle-orm';
import { prompt, promptPathAlias } from '../schema.ts';
import { inChunks, type Place } from './place.ts';

/** Of these path keys, those that a live prompt has or had. */
export async function takenPathKeys(place: Place, pathKeys: readonly string[]): Promise<Set<string>> {
  const taken = new Set<string>();
  await inChunks(pathKeys, async (chunk) => {
    const live = await place.tx
      .select({ key: prompt.pathKey })
      .from(prompt)
      .where(
        and(
          eq(prompt.organizationId, place.organizationId),
          inArray(prompt.pathKey, chunk),
          isNull(prompt.deletedAt),
        ),
      );
    for (const { key } of [...live, ...(await aliases(place, chunk))]) taken.add(key);
  });
  return taken;
}

/** Older paths of live prompts. */
async function aliases(
  place: Place,
  pathKeys: readonly string[],
): Promise<{ key: string; promptId: string }[]> {
  return place.tx
    .select({ key: promptPathAlias.pathKey, promptId: promptPathAlias.promptId })
    .from(promptPathAlias)
    .innerJoin(
      prompt,
      and(eq(prompt.organizationId, promptPathAlias.organizationId), eq(prompt.id, promptPathAlias.promptId)),
    )
    .where(
      and(
        eq(promptPathAlias.organizationId, place.organizationId),
        inArray(promptPathAlias.pathKey, [...pathKeys]),
        isNull(prompt.deletedAt),
      ),
    );
}

/** Who a path leads to, by its present name or an older one. */
export async function promptsByPath(
  place: Place,
  seen: SQL,
  pathKeys: readonly string[],
): Promise<Map<string, { promptId: string; path: string; defaultBranch: string }>> {
  const found = new Map<string, { promptId: string; path: string; defaultBranch: string }>();
  if (pathKeys.length === 0) return found;
  const columns = { promptId: prompt.id, path: prompt.path, defaultBranch: prompt.defaultBranch };
  const isSeen = and(eq(prompt.organizationId, place.organizationId), isNull(prompt.deletedAt), seen);
  const older = await place.tx
    .select({ ...columns, key: promptPathAlias.pathKey })
    .from(promptPathAlias)
    .innerJoin(
      prompt,
      and(eq(prompt.organizationId, promptPathAlias.organizationId), eq(prompt.id, promptPathAlias.promptId)),
    )
    .where(and(inArray(promptPathAlias.pathKey, [...pathKeys]), isSeen));
  const present = await place.tx
    .select({ ...columns, key: prompt.pathKey })
    .from(prompt)
    .where(and(inArray(prompt.pathKey, [...pathKeys]), isSeen));
  for (const { key, ...row } of [...older, ...present]) found.set(key, row);
  return found;
}

export async function addPathAlias(
  place: Place,
  row: { pathKey: string; path: string; promptId: string; createdAt: Date },
): Promise<void> {
  const { promptId, path, createdAt } = row;
  await place.tx
    .insert(promptPathAlias)
    .values({ ...row, organizationId: place.organizationId })
    .onConflictDoUpdate({
      target: [promptPathAlias.organizationId, promptPathAlias.pathKey],
      set: { promptId, path, createdAt },
    });
}

export async function removePathAlias(place: Place, promptId: string, pathKey: string): Promise<void> {
  await place.tx
    .delete(promptPathAlias)
    .where(
      and(
        eq(promptPathAlias.organizationId, place.organizationId),
        eq(promptPathAlias.promptId, promptId),
        eq(promptPathAlias.pathKey, pathKey),
      ),
    );
}
