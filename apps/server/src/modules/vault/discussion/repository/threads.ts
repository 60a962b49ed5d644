import {
  and,
  asc,
  count,
  desc,
  eq,
  exists,
  gt,
  inArray,
  isNotNull,
  isNull,
  ne,
  or,
  type SQL,
  sql,
} from 'drizzle-orm';
import type { Ctx } from '../../../../foundation/context/ctx.ts';
import { profile } from '../../../account/identity/schema.ts';
import { member } from '../../../account/organizations/schema.ts';
import { version } from '../../prompts/schema.ts';
import { comment, reaction, seen, thread } from '../schema.ts';

type Place = Pick<Ctx, 'tx' | 'organizationId'>;

export type ThreadRow = typeof thread.$inferSelect;
export type CommentRow = typeof comment.$inferSelect;
export type ReactionRow = typeof reaction.$inferSelect;
export type NewThread = typeof thread.$inferInsert;
export type NewComment = typeof comment.$inferInsert;

export interface Thing {
  kind: string;
  id: string;
}

const isAlive = ({ organizationId }: Place) =>
  and(eq(thread.organizationId, organizationId), isNull(thread.deletedAt));

const isAbout = (place: Place, { kind, id }: Thing) =>
  and(isAlive(place), eq(thread.subjectKind, kind), eq(thread.subjectId, id));

export async function insertThread({ tx }: Place, row: NewThread): Promise<ThreadRow> {
  const [inserted] = await tx.insert(thread).values(row).returning();
  return inserted as ThreadRow;
}

export async function findThread(place: Place, threadId: string): Promise<ThreadRow | undefined> {
  const [row] = await place.tx
    .select()
    .from(thread)
    .where(and(isAlive(place), eq(thread.id, threadId)));
  return row;
}

export async function lockThread(place: Place, threadId: string): Promise<ThreadRow | undefined> {
  const [row] = await place.tx
    .select()
    .from(thread)
    .where(and(isAlive(place), eq(thread.id, threadId)))
    .for('update');
  return row;
}

export async function changeThread(
  { tx, organizationId }: Place,
  threadId: string,
  set: Partial<Omit<ThreadRow, 'organizationId' | 'id' | 'revision'>>,
): Promise<ThreadRow | undefined> {
  const [row] = await tx
    .update(thread)
    .set({ ...set, revision: sql`${thread.revision} + 1` })
    .where(and(eq(thread.organizationId, organizationId), eq(thread.id, threadId)))
    .returning();
  return row;
}

/** The threads about a thing that somebody began under a name of this beginning, the newest first. */
export async function threadsBegunBy(
  place: Place,
  thing: Thing,
  beginning: string,
  limit: number,
): Promise<ThreadRow[]> {
  return place.tx
    .select()
    .from(thread)
    .where(and(isAbout(place, thing), sql`starts_with(${thread.createdBy}, ${beginning})`))
    .orderBy(desc(thread.createdAt), desc(thread.id))
    .limit(limit);
}

export interface ThreadFilter {
  state: 'open' | 'resolved' | undefined;
  /** Only threads this person wrote in or is mentioned in. */
  mine: string | null | undefined;
  visible: SQL;
  before: { at: Date; id: string } | null;
  limit: number;
}

export async function listThreadRows(place: Place, thing: Thing, filter: ThreadFilter): Promise<ThreadRow[]> {
  const { state, mine, visible, before, limit } = filter;
  return place.tx
    .select()
    .from(thread)
    .where(
      and(
        isAbout(place, thing),
        visible,
        state ? eq(thread.state, state) : undefined,
        mine === undefined ? undefined : takesPart(place, mine),
        before
          ? sql`(${thread.lastAt}, ${thread.id}) < (${before.at.toISOString()}::timestamptz, ${before.id}::uuid)`
          : undefined,
      ),
    )
    .orderBy(desc(thread.lastAt), desc(thread.id))
    .limit(limit);
}

const takesPart = ({ tx, organizationId }: Place, person: string | null): SQL =>
  person === null
    ? sql`false`
    : exists(
        tx
          .select({ one: sql`1` })
          .from(comment)
          .where(
            and(
              eq(comment.organizationId, organizationId),
              eq(comment.threadId, thread.id),
              isNull(comment.deletedAt),
              or(
                eq(comment.authorId, person),
                sql`${comment.mentions} @> ${JSON.stringify([person])}::jsonb`,
              ),
            ),
          ),
      );

export interface ThreadCounts {
  open: number;
  resolved: number;
  unread: number;
}

