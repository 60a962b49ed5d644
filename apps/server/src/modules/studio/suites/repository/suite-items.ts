import type { suiteItemShows } from '@promptvault/contract/studio/suites/shapes';
import { and, asc, desc, eq, gt, ilike, inArray, isNotNull, type SQL, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { testCase } from '../../cases/schema.ts';
import { type KeptMeaning, suiteItem } from '../schema.ts';
import type { SuiteRunRow } from './suite-runs.ts';
import type { Place } from './suites.ts';

export type ItemRow = typeof suiteItem.$inferSelect;
export type ItemOutcome = Partial<Omit<ItemRow, 'organizationId' | 'suiteRunId' | 'position'>> &
  Pick<ItemRow, 'status'>;
export type CaseState = typeof testCase.$inferSelect;

const isItem = ({ organizationId }: Place, suiteRunId: string, position: number) =>
  and(
    eq(suiteItem.organizationId, organizationId),
    eq(suiteItem.suiteRunId, suiteRunId),
    eq(suiteItem.position, position),
  );

/** Lays out every case of the set's version on every lane, in one statement. */
export async function layOutItems(
  { tx, organizationId }: Place,
  { id, caseSetVersion, lanes, plan }: SuiteRunRow,
  caseSetId: string,
): Promise<void> {
  await tx.execute(sql`
    insert into suite_item (organization_id, suite_run_id, position, lane, case_row_id, case_id, case_name, required, weight,
      repetition, status, results, excerpt, reused)
    select c.organization_id, ${id}::uuid, row_number() over (order by c.position, l.lane, r.repetition) - 1, l.lane, c.id,
      c.case_id, c.name, c.required, c.weight, r.repetition, 'waiting', '[]'::jsonb, '', false
    from test_case c
    cross join generate_series(0, ${lanes.length - 1}::int) as l(lane)
    cross join generate_series(0, ${plan.repetitions - 1}::int) as r(repetition)
    where c.organization_id = ${organizationId}::uuid and c.case_set_id = ${caseSetId}::uuid
      and c.from_version <= ${caseSetVersion} and (c.until_version is null or c.until_version > ${caseSetVersion})`);
}

/** Items that somebody began and nobody ended wait again; the run they made stays with them. */
export async function releaseItems({ tx, organizationId }: Place, suiteRunId: string): Promise<void> {
  await tx
    .update(suiteItem)
    .set({ status: 'waiting' })
    .where(
      and(
        eq(suiteItem.organizationId, organizationId),
        eq(suiteItem.suiteRunId, suiteRunId),
        eq(suiteItem.status, 'running'),
      ),
    );
}

export async function waitingPositions(
  { tx, organizationId }: Place,
  suiteRunId: string,
  { after, limit }: { after: number; limit: number },
): Promise<number[]> {
  const rows = await tx
    .select({ position: suiteItem.position })
    .from(suiteItem)
    .where(
      and(
        eq(suiteItem.organizationId, organizationId),
        eq(suiteItem.suiteRunId, suiteRunId),
        eq(suiteItem.status, 'waiting'),
        gt(suiteItem.position, after),
      ),
    )
    .orderBy(asc(suiteItem.position))
    .limit(limit);
  return rows.map(({ position }) => position);
}

export interface ItemWithCase {
  item: ItemRow;
  state: CaseState;
}

export async function findItem(
  place: Place,
  suiteRunId: string,
  position: number,
): Promise<ItemWithCase | undefined> {
  const [row] = await place.tx
    .select({ item: suiteItem, state: testCase })
    .from(suiteItem)
    .innerJoin(
      testCase,
      and(eq(testCase.organizationId, suiteItem.organizationId), eq(testCase.id, suiteItem.caseRowId)),
    )
    .where(isItem(place, suiteRunId, position));
  return row;
}

export async function updateItem(
  place: Place,
  suiteRunId: string,
  position: number,
  changes: Partial<ItemRow>,
): Promise<void> {
  await place.tx
    .update(suiteItem)
    .set(changes)
    .where(isItem(place, suiteRunId, position));
}

/** Remembers the run of a judge, beside those of judges who are asked at the same time. */
export async function addJudge(
  place: Place,
  suiteRunId: string,
  position: number,
  { asked, runId }: { asked: string; runId: string },
): Promise<void> {
  await place.tx
    .update(suiteItem)
    .set({ judging: sql`${suiteItem.judging} || jsonb_build_object(${asked}::text, ${runId}::text)` })
    .where(isItem(place, suiteRunId, position));
}

/** Remembers how alike two texts are, beside others that are compared at the same time. */
export async function addMeaning(
  place: Place,
  suiteRunId: string,
  position: number,
  { asked, meaning }: { asked: string; meaning: KeptMeaning },
): Promise<void> {
  await place.tx
    .update(suiteItem)
    .set({
      meanings: sql`${suiteItem.meanings} || jsonb_build_object(${asked}::text, ${JSON.stringify(meaning)}::jsonb)`,
    })
    .where(isItem(place, suiteRunId, position));
}

/** Writes what came of an item; false when that was written before. */
export async function endItem(
  place: Place,
  suiteRunId: string,
  position: number,
  outcome: ItemOutcome,
): Promise<boolean> {
  const rows = await place.tx
    .update(suiteItem)
    .set(outcome)
    .where(and(isItem(place, suiteRunId, position), inArray(suiteItem.status, ['waiting', 'running'])))
    .returning({ position: suiteItem.position });
  return rows.length === 1;
}

/** The run that got an answer to the very same. */
export async function findAnswered(
  { tx, organizationId }: Place,
  sentKey: string,
): Promise<string | undefined> {
  const [row] = await tx
    .select({ runId: suiteItem.runId })
    .from(suiteItem)
    .where(
      and(
        eq(suiteItem.organizationId, organizationId),
        eq(suiteItem.sentKey, sentKey),
        inArray(suiteItem.status, ['passed', 'failed']),
        isNotNull(suiteItem.runId),
      ),
    )
    .limit(1);
  return row?.runId ?? undefined;
}

/** Of each lane of this run, the lane of the baseline that it is compared with. */
export interface Baseline {
  id: string;
  lanes: Readonly<Record<number, number>>;
}

const before = alias(suiteItem, 'before');

const sameInBaseline = (baseline: Baseline | null): SQL | undefined =>
  and(
    eq(before.organizationId, suiteItem.organizationId),
    baseline ? eq(before.suiteRunId, baseline.id) : sql`false`,
    eq(before.caseId, suiteItem.caseId),
    eq(before.repetition, suiteItem.repetition),
    sql`${before.lane} = (${JSON.stringify(baseline?.lanes ?? {})}::jsonb ->> ${suiteItem.lane}::text)::int`,
  );

export interface ItemFilter {
  show: (typeof suiteItemShows)[number];
  lane?: number | undefined;
  position?: number | undefined;
  q?: string | undefined;
  after: number;
  limit: number;
}

const broken = sql`${before.status} = 'passed' and ${suiteItem.status} in ('failed', 'error')`;
const fixed = sql`${suiteItem.status} = 'passed' and ${before.status} in ('failed', 'error')`;

export interface ComparedItem extends ItemRow {
  before: ItemRow['status'] | null;
}

export async function listItemRows(
  { tx, organizationId }: Place,
  suiteRunId: string,
  baseline: Baseline | null,
  { show, lane, position, q, after, limit }: ItemFilter,
): Promise<ComparedItem[]> {
  const shown: Record<ItemFilter['show'], SQL | undefined> = {
    all: undefined,
    passed: eq(suiteItem.status, 'passed'),
    failed: eq(suiteItem.status, 'failed'),
    error: eq(suiteItem.status, 'error'),
    broken,
    fixed,
    unsteady: sql`${suiteItem.status} in ('passed', 'failed') and exists (select from suite_item twin
      where twin.organization_id = ${suiteItem.organizationId} and twin.suite_run_id = ${suiteItem.suiteRunId}
        and twin.case_id = ${suiteItem.caseId} and twin.lane = ${suiteItem.lane}
        and twin.status in ('passed', 'failed') and twin.status <> ${suiteItem.status})`,
    slowest: isNotNull(suiteItem.latencyMs),
  };
  const rows = await tx
    .select({ item: suiteItem, before: before.status })
    .from(suiteItem)
    .leftJoin(before, sameInBaseline(baseline))
    .where(
      and(
        eq(suiteItem.organizationId, organizationId),
        eq(suiteItem.suiteRunId, suiteRunId),
        shown[show],
        lane === undefined ? undefined : eq(suiteItem.lane, lane),
        position === undefined ? undefined : eq(suiteItem.position, position),
        q ? ilike(suiteItem.caseName, `%${q.replace(/[\\%_]/g, '\\$&')}%`) : undefined,
        show === 'slowest' ? undefined : gt(suiteItem.position, after),
      ),
    )
    .orderBy(show === 'slowest' ? desc(suiteItem.latencyMs) : asc(suiteItem.position))
    .limit(show === 'slowest' ? Math.min(limit, 50) : limit);
  return rows.map(({ item, before }) => ({ ...item, before }));
}

export interface LaneCounts {
  lane: number;
  total: number;
  passed: number;
  failed: number;
  errors: number;
  requiredMissed: number;
  score: number | null;
  microDollars: number;
  meanLatencyMs: number | null;
  broken: number;
  fixed: number;
  unsteady: number;
}

/** Of these lanes: how many items were judged, how many of them passed, and of how many cases they are. */
export async function countCases(
  { tx, organizationId }: Place,
  suiteRunId: string,
  lanes: readonly number[],
): Promise<{ passed: number; judged: number; cases: number }> {
  const [row] = await tx
    .select({
      passed: sql<number>`count(*) filter (where ${suiteItem.status} = 'passed')::int`,
      judged: sql<number>`count(*)::int`,
      cases: sql<number>`count(distinct ${suiteItem.caseId})::int`,
    })
    .from(suiteItem)
    .where(
      and(
        eq(suiteItem.organizationId, organizationId),
        eq(suiteItem.suiteRunId, suiteRunId),
        inArray(suiteItem.lane, [...lanes]),
        inArray(suiteItem.status, ['passed', 'failed']),
      ),
    );
  return row ?? { passed: 0, judged: 0, cases: 0 };
}

export interface CaseChange {
  added: number;
  removed: { total: number; cases: { caseId: string; caseName: string; passed: boolean }[] };
}

/** Which cases the baseline had that this run has not, by their names there, and how many it has beside them. */
export async function compareCases(
  { tx, organizationId }: Place,
  suiteRunId: string,
  baselineId: string,
  most: number,
): Promise<CaseChange> {
  const inRun = (id: string) =>
    and(eq(suiteItem.organizationId, organizationId), eq(suiteItem.suiteRunId, id));
  const notIn = (id: string) => sql`not exists (select from suite_item other
    where other.organization_id = ${suiteItem.organizationId} and other.suite_run_id = ${id}::uuid
      and other.case_id = ${suiteItem.caseId})`;
  const [cases, [counted]] = await Promise.all([
    tx
      .select({
        caseId: suiteItem.caseId,
        caseName: sql<string>`min(${suiteItem.caseName})`,
        passed: sql<boolean>`bool_and(${suiteItem.status} = 'passed')`,
        total: sql<number>`(count(*) over ())::int`,
      })
      .from(suiteItem)
      .where(and(inRun(baselineId), notIn(suiteRunId)))
      .groupBy(suiteItem.caseId)
      .orderBy(sql`min(${suiteItem.position})`)
      .limit(most)
      .execute(),
    tx
      .select({ added: sql<number>`count(distinct ${suiteItem.caseId})::int` })
      .from(suiteItem)
      .where(and(inRun(suiteRunId), notIn(baselineId)))
      .execute(),
  ]);
  return {
    added: counted?.added ?? 0,
    removed: {
      total: cases[0]?.total ?? 0,
      cases: cases.map(({ total: _all, ...one }) => one),
    },
  };
}

/** What came of each lane so far. */
export async function countLanes(
  { tx, organizationId }: Place,
  suiteRunId: string,
  baseline: Baseline | null,
): Promise<LaneCounts[]> {
  const mine = and(eq(suiteItem.organizationId, organizationId), eq(suiteItem.suiteRunId, suiteRunId));
  const int = (condition: SQL) => sql<number>`count(*) filter (where ${condition})::int`;
  const counted = tx
    .select({
      lane: suiteItem.lane,
      total: sql<number>`count(*)::int`,
      passed: int(sql`${suiteItem.status} = 'passed'`),
      failed: int(sql`${suiteItem.status} = 'failed'`),
      errors: int(sql`${suiteItem.status} = 'error'`),
      requiredMissed: int(sql`${suiteItem.required} and ${suiteItem.status} in ('failed', 'error')`),
      score: sql<
        number | null
      >`(sum(${suiteItem.score} * ${suiteItem.weight}) / nullif(sum(${suiteItem.weight}) filter (where ${suiteItem.score} is not null), 0))::float8`,
      microDollars: sql<string>`coalesce(sum(${suiteItem.microDollars}), 0)::text`,
      meanLatencyMs: sql<number | null>`round(avg(${suiteItem.latencyMs}))::int`,
      broken: int(broken),
      fixed: int(fixed),
    })
    .from(suiteItem)
    .leftJoin(before, sameInBaseline(baseline))
    .where(mine)
    .groupBy(suiteItem.lane);
  const perCase = tx
    .select({ lane: suiteItem.lane, caseId: suiteItem.caseId })
    .from(suiteItem)
    .where(and(mine, inArray(suiteItem.status, ['passed', 'failed'])))
    .groupBy(suiteItem.lane, suiteItem.caseId)
    .having(sql`count(distinct ${suiteItem.status}) > 1`)
    .as('per_case');
  const [rows, unsteady] = await Promise.all([
    counted.execute(),
    tx
      .select({ lane: perCase.lane, cases: sql<number>`count(*)::int` })
      .from(perCase)
      .groupBy(perCase.lane)
      .execute(),
  ]);
  return rows.map((row) => ({
    ...row,
    microDollars: Number(row.microDollars),
    unsteady: unsteady.find(({ lane }) => lane === row.lane)?.cases ?? 0,
  }));
}
