import type { readAllNotices as readAllRoute } from '@promptvault/contract/account/notifications/routes';
import type { RouteInput } from '@promptvault/contract/define-route';
import type { Authorized } from '../../../../foundation/context/authorized.ts';
import type { Ctx } from '../../../../foundation/context/ctx.ts';
import { ResourceError } from '../../../../foundation/errors/foundation-errors.ts';
import { isId } from '../../../../foundation/ids/id-maker.ts';
import { findNotice, type Inbox, markAll, markGroup, type NoticeRow } from '../repository/notices.ts';
import { tellTabs } from './notify.ts';

/** Reading twice does no harm. */
export async function readNotice(ctx: Ctx, notice: Authorized<NoticeRow, 'notice.read'>): Promise<void> {
  if (notice.readAt) return;
  await markGroup(ctx.tx, notice, ctx.clock.now());
  tellTabs(ctx, [notice.userId]);
}

export async function unreadNotice(ctx: Ctx, notice: Authorized<NoticeRow, 'notice.read'>): Promise<void> {
  if (!notice.readAt) return;
  await markGroup(ctx.tx, notice, null);
  tellTabs(ctx, [notice.userId]);
}

/** @throws resource.not_found when `until` is no notice of one's own */
export async function readAllNotices(
  ctx: Ctx,
  inbox: Authorized<Inbox, 'notice.read'>,
  { until }: RouteInput<typeof readAllRoute>,
): Promise<void> {
  const last = until !== undefined && isId(until) ? await findNotice(ctx.tx, inbox, until) : undefined;
  if (until !== undefined && !last) throw ResourceError.not_found();
  await markAll(ctx.tx, inbox, last, ctx.clock.now());
  tellTabs(ctx, [inbox.userId]);
}
