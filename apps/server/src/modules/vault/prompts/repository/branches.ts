import { and, asc, eq, inArray, isNotNull } from 'drizzle-orm';
import { branch, prompt } from '../schema.ts';
import { inChunks, type Place } from './place.ts';

export type BranchRow = typeof branch.$inferSelect;

export const insertBranches = (place: Place, rows: readonly (typeof branch.$inferInsert)[]) =>
  inChunks(rows, (chunk) => place.tx.insert(branch).values(chunk));

const isBranch = (place: Place, promptId: string, name: string) =>
  and(eq(branch.organizationId, place.organizationId), eq(branch.promptId, promptId), eq(branch.name, name));

export async function findBranch(
  place: Place,
  promptId: string,
  name: string,
): Promise<BranchRow | undefined> {
  const [row] = await place.tx
    .select()
    .from(branch)
    .where(isBranch(place, promptId, name));
  return row;
}

/** The branch, held until the transaction ends: whoever commits next waits. */
export async function lockBranch(
  place: Place,
  promptId: string,
  name: string,
): Promise<BranchRow | undefined> {
  const [row] = await place.tx
    .select()
    .from(branch)
    .where(isBranch(place, promptId, name))
    .for('update');
  return row;
}

export async function listBranchRows(place: Place, promptId: string): Promise<BranchRow[]> {
  return place.tx
    .select()
    .from(branch)
    .where(and(eq(branch.organizationId, place.organizationId), eq(branch.promptId, promptId)))
    .orderBy(asc(branch.createdAt), asc(branch.id));
}

export async function moveBranchHead(
  place: Place,
  branchId: string,
  head: { headId: string; headNumber: number; headAt: Date },
): Promise<void> {
  await place.tx
    .update(branch)
    .set(head)
    .where(and(eq(branch.organizationId, place.organizationId), eq(branch.id, branchId)));
}

/** The newest version of the default branch of each prompt that has one. */
export async function headNumbers(place: Place, promptIds: readonly string[]): Promise<Map<string, number>> {
  if (promptIds.length === 0) return new Map();
  const rows = await place.tx
    .select({ promptId: prompt.id, number: branch.headNumber })
    .from(prompt)
    .innerJoin(
      branch,
      and(
        eq(branch.organizationId, prompt.organizationId),
        eq(branch.promptId, prompt.id),
        eq(branch.name, prompt.defaultBranch),
        isNotNull(branch.headNumber),
      ),
    )
    .where(and(eq(prompt.organizationId, place.organizationId), inArray(prompt.id, [...promptIds])));
  return new Map(
    rows.flatMap(({ promptId, number }) => (number === null ? [] : [[promptId, number] as const])),
  );
}
