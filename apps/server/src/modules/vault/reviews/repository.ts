import { and, asc, desc, eq, exists, inArray, isNull, lt, type SQL, sql } from 'drizzle-orm';
import type { Ctx } from '../../../foundation/context/ctx.ts';
import { member } from '../../account/organizations/schema.ts';
import { version } from '../prompts/schema.ts';
import { review, reviewReviewer, reviewRule, reviewVerdict } from './schema.ts';

type Place = Pick<Ctx, 'tx' | 'organizationId'>;

export type ReviewRow = typeof review.$inferSelect;
export type ReviewerRow = typeof reviewReviewer.$inferSelect;
export type VerdictRow = typeof reviewVerdict.$inferSelect;
export type RuleRow = typeof reviewRule.$inferSelect;

const isReview = ({ organizationId }: Place, reviewId: string) =>
  and(eq(review.organizationId, organizationId), eq(review.id, reviewId));

/** Undefined when a live review of the same branches is there. */
export async function insertReview(
  { tx }: Place,
  row: typeof review.$inferInsert,
): Promise<ReviewRow | undefined> {
  const [inserted] = await tx.insert(review).values(row).onConflictDoNothing().returning();
  return inserted;
}

export async function findReview(place: Place, reviewId: string): Promise<ReviewRow | undefined> {
  const [row] = await place.tx.select().from(review).where(isReview(place, reviewId));
  return row;
}

export async function lockReview(place: Place, reviewId: string): Promise<ReviewRow | undefined> {
  const [row] = await place.tx.select().from(review).where(isReview(place, reviewId)).for('update');
  return row;
}

const isLive = inArray(review.state, ['draft', 'open']);

export async function findLiveReview(
  { tx, organizationId }: Place,
  sourceId: string,
  targetId: string,
): Promise<ReviewRow | undefined> {
  const [row] = await tx
    .select()
    .from(review)
    .where(
      and(
        eq(review.organizationId, organizationId),
        eq(review.sourceId, sourceId),
        eq(review.targetId, targetId),
        isLive,
      ),
    );
  return row;
}

export async function lockReviewsFrom({ tx, organizationId }: Place, sourceId: string): Promise<ReviewRow[]> {
  return tx
    .select()
    .from(review)
    .where(and(eq(review.organizationId, organizationId), eq(review.sourceId, sourceId), isLive))
    .for('update');
}

/** Reviews of these prompts that are not over. */
export async function liveReviewsOf(
  { tx, organizationId }: Place,
  promptIds: readonly string[],
): Promise<{ id: string; promptId: string }[]> {
  return tx
    .select({ id: review.id, promptId: review.promptId })
    .from(review)
    .where(
      and(
        eq(review.organizationId, organizationId),
        inArray(review.promptId, [...new Set(promptIds)]),
        isLive,
      ),
    );
}

export async function changeReview(
  place: Place,
  reviewId: string,
  set: Partial<Omit<ReviewRow, 'organizationId' | 'id' | 'revision'>>,
): Promise<ReviewRow> {
  const [row] = await place.tx
    .update(review)
    .set({ ...set, revision: sql`${review.revision} + 1` })
    .where(isReview(place, reviewId))
    .returning();
  return row as ReviewRow;
}

export interface ReviewFilter {
  promptId: string | undefined;
  state: 'open' | 'merged' | 'closed' | undefined;
  scope: 'all' | 'mine' | 'waiting';
  person: string | null;
  before: string | undefined;
  limit: number;
}

export async function listReviewRows(place: Place, filter: ReviewFilter): Promise<ReviewRow[]> {
  const { promptId, state, scope, person, before, limit } = filter;
  return place.tx
    .select()
    .from(review)
    .where(
      and(
        eq(review.organizationId, place.organizationId),
        promptId === undefined ? undefined : eq(review.promptId, promptId),
        state === undefined ? undefined : state === 'open' ? isLive : eq(review.state, state),
        scope === 'mine' ? isMine(person) : undefined,
        scope === 'waiting' ? waitsFor(place, person) : undefined,
        before === undefined ? undefined : lt(review.id, before),
      ),
    )
    .orderBy(desc(review.id))
    .limit(limit);
}

const isMine = (person: string | null): SQL =>
  person === null ? sql`false` : (eq(review.authorId, person) as SQL);

/** Open, asked of this person, who has not said anything that still counts. */
const waitsFor = ({ tx, organizationId }: Place, person: string | null): SQL =>
  person === null
    ? sql`false`
    : (and(
        eq(review.state, 'open'),
        exists(
          tx
            .select({ one: sql`1` })
            .from(reviewReviewer)
            .where(
              and(
                eq(reviewReviewer.organizationId, organizationId),
                eq(reviewReviewer.reviewId, review.id),
                eq(reviewReviewer.userId, person),
              ),
            ),
        ),
        sql`not exists (select 1 from ${reviewVerdict} v where v.organization_id = ${organizationId} and v.review_id = ${review.id} and v.user_id = ${person} and v.verdict <> 'comment' and v.dismissed_at is null)`,
      ) as SQL);

