import { and, asc, desc, eq, gt, ilike, inArray, isNotNull, isNull, lt, lte, or, sql } from 'drizzle-orm';
import type { Tx } from '../../../foundation/db/database.ts';
import { caseSet, testCase } from './schema.ts';

export type CaseSetRow = typeof caseSet.$inferSelect;
export type CaseRow = typeof testCase.$inferSelect;
export type NewCase = typeof testCase.$inferInsert;
interface Place {
  tx: Tx;
  organizationId: string;
}

const isSet = ({ organizationId }: Place, id: string) =>
  and(eq(caseSet.organizationId, organizationId), eq(caseSet.id, id));
/** The database keeps the plan of a statement with every place for a value in it: few rows are a small one. */
const rowsAtOnce = 100;

export async function findCaseSet(
  place: Place,
  id: string,
  { deleted = false }: { deleted?: boolean } = {},
): Promise<CaseSetRow | undefined> {
  const [row] = await place.tx
    .select()
    .from(caseSet)
    .where(and(isSet(place, id), deleted ? isNotNull(caseSet.deletedAt) : isNull(caseSet.deletedAt)));
  return row;
}

/** Newest first. */
export async function listCaseSetRows(
  { tx, organizationId }: Place,
  { promptId, before, limit }: { promptId: string; before: string | undefined; limit: number },
): Promise<CaseSetRow[]> {
  return tx
    .select()
    .from(caseSet)
    .where(
      and(
        eq(caseSet.organizationId, organizationId),
        isNull(caseSet.deletedAt),
        eq(caseSet.promptId, promptId),
        before === undefined ? undefined : lt(caseSet.id, before),
      ),
    )
    .orderBy(desc(caseSet.id))
    .limit(limit);
}

/** Undefined when the name is taken. */
export async function insertCaseSet(
  { tx }: Place,
  row: typeof caseSet.$inferInsert,
): Promise<CaseSetRow | undefined> {
  const [inserted] = await tx.insert(caseSet).values(row).onConflictDoNothing().returning();
  return inserted;
}

export async function updateCaseSetRow(
  place: Place,
  id: string,
  expected: number,
  changes: Partial<typeof caseSet.$inferInsert>,
): Promise<CaseSetRow | undefined> {
  const [row] = await place.tx
    .update(caseSet)
    .set({ ...changes, revision: sql`${caseSet.revision} + 1` })
    .where(and(isSet(place, id), eq(caseSet.revision, expected), isNull(caseSet.deletedAt)))
    .returning();
  return row;
}

export async function reviveCaseSet(place: Place, id: string): Promise<CaseSetRow | undefined> {
  const [row] = await place.tx
    .update(caseSet)
    .set({ deletedAt: null, revision: sql`${caseSet.revision} + 1` })
    .where(and(isSet(place, id), isNotNull(caseSet.deletedAt)))
    .returning();
  return row;
}

/** Begins the next version of a set, whose row stays locked until the commit. */
export async function nextVersion(
  place: Place,
  id: string,
  { more, at }: { more: number; at: Date },
): Promise<CaseSetRow | undefined> {
  const [row] = await place.tx
    .update(caseSet)
    .set({
      version: sql`${caseSet.version} + 1`,
      cases: sql`${caseSet.cases} + ${more}`,
      nextPosition: sql`${caseSet.nextPosition} + ${Math.max(0, more)}`,
      updatedAt: at,
    })
    .where(and(isSet(place, id), isNull(caseSet.deletedAt)))
    .returning();
  return row;
}

/** Models that assertions of a set name, as judges or to compare meanings, each once. */
export async function listAssertedModels(
  { tx, organizationId }: Place,
  caseSetId: string,
  version: number,
): Promise<{ connectionId: string | null; model: string }[]> {
  const { rows } = await tx.execute<{ connection_id: string | null; model: string }>(sql`
    select distinct asked ->> 'connectionId' as connection_id, asked ->> 'model' as model
    from test_case c
    cross join jsonb_array_elements(c.assertions) as assertion
    cross join jsonb_array_elements(coalesce(assertion -> 'judges', jsonb_build_array(assertion -> 'model'))) as asked
    where c.organization_id = ${organizationId}::uuid and c.case_set_id = ${caseSetId}::uuid
      and c.from_version <= ${version} and (c.until_version is null or c.until_version > ${version})
      and assertion ->> 'kind' in ('judged', 'meaning')`);
  return rows.map(({ connection_id: connectionId, model }) => ({ connectionId, model }));
}

export async function insertCases({ tx }: Place, rows: readonly NewCase[]): Promise<CaseRow[]> {
  const inserted: CaseRow[] = [];
  for (let from = 0; from < rows.length; from += rowsAtOnce)
    inserted.push(
      ...(await tx
        .insert(testCase)
        .values(rows.slice(from, from + rowsAtOnce))
        .returning()),
    );
  return inserted;
}

