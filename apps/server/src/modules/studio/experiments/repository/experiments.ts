import { and, desc, eq, inArray, isNull, lt, sql } from 'drizzle-orm';
import type { Tx } from '../../../../foundation/db/database.ts';
import { experiment, experimentLook, experimentOutcome, experimentValue } from '../schema.ts';

export type ExperimentRow = typeof experiment.$inferSelect;
export interface Place {
  tx: Tx;
  organizationId: string;
}

const isExperiment = ({ organizationId }: Place, id: string) =>
  and(eq(experiment.organizationId, organizationId), eq(experiment.id, id), isNull(experiment.deletedAt));

export async function findExperiment(place: Place, id: string): Promise<ExperimentRow | undefined> {
  const [row] = await place.tx.select().from(experiment).where(isExperiment(place, id));
  return row;
}

/** Held until the transaction ends; its label is held before. */
export async function lockExperiment(place: Place, id: string): Promise<ExperimentRow | undefined> {
  const [row] = await place.tx.select().from(experiment).where(isExperiment(place, id)).for('update');
  return row;
}

/** Those that go on or are paused on labels of a prompt. */
export async function liveOn(place: Place, promptId: string, label?: string): Promise<ExperimentRow[]> {
  return place.tx
    .select()
    .from(experiment)
    .where(
      and(
        eq(experiment.organizationId, place.organizationId),
        eq(experiment.promptId, promptId),
        label === undefined ? undefined : eq(experiment.label, label),
        inArray(experiment.status, ['running', 'paused']),
        isNull(experiment.deletedAt),
      ),
    );
}

/** Newest first. */
export async function listExperimentRows(
  { tx, organizationId }: Place,
  asked: {
    promptId: string | undefined;
    status: ExperimentRow['status'] | undefined;
    before: string | undefined;
    limit: number;
  },
): Promise<ExperimentRow[]> {
  return tx
    .select()
    .from(experiment)
    .where(
      and(
        eq(experiment.organizationId, organizationId),
        isNull(experiment.deletedAt),
        asked.promptId === undefined ? undefined : eq(experiment.promptId, asked.promptId),
        asked.status === undefined ? undefined : eq(experiment.status, asked.status),
        asked.before === undefined ? undefined : lt(experiment.id, asked.before),
      ),
    )
    .orderBy(desc(experiment.id))
    .limit(asked.limit);
}

export async function insertExperiment(
  { tx }: Place,
  row: typeof experiment.$inferInsert,
): Promise<ExperimentRow> {
  const [inserted] = await tx.insert(experiment).values(row).returning();
  return inserted as ExperimentRow;
}

/** Undefined when it is not at the revision; without one it is changed as it is. */
export async function changeExperiment(
  place: Place,
  id: string,
  changes: Partial<typeof experiment.$inferInsert>,
  expected?: number,
): Promise<ExperimentRow | undefined> {
  const [row] = await place.tx
    .update(experiment)
    .set({ ...changes, revision: sql`${experiment.revision} + 1` })
    .where(
      and(isExperiment(place, id), expected === undefined ? undefined : eq(experiment.revision, expected)),
    )
    .returning();
  return row;
}

/** Forgets what is known of single subjects. */
export async function deleteValues(place: Place, experimentId: string): Promise<void> {
  for (const table of [experimentValue, experimentOutcome, experimentLook])
    await place.tx
      .delete(table)
      .where(and(eq(table.organizationId, place.organizationId), eq(table.experimentId, experimentId)));
}

/** Erases the experiments of a prompt that was erased; @returns their ids. */
export async function eraseExperimentsOf(place: Place, promptId: string): Promise<string[]> {
  const isOf = and(eq(experiment.organizationId, place.organizationId), eq(experiment.promptId, promptId));
  const rows = await place.tx.select({ id: experiment.id }).from(experiment).where(isOf);
  for (const { id } of rows) await deleteValues(place, id);
  await place.tx.delete(experiment).where(isOf);
  return rows.map(({ id }) => id);
}

export async function findExperimentsToTend(
  tx: Tx,
  endedBefore: Date,
): Promise<{ organizationId: string; experimentId: string }[]> {
  return tx.execute(
    sql`select organization_id as "organizationId", experiment_id as "experimentId" from experiments_to_tend(${endedBefore.toISOString()}::timestamptz)`,
    'objects',
  ) as never;
}