export async function reviewersOf(
  { tx, organizationId }: Place,
  reviewIds: readonly string[],
): Promise<ReviewerRow[]> {
  if (reviewIds.length === 0) return [];
  return tx
    .select()
    .from(reviewReviewer)
    .where(
      and(
        eq(reviewReviewer.organizationId, organizationId),
        inArray(reviewReviewer.reviewId, [...reviewIds]),
      ),
    )
    .orderBy(asc(reviewReviewer.createdAt), asc(reviewReviewer.userId));
}

export async function setReviewers(
  { tx, organizationId }: Place,
  reviewId: string,
  userIds: readonly string[],
  createdAt: Date,
): Promise<void> {
  await tx
    .delete(reviewReviewer)
    .where(and(eq(reviewReviewer.organizationId, organizationId), eq(reviewReviewer.reviewId, reviewId)));
  if (userIds.length > 0)
    await tx
      .insert(reviewReviewer)
      .values(userIds.map((userId) => ({ organizationId, reviewId, userId, createdAt })));
}

export async function insertVerdict({ tx }: Place, row: typeof reviewVerdict.$inferInsert): Promise<void> {
  await tx.insert(reviewVerdict).values(row);
}

/** In the order of time. */
export async function verdictsOf(
  { tx, organizationId }: Place,
  reviewIds: readonly string[],
): Promise<VerdictRow[]> {
  if (reviewIds.length === 0) return [];
  return tx
    .select()
    .from(reviewVerdict)
    .where(
      and(eq(reviewVerdict.organizationId, organizationId), inArray(reviewVerdict.reviewId, [...reviewIds])),
    )
    .orderBy(asc(reviewVerdict.createdAt), asc(reviewVerdict.id));
}

/** Takes back approvals of versions before this one; who had given them. */
export async function dismissApprovals(
  { tx, organizationId }: Place,
  reviewId: string,
  version: number,
  at: Date,
): Promise<string[]> {
  const rows = await tx
    .update(reviewVerdict)
    .set({ dismissedAt: at })
    .where(
      and(
        eq(reviewVerdict.organizationId, organizationId),
        eq(reviewVerdict.reviewId, reviewId),
        eq(reviewVerdict.verdict, 'approve'),
        isNull(reviewVerdict.dismissedAt),
        lt(reviewVerdict.version, version),
      ),
    )
    .returning({ userId: reviewVerdict.userId });
  return [...new Set(rows.map(({ userId }) => userId))];
}

export async function findRule({ tx, organizationId }: Place): Promise<RuleRow | undefined> {
  const [row] = await tx.select().from(reviewRule).where(eq(reviewRule.organizationId, organizationId));
  return row;
}

/** Undefined when it is not at `expected`; 0 stands for no row. */
export async function storeRule(
  { tx, organizationId }: Place,
  expected: number,
  set: Omit<RuleRow, 'organizationId' | 'revision'>,
): Promise<RuleRow | undefined> {
  if (expected === 0) {
    const [row] = await tx
      .insert(reviewRule)
      .values({ organizationId, ...set })
      .onConflictDoNothing()
      .returning();
    return row;
  }
  const [row] = await tx
    .update(reviewRule)
    .set({ ...set, revision: sql`${reviewRule.revision} + 1` })
    .where(and(eq(reviewRule.organizationId, organizationId), eq(reviewRule.revision, expected)))
    .returning();
  return row;
}

export async function membersAmong(
  { tx, organizationId }: Place,
  userIds: readonly string[],
): Promise<Set<string>> {
  if (userIds.length === 0) return new Set();
  const rows = await tx
    .select({ id: member.userId })
    .from(member)
    .where(
      and(
        eq(member.organizationId, organizationId),
        isNull(member.removedAt),
        inArray(member.userId, [...userIds]),
      ),
    );
  return new Set(rows.map(({ id }) => id));
}

/** The branch a version was saved on. */
export async function branchIdOf(
  { tx, organizationId }: Place,
  promptId: string,
  number: number,
): Promise<string | undefined> {
  const [row] = await tx
    .select({ branchId: version.branchId })
    .from(version)
    .where(
      and(
        eq(version.organizationId, organizationId),
        eq(version.promptId, promptId),
        eq(version.number, number),
      ),
    );
  return row?.branchId;
}

/** Erases the reviews of a prompt. */
export async function purgeReviews({ tx, organizationId }: Place, promptId: string): Promise<void> {
  const isGone = and(eq(review.organizationId, organizationId), eq(review.promptId, promptId));
  const reviews = tx.select({ id: review.id }).from(review).where(isGone);
  for (const below of [reviewReviewer, reviewVerdict])
    await tx
      .delete(below)
      .where(and(eq(below.organizationId, organizationId), inArray(below.reviewId, reviews)));
  await tx.delete(review).where(isGone);
}
