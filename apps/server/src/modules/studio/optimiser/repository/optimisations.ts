import { and, desc, eq, inArray, lt, sql } from 'drizzle-orm';
import type { Tx } from '../../../../foundation/db/database.ts';
import type { Claim } from '../../../../foundation/jobs/long-work.ts';
import { optimisation, optimisationCandidate, optimisationItem, optimisationStep } from '../schema.ts';

export type OptimisationRow = typeof optimisation.$inferSelect;
export type StepRow = typeof optimisationStep.$inferSelect;
export interface Place {
  tx: Tx;
  organizationId: string;
}

const one = ({ organizationId }: Place, id: string) =>
  and(eq(optimisation.organizationId, organizationId), eq(optimisation.id, id));

export async function findOptimisation(place: Place, id: string): Promise<OptimisationRow | undefined> {
  const [row] = await place.tx.select().from(optimisation).where(one(place, id));
  return row;
}

/** Newest first. */
export async function listOptimisationRows(
  { tx, organizationId }: Place,
  promptId: string,
  { before, limit }: { before: string | undefined; limit: number },
): Promise<OptimisationRow[]> {
  return tx
    .select()
    .from(optimisation)
    .where(
      and(
        eq(optimisation.organizationId, organizationId),
        eq(optimisation.promptId, promptId),
        before === undefined ? undefined : lt(optimisation.id, before),
      ),
    )
    .orderBy(desc(optimisation.id))
    .limit(limit);
}

/** Undefined while the prompt is optimised already. */
export async function insertOptimisation(
  { tx }: Place,
  row: typeof optimisation.$inferInsert,
): Promise<OptimisationRow | undefined> {
  const [inserted] = await tx.insert(optimisation).values(row).onConflictDoNothing().returning();
  return inserted;
}

export async function updateOptimisation(
  place: Place,
  id: string,
  changes: Partial<typeof optimisation.$inferInsert>,
): Promise<OptimisationRow | undefined> {
  const [row] = await place.tx.update(optimisation).set(changes).where(one(place, id)).returning();
  return row;
}

/** Makes one that goes on this process's own, unless another has spoken for it since then. */
export async function takeOptimisation(
  place: Place,
  id: string,
  { processId, now, silentSince }: Claim,
): Promise<OptimisationRow | undefined> {
  const [row] = await place.tx
    .update(optimisation)
    .set({ processId, heartbeatAt: now })
    .where(
      and(
        one(place, id),
        eq(optimisation.status, 'running'),
        sql`(${optimisation.processId} = ${processId}::uuid or ${optimisation.heartbeatAt} < ${silentSince.toISOString()}::timestamptz)`,
      ),
    )
    .returning();
  return row;
}

/** False when it is no longer this process's. */
export async function touchOptimisation(
  place: Place,
  id: string,
  processId: string,
  now: Date,
): Promise<boolean> {
  const rows = await place.tx
    .update(optimisation)
    .set({ heartbeatAt: now })
    .where(and(one(place, id), eq(optimisation.status, 'running'), eq(optimisation.processId, processId)))
    .returning({ id: optimisation.id });
  return rows.length === 1;
}

/** Ends one that is not over. */
export async function endOptimisation(
  place: Place,
  id: string,
  owner: string | null,
  outcome: Pick<OptimisationRow, 'status' | 'end' | 'reason' | 'endedAt'>,
): Promise<OptimisationRow | undefined> {
  const [row] = await place.tx
    .update(optimisation)
    .set(outcome)
    .where(
      and(
        one(place, id),
        eq(optimisation.status, 'running'),
        owner === null ? undefined : eq(optimisation.processId, owner),
      ),
    )
    .returning();
  return row;
}

/** Makes one that was stopped go on, for whoever goes on with it. Throws as its index does where the prompt is optimised meanwhile. */
export async function reopenOptimisation(
  place: Place,
  id: string,
  { processId, startedBy, now }: { processId: string; startedBy: string | null; now: Date },
): Promise<OptimisationRow | undefined> {
  const going = { status: 'running', end: null, reason: null, endedAt: null } as const;
  const [row] = await place.tx
    .update(optimisation)
    .set({ ...going, startedBy, processId, heartbeatAt: now })
    .where(and(one(place, id), inArray(optimisation.status, ['stopped', 'failed'])))
    .returning();
  return row;
}

export async function findLostOptimisations(
  tx: Tx,
  silentSince: Date,
): Promise<{ organizationId: string; id: string }[]> {
  return tx.execute(
    sql`select organization_id as "organizationId", optimisation_id as id from lost_optimisations(${silentSince.toISOString()}::timestamptz)`,
    'objects',
  ) as never;
}

const oneStep = (
  { organizationId }: Place,
  { optimisationId, round, kind }: Pick<StepRow, 'optimisationId' | 'round' | 'kind'>,
) =>
  and(
    eq(optimisationStep.organizationId, organizationId),
    eq(optimisationStep.optimisationId, optimisationId),
    eq(optimisationStep.round, round),
    eq(optimisationStep.kind, kind),
  );

export async function listSteps({ tx, organizationId }: Place, optimisationId: string): Promise<StepRow[]> {
  return tx
    .select()
    .from(optimisationStep)
    .where(
      and(
        eq(optimisationStep.organizationId, organizationId),
        eq(optimisationStep.optimisationId, optimisationId),
      ),
    )
    .orderBy(optimisationStep.round);
}

/** The run of a step; a later one takes the place of an earlier one that gave no answer. */
export async function writeStep(
  { tx, organizationId }: Place,
  step: Pick<StepRow, 'optimisationId' | 'round' | 'kind' | 'runId'>,
): Promise<void> {
  await tx
    .insert(optimisationStep)
    .values({ ...step, organizationId })
    .onConflictDoUpdate({
      target: [
        optimisationStep.organizationId,
        optimisationStep.optimisationId,
        optimisationStep.round,
        optimisationStep.kind,
      ],
      set: { runId: step.runId },
    });
}

export async function endStep(
  place: Place,
  step: Pick<StepRow, 'optimisationId' | 'round' | 'kind'>,
  told: string,
): Promise<void> {
  await place.tx.update(optimisationStep).set({ isDone: true, told }).where(oneStep(place, step));
}

/** Erases the optimisations of a prompt that was erased, with all they tried. */
export async function eraseOptimisationsOf({ tx, organizationId }: Place, promptId: string): Promise<void> {
  const isOf = and(eq(optimisation.organizationId, organizationId), eq(optimisation.promptId, promptId));
  const own = tx.select({ id: optimisation.id }).from(optimisation).where(isOf);
  for (const below of [optimisationItem, optimisationStep, optimisationCandidate])
    await tx
      .delete(below)
      .where(and(eq(below.organizationId, organizationId), inArray(below.optimisationId, own)));
  await tx.delete(optimisation).where(isOf);
}
