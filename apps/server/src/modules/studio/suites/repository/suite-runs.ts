import { and, desc, eq, inArray, lt, sql } from 'drizzle-orm';
import type { Tx } from '../../../../foundation/db/database.ts';
import type { Claim } from '../../../../foundation/jobs/long-work.ts';
import { suiteRun } from '../schema.ts';
import type { Place } from './suites.ts';

export type SuiteRunRow = typeof suiteRun.$inferSelect;

const isRun = ({ organizationId }: Place, id: string) =>
  and(eq(suiteRun.organizationId, organizationId), eq(suiteRun.id, id));

export async function findSuiteRun(place: Place, id: string): Promise<SuiteRunRow | undefined> {
  const [row] = await place.tx.select().from(suiteRun).where(isRun(place, id));
  return row;
}

/** Newest first. */
export async function listSuiteRunRows(
  { tx, organizationId }: Place,
  suiteId: string,
  { before, limit, status }: { before?: string | undefined; limit: number; status?: SuiteRunRow['status'] },
): Promise<SuiteRunRow[]> {
  return tx
    .select()
    .from(suiteRun)
    .where(
      and(
        eq(suiteRun.organizationId, organizationId),
        eq(suiteRun.suiteId, suiteId),
        status === undefined ? undefined : eq(suiteRun.status, status),
        before === undefined ? undefined : lt(suiteRun.id, before),
      ),
    )
    .orderBy(desc(suiteRun.id))
    .limit(limit);
}

/** Undefined while the suite is run already. */
export async function insertSuiteRun(
  { tx }: Place,
  row: typeof suiteRun.$inferInsert,
): Promise<SuiteRunRow | undefined> {
  const [inserted] = await tx.insert(suiteRun).values(row).onConflictDoNothing().returning();
  return inserted;
}

/** Makes a run that goes on this process's own, unless another has spoken for it since then. */
export async function takeSuiteRun(
  place: Place,
  id: string,
  { processId, now, silentSince }: Claim,
): Promise<SuiteRunRow | undefined> {
  const [row] = await place.tx
    .update(suiteRun)
    .set({ processId, heartbeatAt: now, waitsFor: [] })
    .where(
      and(
        isRun(place, id),
        eq(suiteRun.status, 'running'),
        sql`(${suiteRun.processId} = ${processId}::uuid or ${suiteRun.heartbeatAt} < ${silentSince.toISOString()}::timestamptz)`,
      ),
    )
    .returning();
  return row;
}

/** False when the run is no longer this process's. */
export async function touchSuiteRun(
  place: Place,
  id: string,
  processId: string,
  now: Date,
): Promise<boolean> {
  const rows = await place.tx
    .update(suiteRun)
    .set({ heartbeatAt: now })
    .where(and(isRun(place, id), eq(suiteRun.status, 'running'), eq(suiteRun.processId, processId)))
    .returning({ id: suiteRun.id });
  return rows.length === 1;
}

/**
 * Makes a run that was stopped or broke off one that goes on, of this process, for whoever goes on with it.
 * Undefined when it is no such run; throws as its index does where the suite is run meanwhile.
 */
export async function reopenSuiteRun(
  place: Place,
  id: string,
  { processId, startedBy, now }: { processId: string; startedBy: string | null; now: Date },
): Promise<SuiteRunRow | undefined> {
  const [row] = await place.tx
    .update(suiteRun)
    .set({
      status: 'running',
      isGreen: false,
      isSpent: false,
      reason: null,
      endedAt: null,
      startedBy,
      processId,
      heartbeatAt: now,
      waitsFor: [],
    })
    .where(and(isRun(place, id), inArray(suiteRun.status, ['stopped', 'failed'])))
    .returning();
  return row;
}

/** Keeps a run that goes on from being taken or ended by others until the commit. False when it is over, or not the owner's. */
export async function lockSuiteRun(place: Place, id: string, owner: string | null): Promise<boolean> {
  const rows = await place.tx
    .select({ id: suiteRun.id })
    .from(suiteRun)
    .where(
      and(
        isRun(place, id),
        eq(suiteRun.status, 'running'),
        owner === null ? undefined : eq(suiteRun.processId, owner),
      ),
    )
    .for('update');
  return rows.length === 1;
}

/** Ends a run that is locked. */
export async function endSuiteRun(
  place: Place,
  id: string,
  outcome: Pick<SuiteRunRow, 'status' | 'isGreen' | 'isSpent' | 'reason' | 'endedAt'>,
): Promise<SuiteRunRow> {
  const [row] = await place.tx.update(suiteRun).set(outcome).where(isRun(place, id)).returning();
  return row as SuiteRunRow;
}

/** What a run may cost from now on, and what pays for it. */
export async function budgetSuiteRunRow(
  place: Place,
  { id, plan }: SuiteRunRow,
  { purseId, budgetMicroDollars }: { purseId: string | null; budgetMicroDollars: number | null },
): Promise<SuiteRunRow> {
  const [row] = await place.tx
    .update(suiteRun)
    .set({ purseId, plan: { ...plan, budgetMicroDollars } })
    .where(isRun(place, id))
    .returning();
  return row as SuiteRunRow;
}

/** The connections that a run waits for now. */
export async function noteWaits(place: Place, id: string, connectionIds: string[]): Promise<void> {
  await place.tx.update(suiteRun).set({ waitsFor: connectionIds }).where(isRun(place, id));
}

export interface Counted {
  status: 'passed' | 'failed' | 'error';
  reused: boolean;
  microDollars: number;
}

export async function countItem(
  place: Place,
  id: string,
  { status, reused, microDollars }: Counted,
): Promise<void> {
  await place.tx
    .update(suiteRun)
    .set({
      passed: sql`${suiteRun.passed} + ${Number(status === 'passed')}`,
      failed: sql`${suiteRun.failed} + ${Number(status === 'failed')}`,
      errors: sql`${suiteRun.errors} + ${Number(status === 'error')}`,
      reused: sql`${suiteRun.reused} + ${Number(reused)}`,
      microDollars: sql`${suiteRun.microDollars} + ${microDollars}`,
    })
    .where(isRun(place, id));
}

export async function findLostSuiteRuns(
  tx: Tx,
  silentSince: Date,
): Promise<{ organizationId: string; id: string }[]> {
  return tx.execute(
    sql`select organization_id as "organizationId", suite_run_id as id from lost_suite_runs(${silentSince.toISOString()}::timestamptz)`,
    'objects',
  ) as never;
}
