import { and, asc, desc, eq, inArray, isNull, lt, notInArray, type SQL, sql } from 'drizzle-orm';
import type { Tx } from '../../../../foundation/db/database.ts';
import type { Subject } from '../../../../foundation/module/subjects.ts';
import { profile } from '../../identity/schema.ts';
import { invitation, member } from '../../organizations/schema.ts';
import { notice, noticeMute, noticePreference, noticeSetting } from '../schema.ts';

export type NoticeRow = typeof notice.$inferSelect;
export type MuteRow = typeof noticeMute.$inferSelect;
export type PreferenceRow = typeof noticePreference.$inferSelect;
export type SettingRow = typeof noticeSetting.$inferSelect;
export type NewNotice = Omit<NoticeRow, 'userId' | 'id' | 'readAt' | 'settledAt' | 'pushSettledAt'>;

/** Whose notices, and where. */
export interface Inbox {
  userId: string;
  organizationId: string;
}

/** Notices shown as one: its newest, and how many of how many people there are. */
export interface NoticeGroup {
  newest: NoticeRow;
  count: number;
  people: number;
}

/**
 * Tells those of the people who are members. The writer may not read what others are told, so the statement
 * returns nothing, and names no constraint: naming one would ask for the right to read.
 */
export async function insertNotices(
  tx: Tx,
  to: readonly { userId: string; id: string }[],
  row: NewNotice,
): Promise<void> {
  const people = JSON.stringify(to.map(({ userId, id }) => ({ user_id: userId, id })));
  await tx.execute(sql`
    insert into ${notice} (user_id, id, organization_id, kind, subject_kind, subject_id, group_key, key, by_person, data, created_at)
    select p.user_id, p.id, ${row.organizationId}, ${row.kind}, ${row.subjectKind}, ${row.subjectId}, ${row.groupKey}, ${row.key},
      ${row.byPerson}::uuid, ${JSON.stringify(row.data)}::jsonb, ${row.createdAt.toISOString()}::timestamptz
    from jsonb_to_recordset(${people}::jsonb) as p (user_id uuid, id uuid) join ${member} m on m.user_id = p.user_id
    where m.organization_id = ${row.organizationId} and m.removed_at is null
    on conflict do nothing`);
}

const inInbox = ({ userId, organizationId }: Inbox): SQL =>
  and(eq(notice.userId, userId), eq(notice.organizationId, organizationId)) as SQL;

/** What came after its subject was muted is not shown. */
const notMuted = sql`not exists (select 1 from ${noticeMute} where ${noticeMute.userId} = ${notice.userId}
  and ${noticeMute.organizationId} = ${notice.organizationId} and ${noticeMute.subjectKind} = ${notice.subjectKind}
  and ${noticeMute.subjectId} = ${notice.subjectId} and ${noticeMute.createdAt} <= ${notice.createdAt})`;

export interface NoticeFilter {
  unread: boolean;
  kind?: string | undefined;
  /** Kinds the person does not want in the app. */
  without: readonly string[];
  before: { at: Date; id: string } | null;
  limit: number;
}

/** Groups, the one with the newest notice first. What was read at one moment stays together. */
export async function listGroups(tx: Tx, inbox: Inbox, filter: NoticeFilter): Promise<NoticeGroup[]> {
  const newestId = sql<string>`(array_agg(${notice.id} order by ${notice.createdAt} desc, ${notice.id} desc))[1]`;
  const newestAt = sql`max(${notice.createdAt})`;
  const groups = await tx
    .select({
      id: newestId,
      count: sql<number>`count(*)::int`,
      people: sql<number>`count(distinct ${notice.byPerson})::int`,
    })
    .from(notice)
    .where(
      and(
        inInbox(inbox),
        notMuted,
        filter.unread ? isNull(notice.readAt) : undefined,
        filter.kind === undefined ? undefined : eq(notice.kind, filter.kind),
        filter.without.length > 0 ? notInArray(notice.kind, [...filter.without]) : undefined,
      ),
    )
    .groupBy(notice.groupKey, notice.readAt)
    .having(
      filter.before
        ? sql`(${newestAt}, ${newestId}) < (${filter.before.at.toISOString()}::timestamptz, ${filter.before.id}::uuid)`
        : undefined,
    )
    .orderBy(desc(newestAt), desc(newestId))
    .limit(filter.limit);
  if (groups.length === 0) return [];
  const rows = await tx
    .select()
    .from(notice)
    .where(
      and(
        eq(notice.userId, inbox.userId),
        inArray(
          notice.id,
          groups.map(({ id }) => id),
        ),
      ),
    );
  const byId = new Map(rows.map((row) => [row.id, row]));
  return groups.flatMap(({ id, count, people }) => {
    const newest = byId.get(id);
    return newest ? [{ newest, count, people }] : [];
  });
}

