import { and, asc, eq, inArray, sql } from 'drizzle-orm';
import { testCase } from '../../cases/schema.ts';
import { optimisationCandidate, optimisationItem } from '../schema.ts';
import type { Place } from './optimisations.ts';

export type CandidateRow = typeof optimisationCandidate.$inferSelect;
export type OptimiserItemRow = typeof optimisationItem.$inferSelect;
export type CaseState = typeof testCase.$inferSelect;

export async function insertCandidates(
  { tx }: Place,
  rows: readonly (typeof optimisationCandidate.$inferInsert)[],
): Promise<void> {
  if (rows.length > 0) await tx.insert(optimisationCandidate).values([...rows]);
}

export async function findCandidate(
  { tx, organizationId }: Place,
  id: string,
): Promise<CandidateRow | undefined> {
  const [row] = await tx
    .select()
    .from(optimisationCandidate)
    .where(and(eq(optimisationCandidate.organizationId, organizationId), eq(optimisationCandidate.id, id)));
  return row;
}

/** By their numbers. */
export async function listCandidates(
  { tx, organizationId }: Place,
  optimisationId: string,
): Promise<CandidateRow[]> {
  return tx
    .select()
    .from(optimisationCandidate)
    .where(
      and(
        eq(optimisationCandidate.organizationId, organizationId),
        eq(optimisationCandidate.optimisationId, optimisationId),
      ),
    )
    .orderBy(asc(optimisationCandidate.number));
}

const itemsAtOnce = 1_000;

export async function insertItems(
  { tx }: Place,
  rows: readonly (typeof optimisationItem.$inferInsert)[],
): Promise<void> {
  for (let from = 0; from < rows.length; from += itemsAtOnce)
    await tx
      .insert(optimisationItem)
      .values(rows.slice(from, from + itemsAtOnce))
      .onConflictDoNothing();
}

const ofCandidate = ({ organizationId }: Place, candidateId: string) =>
  and(eq(optimisationItem.organizationId, organizationId), eq(optimisationItem.candidateId, candidateId));

export async function listItems(place: Place, candidateId: string): Promise<OptimiserItemRow[]> {
  return place.tx
    .select()
    .from(optimisationItem)
    .where(ofCandidate(place, candidateId))
    .orderBy(asc(optimisationItem.position));
}

/** Those of an optimisation that are not judged yet. */
export async function listWaiting(
  { tx, organizationId }: Place,
  optimisationId: string,
): Promise<Pick<OptimiserItemRow, 'candidateId' | 'position'>[]> {
  return tx
    .select({ candidateId: optimisationItem.candidateId, position: optimisationItem.position })
    .from(optimisationItem)
    .where(
      and(
        eq(optimisationItem.organizationId, organizationId),
        eq(optimisationItem.optimisationId, optimisationId),
        inArray(optimisationItem.status, ['waiting', 'running']),
      ),
    )
    .orderBy(asc(optimisationItem.candidateId), asc(optimisationItem.position));
}

export async function findOptimiserItem(
  place: Place,
  candidateId: string,
  position: number,
): Promise<{ item: OptimiserItemRow; state: CaseState } | undefined> {
  const [row] = await place.tx
    .select({ item: optimisationItem, state: testCase })
    .from(optimisationItem)
    .innerJoin(
      testCase,
      and(
        eq(testCase.organizationId, optimisationItem.organizationId),
        eq(testCase.id, optimisationItem.caseRowId),
      ),
    )
    .where(and(ofCandidate(place, candidateId), eq(optimisationItem.position, position)));
  return row;
}

export async function writeItem(
  place: Place,
  candidateId: string,
  position: number,
  changes: Partial<OptimiserItemRow>,
): Promise<void> {
  await place.tx
    .update(optimisationItem)
    .set(changes)
    .where(and(ofCandidate(place, candidateId), eq(optimisationItem.position, position)));
}

/** Remembers who judges an item, or how alike two texts are, beside others that are asked at the same time. */
export async function addBought(
  place: Place,
  { candidateId, position }: Pick<OptimiserItemRow, 'candidateId' | 'position'>,
  kind: 'judging' | 'meanings',
  bought: OptimiserItemRow['judging'] | OptimiserItemRow['meanings'],
): Promise<void> {
  await place.tx
    .update(optimisationItem)
    .set({ [kind]: sql`${optimisationItem[kind]} || ${JSON.stringify(bought)}::jsonb` })
    .where(and(ofCandidate(place, candidateId), eq(optimisationItem.position, position)));
}

export interface CandidateCounts {
  candidateId: string;
  isHeldOut: boolean;
  cases: number;
  judged: number;
  passed: number;
  score: number | null;
  /** Mean of the answers; null while no price is known. */
  microDollars: number | null;
}

/** What came of each candidate so far, of what its model saw and of what was kept from it. */
export async function countCandidates(
  { tx, organizationId }: Place,
  optimisationId: string,
): Promise<CandidateCounts[]> {
  const { candidateId, isHeldOut, status, score, weight, microDollars } = optimisationItem;
  return tx
    .select({
      candidateId,
      isHeldOut,
      cases: sql<number>`count(*)::int`,
      judged: sql<number>`count(*) filter (where ${status} in ('passed', 'failed', 'error'))::int`,
      passed: sql<number>`count(*) filter (where ${status} = 'passed')::int`,
      score: sql<
        number | null
      >`(sum(${score} * ${weight}) / nullif(sum(${weight}) filter (where ${score} is not null), 0))::float8`,
      microDollars: sql<number | null>`round(avg(${microDollars}))::int`,
    })
    .from(optimisationItem)
    .where(
      and(
        eq(optimisationItem.organizationId, organizationId),
        eq(optimisationItem.optimisationId, optimisationId),
      ),
    )
    .groupBy(candidateId, isHeldOut);
}