export async function countThreads(
  place: Place,
  thing: Thing,
  person: string | null,
  visible: SQL,
): Promise<ThreadCounts> {
  const [row] = await place.tx
    .select({
      open: sql<number>`(count(*) filter (where ${thread.state} = 'open'))::int`,
      resolved: sql<number>`(count(*) filter (where ${thread.state} = 'resolved'))::int`,
      unread: sql<number>`(count(*) filter (where ${seen.seenAt} is null or ${seen.seenAt} < ${thread.lastAt}))::int`,
    })
    .from(thread)
    .leftJoin(
      seen,
      and(
        eq(seen.organizationId, thread.organizationId),
        eq(seen.threadId, thread.id),
        sql`${seen.userId} = ${person}::uuid`,
      ),
    )
    .where(and(isAbout(place, thing), visible));
  return {
    open: row?.open ?? 0,
    resolved: row?.resolved ?? 0,
    unread: person === null ? 0 : (row?.unread ?? 0),
  };
}

export async function seenAmong(
  { tx, organizationId }: Place,
  person: string | null,
  threadIds: readonly string[],
): Promise<Map<string, Date>> {
  if (person === null || threadIds.length === 0) return new Map();
  const rows = await tx
    .select({ threadId: seen.threadId, seenAt: seen.seenAt })
    .from(seen)
    .where(
      and(
        eq(seen.organizationId, organizationId),
        eq(seen.userId, person),
        inArray(seen.threadId, [...threadIds]),
      ),
    );
  return new Map(rows.map(({ threadId, seenAt }) => [threadId, seenAt]));
}

export async function rememberSeen(
  { tx, organizationId }: Place,
  threadId: string,
  userId: string,
  seenAt: Date,
): Promise<void> {
  await tx
    .insert(seen)
    .values({ organizationId, threadId, userId, seenAt })
    .onConflictDoUpdate({ target: [seen.organizationId, seen.threadId, seen.userId], set: { seenAt } });
}

export async function insertComment({ tx }: Place, row: NewComment): Promise<CommentRow> {
  const [inserted] = await tx.insert(comment).values(row).returning();
  return inserted as CommentRow;
}

export async function findComment(
  { tx, organizationId }: Place,
  commentId: string,
): Promise<CommentRow | undefined> {
  const [row] = await tx
    .select()
    .from(comment)
    .where(and(eq(comment.organizationId, organizationId), eq(comment.id, commentId)));
  return row;
}

/** Changes a comment that is still at `revision`; undefined when it is not. */
export async function changeComment(
  { tx, organizationId }: Place,
  commentId: string,
  expected: number,
  set: Partial<Pick<CommentRow, 'body' | 'mentions' | 'suggestion' | 'editedAt' | 'deletedAt'>>,
): Promise<CommentRow | undefined> {
  const [row] = await tx
    .update(comment)
    .set({ ...set, revision: sql`${comment.revision} + 1` })
    .where(
      and(
        eq(comment.organizationId, organizationId),
        eq(comment.id, commentId),
        eq(comment.revision, expected),
      ),
    )
    .returning();
  return row;
}

export async function commentsOf(
  { tx, organizationId }: Place,
  threadIds: readonly string[],
): Promise<CommentRow[]> {
  if (threadIds.length === 0) return [];
  return tx
    .select()
    .from(comment)
    .where(and(eq(comment.organizationId, organizationId), inArray(comment.threadId, [...threadIds])))
    .orderBy(asc(comment.createdAt), asc(comment.id));
}

export async function isAnswered(
  { tx, organizationId }: Place,
  { threadId, createdAt, id }: CommentRow,
): Promise<boolean> {
  const [row] = await tx
    .select({ id: comment.id })
    .from(comment)
    .where(
      and(
        eq(comment.organizationId, organizationId),
        eq(comment.threadId, threadId),
        ne(comment.id, id),
        isNull(comment.deletedAt),
        sql`(${comment.createdAt}, ${comment.id}) > (${createdAt.toISOString()}::timestamptz, ${id}::uuid)`,
      ),
    )
    .limit(1);
  return row !== undefined;
}

/** Removes comments for good, with their reactions. */
export async function removeComments(
  { tx, organizationId }: Place,
  commentIds: readonly string[],
): Promise<void> {
  if (commentIds.length === 0) return;
  const ids = [...commentIds];
  await tx
    .delete(reaction)
    .where(and(eq(reaction.organizationId, organizationId), inArray(reaction.commentId, ids)));
  await tx.delete(comment).where(and(eq(comment.organizationId, organizationId), inArray(comment.id, ids)));
}

export async function removeReactions({ tx, organizationId }: Place, commentId: string): Promise<void> {
  await tx
    .delete(reaction)
    .where(and(eq(reaction.organizationId, organizationId), eq(reaction.commentId, commentId)));
}

export async function countRecentComments(
  { tx, organizationId }: Place,
  actor: string,
  since: Date,
): Promise<{ total: number; first: Date | null }> {
  const [row] = await tx
    .select({ total: count(), first: sql<string | null>`min(${comment.createdAt})` })
    .from(comment)
    .where(
      and(eq(comment.organizationId, organizationId), eq(comment.actor, actor), gt(comment.createdAt, since)),
    );
  return { total: row?.total ?? 0, first: row?.first ? new Date(row.first) : null };
}

