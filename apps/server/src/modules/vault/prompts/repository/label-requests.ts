import { and, asc, desc, eq, inArray, isNull, notExists, type SQL, sql } from 'drizzle-orm';
import { labelRequest, labelRule, labelVote, prompt } from '../schema.ts';
import type { Place } from './place.ts';

export type LabelRuleRow = typeof labelRule.$inferSelect;
export type LabelVoteRow = typeof labelVote.$inferSelect;
export type LabelRequestRow = typeof labelRequest.$inferSelect;
/** With what its prompt is called. */
export type ListedLabelRequestRow = LabelRequestRow & { promptTitle: string; promptPath: string };

const isRule = (place: Place, label: string) =>
  and(eq(labelRule.organizationId, place.organizationId), eq(labelRule.label, label));

export async function listLabelRules(place: Place): Promise<LabelRuleRow[]> {
  return place.tx
    .select()
    .from(labelRule)
    .where(eq(labelRule.organizationId, place.organizationId))
    .orderBy(asc(labelRule.label));
}

export async function findLabelRule(place: Place, label: string): Promise<LabelRuleRow | undefined> {
  const [row] = await place.tx.select().from(labelRule).where(isRule(place, label));
  return row;
}

/** @returns false when there is such a rule already */
export async function insertLabelRule(place: Place, row: LabelRuleRow): Promise<boolean> {
  const rows = await place.tx
    .insert(labelRule)
    .values(row)
    .onConflictDoNothing()
    .returning({ label: labelRule.label });
  return rows.length > 0;
}

/** Changes a rule that is still at `revision`; @returns false when it is not. */
export async function changeLabelRule(place: Place, row: LabelRuleRow, revision: number): Promise<boolean> {
  const rows = await place.tx
    .update(labelRule)
    .set(row)
    .where(and(isRule(place, row.label), eq(labelRule.revision, revision)))
    .returning({ label: labelRule.label });
  return rows.length > 0;
}

export async function removeLabelRule(place: Place, label: string, revision: number): Promise<boolean> {
  const rows = await place.tx
    .delete(labelRule)
    .where(and(isRule(place, label), eq(labelRule.revision, revision)))
    .returning({ label: labelRule.label });
  return rows.length > 0;
}

const isRequest = (place: Place, requestId: string) =>
  and(eq(labelRequest.organizationId, place.organizationId), eq(labelRequest.id, requestId));

export async function findLabelRequest(
  place: Place,
  requestId: string,
): Promise<LabelRequestRow | undefined> {
  const [row] = await place.tx.select().from(labelRequest).where(isRequest(place, requestId));
  return row;
}

export async function lockLabelRequest(
  place: Place,
  requestId: string,
): Promise<LabelRequestRow | undefined> {
  const [row] = await place.tx.select().from(labelRequest).where(isRequest(place, requestId)).for('update');
  return row;
}

export async function insertLabelRequest(place: Place, row: LabelRequestRow): Promise<void> {
  await place.tx.insert(labelRequest).values(row);
}

export async function storeLabelRequest(
  place: Place,
  requestId: string,
  change: Partial<LabelRequestRow>,
): Promise<void> {
  await place.tx.update(labelRequest).set(change).where(isRequest(place, requestId));
}

/** Closes what waits for a label that moved; @returns which, and who had asked. */
export async function closeStaleRequests(
  place: Place,
  promptId: string,
  label: string,
  closedAt: Date,
): Promise<{ id: string; proposedBy: string | null }[]> {
  return place.tx
    .update(labelRequest)
    .set({ status: 'stale', closedAt, revision: sql`${labelRequest.revision} + 1` })
    .where(
      and(
        eq(labelRequest.organizationId, place.organizationId),
        eq(labelRequest.promptId, promptId),
        eq(labelRequest.label, label),
        eq(labelRequest.status, 'pending'),
      ),
    )
    .returning({ id: labelRequest.id, proposedBy: labelRequest.proposedBy });
}

const waitsFor = ({ tx, organizationId }: Place, userId: string): SQL =>
  and(
    eq(labelRequest.status, 'pending'),
    sql`${labelRequest.proposedBy} is distinct from ${userId}`,
    notExists(
      tx
        .select({ one: sql`1` })
        .from(labelVote)
        .where(
          and(
            eq(labelVote.organizationId, organizationId),
            eq(labelVote.requestId, labelRequest.id),
            eq(labelVote.userId, userId),
          ),
        ),
    ),
  ) as SQL;

/** Requests about live prompts the actor sees, the newest first. */
export async function listLabelRequestRows(
  place: Place,
  seen: SQL,
  list: {
    status: LabelRequestRow['status'] | undefined;
    promptId: string | undefined;
    /** Open requests of others that this person has not voted on. */
    voter: string | undefined;
    before: { at: Date; id: string } | null;
    limit: number;
  },
): Promise<ListedLabelRequestRow[]> {
  const rows = await place.tx
    .select({ request: labelRequest, promptTitle: prompt.title, promptPath: prompt.path })
    .from(labelRequest)
    .innerJoin(
      prompt,
      and(eq(prompt.organizationId, labelRequest.organizationId), eq(prompt.id, labelRequest.promptId)),
    )
    .where(
      and(
        eq(labelRequest.organizationId, place.organizationId),
        isNull(prompt.deletedAt),
        list.status ? eq(labelRequest.status, list.status) : undefined,
        list.promptId ? eq(labelRequest.promptId, list.promptId) : undefined,
        list.voter ? waitsFor(place, list.voter) : undefined,
        list.before
          ? sql`(${labelRequest.proposedAt}, ${labelRequest.id}) < (${list.before.at.toISOString()}::timestamptz, ${list.before.id}::uuid)`
          : undefined,
        seen,
      ),
    )
    .orderBy(desc(labelRequest.proposedAt), desc(labelRequest.id))
    .limit(list.limit);
  return rows.map(({ request, ...titled }) => ({ ...request, ...titled }));
}

/** A person has one voice: the last one counts. */
export async function storeLabelVote(place: Place, row: LabelVoteRow): Promise<void> {
  const { approves, note, votedAt } = row;
  await place.tx
    .insert(labelVote)
    .values(row)
    .onConflictDoUpdate({
      target: [labelVote.organizationId, labelVote.requestId, labelVote.userId],
      set: { approves, note, votedAt },
    });
}

export async function votesOn(place: Place, requestIds: readonly string[]): Promise<LabelVoteRow[]> {
  if (requestIds.length === 0) return [];
  return place.tx
    .select()
    .from(labelVote)
    .where(
      and(eq(labelVote.organizationId, place.organizationId), inArray(labelVote.requestId, [...requestIds])),
    )
    .orderBy(asc(labelVote.votedAt), asc(labelVote.userId));
}