/** The case as it is now. */
export async function findCase({ tx, organizationId }: Place, caseId: string): Promise<CaseRow | undefined> {
  const [row] = await tx
    .select()
    .from(testCase)
    .where(
      and(
        eq(testCase.organizationId, organizationId),
        eq(testCase.caseId, caseId),
        isNull(testCase.untilVersion),
      ),
    );
  return row;
}

/** Takes a state out of the set from this version on; false when it was taken out, or changed, before. */
export async function closeCase(
  { tx, organizationId }: Place,
  { id, revision }: Pick<CaseRow, 'id' | 'revision'>,
  untilVersion: number,
): Promise<boolean> {
  const closed = await tx
    .update(testCase)
    .set({ untilVersion })
    .where(
      and(
        eq(testCase.organizationId, organizationId),
        eq(testCase.id, id),
        eq(testCase.revision, revision),
        isNull(testCase.untilVersion),
      ),
    )
    .returning({ id: testCase.id });
  return closed.length === 1;
}

export interface CaseFilter {
  version: number;
  /** The position after which the page begins. */
  after: number;
  limit: number;
  tag?: string | undefined;
  q?: string | undefined;
}

const isOfVersion = (caseSetId: string, version: number) =>
  and(
    eq(testCase.caseSetId, caseSetId),
    lte(testCase.fromVersion, version),
    or(isNull(testCase.untilVersion), gt(testCase.untilVersion, version)),
  );

/** The cases that a version of a set has, in their order. */
export async function listCaseRows(
  { tx, organizationId }: Place,
  caseSetId: string,
  { version, after, limit, tag, q }: CaseFilter,
): Promise<CaseRow[]> {
  return tx
    .select()
    .from(testCase)
    .where(
      and(
        eq(testCase.organizationId, organizationId),
        isOfVersion(caseSetId, version),
        gt(testCase.position, after),
        tag === undefined ? undefined : sql`${testCase.tags} ? ${tag}`,
        q ? ilike(testCase.name, `%${q.replace(/[\\%_]/g, '\\$&')}%`) : undefined,
      ),
    )
    .orderBy(asc(testCase.position))
    .limit(limit);
}

/** The cases that have one of these values now; big and small letters are the same. */
export async function listSameValues(
  { tx, organizationId }: Place,
  { id, version }: Pick<CaseSetRow, 'id' | 'version'>,
  wanted: readonly Record<string, unknown>[],
): Promise<Pick<CaseRow, 'name' | 'values'>[]> {
  if (wanted.length === 0) return [];
  return tx
    .select({ name: testCase.name, values: testCase.values })
    .from(testCase)
    .where(
      and(
        eq(testCase.organizationId, organizationId),
        isOfVersion(id, version),
        inArray(
          sql`lower(${testCase.values}::text)`,
          wanted.map((values) => sql`lower((${JSON.stringify(values)}::jsonb)::text)`),
        ),
      ),
    )
    .orderBy(asc(testCase.position))
    .limit(wanted.length * 10);
}

export type ExampleRow = Pick<CaseRow, 'id' | 'caseId' | 'position' | 'name' | 'values'> & {
  expected: string;
};

/** Cases that are short enough to be examples, in their order; `longest` in characters of values and answer together. */
export async function listExampleRows(
  { tx, organizationId }: Place,
  caseSetId: string,
  { version, after, longest, limit }: Pick<CaseFilter, 'version' | 'after' | 'limit'> & { longest: number },
): Promise<ExampleRow[]> {
  const { id, caseId, position, name, values, expected } = testCase;
  return tx
    .select({ id, caseId, position, name, values, expected: sql<string>`${expected}` })
    .from(testCase)
    .where(
      and(
        eq(testCase.organizationId, organizationId),
        isOfVersion(caseSetId, version),
        gt(position, after),
        sql`${expected} ~ '\\S'`,
        sql`length(${values}::text) + length(${expected}) <= ${longest}`,
      ),
    )
    .orderBy(asc(testCase.position))
    .limit(limit);
}

/** Erases the sets of a prompt that was erased, with every state of their cases. */
export async function eraseCaseSetsOf({ tx, organizationId }: Place, promptId: string): Promise<void> {
  const isOf = and(eq(caseSet.organizationId, organizationId), eq(caseSet.promptId, promptId));
  const sets = tx.select({ id: caseSet.id }).from(caseSet).where(isOf);
  await tx
    .delete(testCase)
    .where(and(eq(testCase.organizationId, organizationId), inArray(testCase.caseSetId, sets)));
  await tx.delete(caseSet).where(isOf);
}
