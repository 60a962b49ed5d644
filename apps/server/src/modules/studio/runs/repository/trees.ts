import type { TechniqueResultView } from '@promptvault/contract/studio/runs/shapes';
import { and, eq, inArray, sql } from 'drizzle-orm';
import type { Tx } from '../../../../foundation/db/database.ts';
import { run } from '../schema.ts';
import type { RunColumns } from './runs.ts';

/** Both drivers answer raw statements with `rows`, whatever Drizzle's types say. */
const rowsOf = <T>(result: unknown): T[] => (result as { rows: T[] }).rows;

interface OwnRun {
  organizationId: string;
  runId: string;
  processId: string;
}

/** Keeps what has grown so far on the row of an open run; one that is over, or another's, is left alone. */
export async function saveResult(
  tx: Tx,
  { organizationId, runId, processId }: OwnRun,
  techniqueResult: TechniqueResultView,
): Promise<void> {
  await tx
    .update(run)
    .set({ techniqueResult, revision: sql`${run.revision} + 1` })
    .where(
      and(
        eq(run.organizationId, organizationId),
        eq(run.id, runId),
        eq(run.processId, processId),
        inArray(run.status, ['queued', 'running']),
      ),
    );
}

export interface LoweredHold {
  /** Taken from what it held of the budget, since then, and of its purse. */
  held: number;
  startedAt: Date;
  purseHeld: number;
  purseId: string | null;
}

/** Takes as much as there is, up to this, from what an open run holds of the budget and of its purse. */
export async function lowerHold(
  tx: Tx,
  { organizationId, runId }: Pick<OwnRun, 'organizationId' | 'runId'>,
  microDollars: number,
): Promise<LoweredHold | undefined> {
  const lowered = await tx.execute(sql`
    with before as (
      select least(coalesce(reserved_micro_dollars, 0), ${microDollars}::bigint) as held,
        least(purse_held_micro_dollars, ${microDollars}::bigint) as purse_held
      from run
      where organization_id = ${organizationId}::uuid and id = ${runId}::uuid
        and status in ('queued', 'running') for update
    )
    update run set
      reserved_micro_dollars = run.reserved_micro_dollars - before.held,
      purse_held_micro_dollars = run.purse_held_micro_dollars - before.purse_held
    from before
    where run.organization_id = ${organizationId}::uuid and run.id = ${runId}::uuid
      and (before.held > 0 or before.purse_held > 0)
    returning before.held::text as held, before.purse_held::text as "purseHeld",
      run.purse_id as "purseId", run.created_at as "createdAt"`);
  const [row] = rowsOf<{
    held: string;
    purseHeld: string;
    purseId: string | null;
    createdAt: string | Date;
  }>(lowered);
  return (
    row && {
      held: Number(row.held),
      startedAt: new Date(row.createdAt),
      purseHeld: Number(row.purseHeld),
      purseId: row.purseId,
    }
  );
}

/** The whole rows of these runs, by their ids. */
export async function findRunStates(
  tx: Tx,
  organizationId: string,
  runIds: readonly string[],
): Promise<Map<string, RunColumns>> {
  if (runIds.length === 0) return new Map();
  const rows = await tx
    .select()
    .from(run)
    .where(and(eq(run.organizationId, organizationId), inArray(run.id, [...runIds])));
  return new Map(rows.map((row) => [row.id, row]));
}

/** Of runs that are parts of this one: which are open in that process, and what all of them cost. */
export async function findPartFacts(
  tx: Tx,
  { organizationId, runId, processId }: OwnRun,
): Promise<{ open: string[]; microDollars: number }> {
  const rows = await tx
    .select({
      id: run.id,
      status: run.status,
      processId: run.processId,
      cost: sql<string>`coalesce(${run.costMicroDollars}, 0) + ${run.rolledMicroDollars}`,
    })
    .from(run)
    .where(and(eq(run.organizationId, organizationId), eq(run.parentId, runId), eq(run.origin, 'part')));
  const isOpen = (row: (typeof rows)[number]) =>
    (row.status === 'queued' || row.status === 'running') && row.processId === processId;
  return {
    open: rows.filter(isOpen).map(({ id }) => id),
    microDollars: rows.reduce((sum, { cost }) => sum + Number(cost), 0),
  };
}