export async function findNotice(tx: Tx, inbox: Inbox, id: string): Promise<NoticeRow | undefined> {
  const [row] = await tx
    .select()
    .from(notice)
    .where(and(inInbox(inbox), eq(notice.id, id)));
  return row;
}

/** Marks the notices that are shown as one with this one. */
export async function markGroup(
  tx: Tx,
  { userId, organizationId, groupKey, readAt }: NoticeRow,
  at: Date | null,
): Promise<void> {
  await tx
    .update(notice)
    .set({ readAt: at })
    .where(
      and(
        inInbox({ userId, organizationId }),
        eq(notice.groupKey, groupKey),
        readAt === null ? isNull(notice.readAt) : eq(notice.readAt, readAt),
      ),
    );
}

/** Up to the notice that was seen last, so that what arrives meanwhile stays unread. */
export async function markAll(tx: Tx, inbox: Inbox, until: NoticeRow | undefined, at: Date): Promise<void> {
  await tx
    .update(notice)
    .set({ readAt: at })
    .where(
      and(
        inInbox(inbox),
        isNull(notice.readAt),
        until ? sql`${notice.createdAt} <= ${until.createdAt.toISOString()}::timestamptz` : undefined,
      ),
    );
}

export async function insertMute(tx: Tx, row: MuteRow): Promise<void> {
  await tx.insert(noticeMute).values(row).onConflictDoNothing();
}

export async function deleteMute(tx: Tx, inbox: Inbox, { kind, id }: Subject): Promise<void> {
  await tx
    .delete(noticeMute)
    .where(
      and(
        eq(noticeMute.userId, inbox.userId),
        eq(noticeMute.organizationId, inbox.organizationId),
        eq(noticeMute.subjectKind, kind),
        eq(noticeMute.subjectId, id),
      ),
    );
}

export async function listMutes(tx: Tx, inbox: Inbox): Promise<MuteRow[]> {
  return tx
    .select()
    .from(noticeMute)
    .where(and(eq(noticeMute.userId, inbox.userId), eq(noticeMute.organizationId, inbox.organizationId)))
    .orderBy(desc(noticeMute.createdAt))
    .limit(200);
}

export async function listPreferences(tx: Tx, userId: string): Promise<PreferenceRow[]> {
  return tx
    .select()
    .from(noticePreference)
    .where(eq(noticePreference.userId, userId))
    .orderBy(asc(noticePreference.kind));
}

export async function upsertPreference(tx: Tx, row: PreferenceRow): Promise<void> {
  await tx
    .insert(noticePreference)
    .values(row)
    .onConflictDoUpdate({
      target: [noticePreference.userId, noticePreference.kind],
      set: { app: row.app, mail: row.mail, push: row.push },
    });
}

const firstSetting = {
  digestHour: 8,
  timeZone: 'UTC',
  mailPaused: false,
  mailReturnedAt: null,
  mailReturnReason: null,
};

/** Whether no mail goes to the person, by their own wish or because it came back. */
export const takesNoMail = ({ mailPaused, mailReturnedAt }: SettingRow): boolean =>
  mailPaused || mailReturnedAt !== null;

export async function findSetting(tx: Tx, userId: string): Promise<SettingRow> {
  const [row] = await tx.select().from(noticeSetting).where(eq(noticeSetting.userId, userId));
  return row ?? { userId, ...firstSetting };
}

export async function upsertSetting(
  tx: Tx,
  userId: string,
  set: Partial<Omit<SettingRow, 'userId'>>,
): Promise<void> {
  await tx
    .insert(noticeSetting)
    .values({ userId, ...firstSetting, ...set })
    .onConflictDoUpdate({ target: noticeSetting.userId, set: { userId, ...set } });
}