export async function insertReaction({ tx }: Place, row: typeof reaction.$inferInsert): Promise<void> {
  await tx.insert(reaction).values(row).onConflictDoNothing();
}

export async function deleteReaction(
  { tx, organizationId }: Place,
  commentId: string,
  actor: string,
  sign: string,
): Promise<void> {
  await tx
    .delete(reaction)
    .where(
      and(
        eq(reaction.organizationId, organizationId),
        eq(reaction.commentId, commentId),
        eq(reaction.actor, actor),
        eq(reaction.sign, sign),
      ),
    );
}

export async function reactionsOf(
  { tx, organizationId }: Place,
  commentIds: readonly string[],
): Promise<ReactionRow[]> {
  if (commentIds.length === 0) return [];
  return tx
    .select()
    .from(reaction)
    .where(and(eq(reaction.organizationId, organizationId), inArray(reaction.commentId, [...commentIds])))
    .orderBy(asc(reaction.createdAt));
}

/** The living members among these people, with their names. */
export async function membersAmong(
  { tx, organizationId }: Place,
  userIds: readonly string[],
): Promise<Map<string, string>> {
  if (userIds.length === 0) return new Map();
  const rows = await tx
    .select({ id: member.userId, name: profile.name })
    .from(member)
    .innerJoin(profile, eq(profile.userId, member.userId))
    .where(
      and(
        eq(member.organizationId, organizationId),
        isNull(member.removedAt),
        inArray(member.userId, [...userIds]),
      ),
    );
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** Living members with a word of their name that begins so; of these people alone where they are given. */
export async function findMembersByName(
  { tx, organizationId }: Place,
  words: string,
  limit: number,
  among?: readonly string[],
): Promise<{ id: string; name: string }[]> {
  const escaped = words.toLowerCase().replace(/[\\%_]/g, '\\$&');
  const name = sql`lower(${profile.name})`;
  return tx
    .select({ id: profile.userId, name: profile.name })
    .from(member)
    .innerJoin(profile, eq(profile.userId, member.userId))
    .where(
      and(
        eq(member.organizationId, organizationId),
        isNull(member.removedAt),
        among && inArray(member.userId, [...among]),
        words === ''
          ? undefined
          : or(sql`${name} like ${`${escaped}%`}`, sql`${name} like ${`% ${escaped}%`}`),
      ),
    )
    .orderBy(name, asc(profile.userId))
    .limit(limit);
}

/** The sections of some versions of a prompt. */
export async function findSections(
  { tx, organizationId }: Place,
  promptId: string,
  numbers: readonly number[],
): Promise<Map<number, VersionSections>> {
  if (numbers.length === 0) return new Map();
  const rows = await tx
    .select({ number: version.number, branchId: version.branchId, document: version.document })
    .from(version)
    .where(
      and(
        eq(version.organizationId, organizationId),
        eq(version.promptId, promptId),
        inArray(version.number, [...new Set(numbers)]),
      ),
    );
  return new Map(
    rows.map(({ number, branchId, document }) => [
      number,
      { branchId, texts: new Map(document.sections.map(({ id, text }) => [id, text])) },
    ]),
  );
}

export interface VersionSections {
  branchId: string;
  texts: ReadonlyMap<string, string>;
}

/** Those of these prompts that have open threads which follow a branch. */
export async function promptsFollowed(place: Place, promptIds: readonly string[]): Promise<Set<string>> {
  const rows = await place.tx
    .selectDistinct({ promptId: thread.promptId })
    .from(thread)
    .where(
      and(
        isAlive(place),
        inArray(thread.promptId, [...new Set(promptIds)]),
        isNotNull(thread.branchId),
        eq(thread.state, 'open'),
      ),
    );
  return new Set(rows.flatMap(({ promptId }) => promptId ?? []));
}

/** Open threads that follow a branch from version to version. */
export async function listFollowing(place: Place, promptId: string, branchId: string): Promise<ThreadRow[]> {
  return place.tx
    .select()
    .from(thread)
    .where(
      and(
        isAlive(place),
        eq(thread.promptId, promptId),
        eq(thread.branchId, branchId),
        eq(thread.state, 'open'),
      ),
    )
    .for('update');
}

/** Where a thread's words stand now; not a change that anybody made. */
export async function placeThread(
  { tx, organizationId }: Place,
  threadId: string,
  place: { placedVersion: number; placedFrom: number; placedTo: number },
): Promise<void> {
  await tx
    .update(thread)
    .set(place)
    .where(and(eq(thread.organizationId, organizationId), eq(thread.id, threadId)));
}
