import type {
  countUnreadNotices as countRoute,
  listNotices as listRoute,
} from '@promptvault/contract/account/notifications/routes';
import type { UnreadCount } from '@promptvault/contract/account/notifications/shapes';
import type { RouteInput } from '@promptvault/contract/define-route';
import type { Authorized } from '../../../../foundation/context/authorized.ts';
import type { Ctx } from '../../../../foundation/context/ctx.ts';
import { decodeTimeCursor, pageOf } from '../../../../foundation/paging/cursor.ts';
import { type Inbox, listGroups, listPreferences } from '../repository/notices.ts';
import { lookAtSubjects, type WrittenNotice, writeNotices } from './write-notices.ts';

const mostCounted = 50;

const kindsNotInApp = async (ctx: Ctx, userId: string): Promise<string[]> =>
  (await listPreferences(ctx.tx, userId)).filter(({ app }) => !app).map(({ kind }) => kind);

/** A page of notices. It is shorter than asked where access was lost. */
export async function listNotices(
  ctx: Ctx,
  inbox: Authorized<Inbox, 'notice.read'>,
  { cursor, limit, unread, kind }: RouteInput<typeof listRoute>,
): Promise<{ notices: WrittenNotice[]; nextCursor: string | null }> {
  const groups = await listGroups(ctx.tx, inbox, {
    unread,
    kind,
    without: await kindsNotInApp(ctx, inbox.userId),
    before: decodeTimeCursor(cursor),
    limit: limit + 1,
  });
  const { rows, nextCursor } = pageOf(groups, limit, ({ newest }) => ({
    key: newest.createdAt.toISOString(),
    id: newest.id,
  }));
  return { notices: await writeNotices(ctx, rows), nextCursor };
}

/** Unread groups the person still has access to, as many as a badge shows. */
export async function countUnreadNotices(
  ctx: Ctx,
  inbox: Authorized<Inbox, 'notice.read'>,
  _input: RouteInput<typeof countRoute>,
): Promise<UnreadCount> {
  const groups = await listGroups(ctx.tx, inbox, {
    unread: true,
    without: await kindsNotInApp(ctx, inbox.userId),
    before: null,
    limit: mostCounted + 1,
  });
  const see = lookAtSubjects(ctx);
  let count = 0;
  for (const { newest } of groups.slice(0, mostCounted))
    if (await see({ kind: newest.subjectKind, id: newest.subjectId })) count++;
  return { count, more: groups.length > mostCounted };
}
