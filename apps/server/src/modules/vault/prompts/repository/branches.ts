import { and, asc, count, desc, eq, getColumns, inArray, isNotNull, isNull } from 'drizzle-orm';
import { branch, draft, prompt, version } from '../schema.ts';
import { inChunks, type Place } from './place.ts';

export type BranchRow = typeof branch.$inferSelect;

export const insertBranches = (place: Place, rows: readonly (typeof branch.$inferInsert)[]) =>
  inChunks(rows, (chunk) => place.tx.insert(branch).values(chunk));

const isBranch = (place: Place, promptId: string, name: string) =>
  and(
    eq(branch.organizationId, place.organizationId),
    eq(branch.promptId, promptId),
    eq(branch.name, name),
    isNull(branch.deletedAt),
  );

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

/** A branch with what a list shows of its newest version and its draft. */
export type ListedBranchRow = BranchRow & {
  headAuthorId: string | null;
  headHash: string | null;
  draftHash: string | null;
  /** Updates that the hash does not count yet. */
  draftUnfolded: number | null;
  draftUpdatedAt: Date | null;
};

/** The branches of a prompt, live or deleted, the oldest first. */
export async function listBranchRows(
  place: Place,
  promptId: string,
  { deleted, name }: { deleted: boolean; name?: string },
): Promise<ListedBranchRow[]> {
  return place.tx
    .select({
      ...getColumns(branch),
      headAuthorId: version.authorId,
      headHash: version.hash,
      draftHash: draft.hash,
      draftUnfolded: draft.unfolded,
      draftUpdatedAt: draft.updatedAt,
    })
    .from(branch)
    .leftJoin(version, and(eq(version.organizationId, branch.organizationId), eq(version.id, branch.headId)))
    .leftJoin(draft, and(eq(draft.organizationId, branch.organizationId), eq(draft.branchId, branch.id)))
    .where(
      and(
        eq(branch.organizationId, place.organizationId),
        eq(branch.promptId, promptId),
        deleted ? isNotNull(branch.deletedAt) : isNull(branch.deletedAt),
        name === undefined ? undefined : eq(branch.name, name),
      ),
    )
    .orderBy(asc(branch.createdAt), asc(branch.id));
}

export async function countBranches(place: Place, promptId: string): Promise<number> {
  const [row] = await place.tx
    .select({ count: count() })
    .from(branch)
    .where(
      and(
        eq(branch.organizationId, place.organizationId),
        eq(branch.promptId, promptId),
        isNull(branch.deletedAt),
      ),
    );
  return row?.count ?? 0;
}

/** @returns false when a live branch has the name already */
export async function insertBranch(place: Place, row: typeof branch.$inferInsert): Promise<boolean> {
  const rows = await place.tx.insert(branch).values(row).onConflictDoNothing().returning({ id: branch.id });
  return rows.length > 0;
}

export async function storeBranch(place: Place, branchId: string, change: Partial<BranchRow>): Promise<void> {
  await place.tx
    .update(branch)
    .set(change)
    .where(and(eq(branch.organizationId, place.organizationId), eq(branch.id, branchId)));
}

/** The branch of this name that was deleted last, held until the transaction ends. */
export async function lockDeletedBranch(
  place: Place,
  promptId: string,
  name: string,
): Promise<BranchRow | undefined> {
  const [row] = await place.tx
    .select()
    .from(branch)
    .where(
      and(
        eq(branch.organizationId, place.organizationId),
        eq(branch.promptId, promptId),
        eq(branch.name, name),
        isNotNull(branch.deletedAt),
      ),
    )
    .orderBy(desc(branch.deletedAt), desc(branch.id))
    .limit(1)
    .for('update');
  return row;
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
        isNull(branch.deletedAt),
        isNotNull(branch.headNumber),
      ),
    )
    .where(and(eq(prompt.organizationId, place.organizationId), inArray(prompt.id, [...promptIds])));
  return new Map(
    rows.flatMap(({ promptId, number }) => (number === null ? [] : [[promptId, number] as const])),
  );
}