export async function addressOf(tx: Tx, userId: string): Promise<string | undefined> {
  const [row] = await tx.select({ email: profile.email }).from(profile).where(eq(profile.userId, userId));
  return row?.email;
}

/** Who made the invitation with which the person came last. */
export async function inviterOf(tx: Tx, { userId, organizationId }: Inbox): Promise<string | undefined> {
  const [row] = await tx
    .select({ createdBy: invitation.createdBy })
    .from(invitation)
    .where(and(eq(invitation.organizationId, organizationId), eq(invitation.acceptedBy, userId)))
    .orderBy(desc(invitation.acceptedAt))
    .limit(1);
  return row?.createdBy;
}

/** Those who may change limits and budgets. */
export async function managersOf(tx: Tx, organizationId: string): Promise<string[]> {
  const rows = await tx
    .select({ userId: member.userId })
    .from(member)
    .where(
      and(
        eq(member.organizationId, organizationId),
        isNull(member.removedAt),
        inArray(member.roleKey, ['owner', 'admin']),
      ),
    );
  return rows.map(({ userId }) => userId);
}

export async function peopleWithOldNotices(tx: Tx, before: Date): Promise<string[]> {
  const found = sql`select people_with_old_notices(${before.toISOString()}::timestamptz) as id`;
  return (await tx.execute<{ id: string }>(found, 'objects')).map((row) => row.id);
}

export async function deleteNoticesBefore(tx: Tx, userId: string, before: Date): Promise<void> {
  await tx.delete(notice).where(and(eq(notice.userId, userId), lt(notice.createdAt, before)));
}

/** What nobody has decided about yet. Two who look at once do not see the same. */
export async function lockUnsettled(
  tx: Tx,
  inbox: Inbox,
  until: Date,
): Promise<(NoticeRow & { muted: boolean })[]> {
  const rows = await tx
    .select({ row: notice, heard: sql<boolean>`${notMuted}` })
    .from(notice)
    .where(
      and(
        inInbox(inbox),
        isNull(notice.settledAt),
        sql`${notice.createdAt} <= ${until.toISOString()}::timestamptz`,
      ),
    )
    .orderBy(asc(notice.createdAt), asc(notice.id))
    .limit(500)
    .for('update', { skipLocked: true });
  return rows.map(({ row, heard }) => ({ ...row, muted: !heard }));
}

export async function settle(tx: Tx, userId: string, ids: readonly string[], at: Date): Promise<void> {
  if (ids.length === 0) return;
  await tx
    .update(notice)
    .set({ settledAt: at })
    .where(and(eq(notice.userId, userId), inArray(notice.id, [...ids])));
}

/** Those it was not decided about yet, of which the caller holds the rows. */
export async function settlePush(tx: Tx, userId: string, ids: readonly string[], at: Date): Promise<void> {
  if (ids.length === 0) return;
  await tx
    .update(notice)
    .set({ pushSettledAt: at })
    .where(and(eq(notice.userId, userId), inArray(notice.id, [...ids])));
}

/** Those of the notices that are still unread, gathered as they are shown. */
export async function groupsOf(tx: Tx, inbox: Inbox, ids: readonly string[]): Promise<NoticeGroup[]> {
  if (ids.length === 0) return [];
  const rows = await tx
    .select()
    .from(notice)
    .where(and(inInbox(inbox), inArray(notice.id, [...ids]), isNull(notice.readAt), notMuted))
    .orderBy(asc(notice.createdAt), asc(notice.id));
  const groups = new Map<string, NoticeRow[]>();
  for (const row of rows) groups.set(row.groupKey, [...(groups.get(row.groupKey) ?? []), row]);
  return [...groups.values()].map((all) => ({
    newest: all.at(-1) as NoticeRow,
    count: all.length,
    people: new Set(all.flatMap(({ byPerson }) => byPerson ?? [])).size,
  }));
}

export async function inboxesWithUnsettled(tx: Tx): Promise<Inbox[]> {
  const rows = await tx.execute<{ organization_id: string; user_id: string }>(
    sql`select organization_id, user_id from inboxes_with_unsettled_notices()`,
    'objects',
  );
  return rows.map((row) => ({ organizationId: row.organization_id, userId: row.user_id }));
}
