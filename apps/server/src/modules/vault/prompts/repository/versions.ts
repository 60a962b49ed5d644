import type { PromptDocument } from '@promptvault/document';
import { and, desc, eq, getColumns, inArray, isNull, lt, type SQL, sql } from 'drizzle-orm';
import { branch, prompt, version } from '../schema.ts';
import { inChunks, type Place } from './place.ts';
import { isPrompt } from './prompts.ts';

export type VersionRow = typeof version.$inferSelect;

/** Of these texts, those a live prompt the actor sees has or had in a version, with the prompt's title. */
export async function findKnownVersions(
  place: Place,
  seen: SQL,
  hashes: readonly string[],
): Promise<{ titleSort: string; hash: string }[]> {
  const found: { titleSort: string; hash: string }[] = [];
  await inChunks(hashes, async (chunk) => {
    const rows = await place.tx
      .selectDistinct({ titleSort: prompt.titleSort, hash: version.hash })
      .from(version)
      .innerJoin(
        prompt,
        and(eq(prompt.organizationId, version.organizationId), eq(prompt.id, version.promptId)),
      )
      .where(
        and(
          eq(version.organizationId, place.organizationId),
          inArray(version.hash, chunk),
          isNull(prompt.deletedAt),
          seen,
        ),
      );
    found.push(...rows);
  });
  return found;
}

export const insertVersions = (place: Place, rows: readonly (typeof version.$inferInsert)[]) =>
  inChunks(rows, (chunk) => place.tx.insert(version).values(chunk));

/** The next number of the prompt's versions; without gaps, since it is given back when the transaction fails. */
export async function takeVersionNumber(place: Place, promptId: string, now: Date): Promise<number> {
  const [row] = await place.tx
    .update(prompt)
    .set({ versionCount: sql`${prompt.versionCount} + 1`, updatedAt: now })
    .where(isPrompt(place, promptId))
    .returning({ number: prompt.versionCount });
  return row?.number ?? 1;
}

const isVersion = (place: Place, promptId: string, number: number) =>
  and(
    eq(version.organizationId, place.organizationId),
    eq(version.promptId, promptId),
    eq(version.number, number),
  );

export type VersionRecord = VersionRow & { branchName: string };

export async function findVersion(
  place: Place,
  promptId: string,
  number: number,
): Promise<VersionRecord | undefined> {
  const [row] = await place.tx
    .select({ ...getColumns(version), branchName: branch.name })
    .from(version)
    .innerJoin(
      branch,
      and(eq(branch.organizationId, version.organizationId), eq(branch.id, version.branchId)),
    )
    .where(isVersion(place, promptId, number));
  return row;
}

export async function findVersionHash(
  place: Place,
  promptId: string,
  number: number,
): Promise<string | undefined> {
  const [row] = await place.tx
    .select({ hash: version.hash })
    .from(version)
    .where(isVersion(place, promptId, number));
  return row?.hash;
}

/** Versions without their documents, the newest first. */
export async function listVersionRows(
  place: Place,
  promptId: string,
  list: { branch: string | undefined; before: number | null; limit: number },
): Promise<(Omit<VersionRow, 'document'> & { branchName: string })[]> {
  const { document: _document, ...columns } = getColumns(version);
  return place.tx
    .select({ ...columns, branchName: branch.name })
    .from(version)
    .innerJoin(
      branch,
      and(eq(branch.organizationId, version.organizationId), eq(branch.id, version.branchId)),
    )
    .where(
      and(
        eq(version.organizationId, place.organizationId),
        eq(version.promptId, promptId),
        list.branch === undefined ? undefined : eq(branch.name, list.branch),
        list.before === null ? undefined : lt(version.number, list.before),
      ),
    )
    .orderBy(desc(version.number))
    .limit(list.limit);
}

/** How all versions of a prompt hang together. */
export async function findVersionLinks(
  place: Place,
  promptId: string,
): Promise<
  { number: number; parent: number | null; secondParent: number | null; upstreamVersion: number | null }[]
> {
  return place.tx
    .select({
      number: version.number,
      parent: version.parent,
      secondParent: version.secondParent,
      upstreamVersion: version.upstreamVersion,
    })
    .from(version)
    .where(and(eq(version.organizationId, place.organizationId), eq(version.promptId, promptId)));
}

/** The documents of some versions: of prompt `promptId` the version `number`. */
export async function findDocuments(
  place: Place,
  wanted: readonly { promptId: string; number: number }[],
): Promise<{ id: string; promptId: string; number: number; document: PromptDocument }[]> {
  if (wanted.length === 0) return [];
  const pairs = sql.join(
    wanted.map(({ promptId, number }) => sql`(${promptId}::uuid, ${number}::int)`),
    sql`, `,
  );
  return place.tx
    .select({
      id: version.id,
      promptId: version.promptId,
      number: version.number,
      document: version.document,
    })
    .from(version)
    .where(
      and(
        eq(version.organizationId, place.organizationId),
        sql`(${version.promptId}, ${version.number}) in (${pairs})`,
      ),
    );
}

export async function versionNumbersAmong(
  place: Place,
  promptId: string,
  numbers: readonly number[],
): Promise<Set<number>> {
  const rows = await place.tx
    .select({ number: version.number })
    .from(version)
    .where(
      and(
        eq(version.organizationId, place.organizationId),
        eq(version.promptId, promptId),
        inArray(version.number, [...numbers]),
      ),
    );
  return new Set(rows.map(({ number }) => number));
}
