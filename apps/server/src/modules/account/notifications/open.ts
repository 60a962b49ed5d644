import { personOf } from '../../../foundation/context/actor.ts';
import { type Authorized, authorize } from '../../../foundation/context/authorized.ts';
import type { Ctx } from '../../../foundation/context/ctx.ts';
import { AuthError, ResourceError } from '../../../foundation/errors/foundation-errors.ts';
import { isId } from '../../../foundation/ids/id-maker.ts';
import { requirePermission } from '../organizations/index.ts';
import { findNotice, type Inbox, type NoticeRow } from './repository/notices.ts';
import { findSubscription, type PushSubscriptionRow } from './repository/push.ts';

/** The caller's own notices in this organization. @throws auth.forbidden for who is not a person */
export async function openInbox<const P extends string>(
  ctx: Ctx,
  _input: unknown,
  permission: P,
): Promise<Authorized<Inbox, P>> {
  requirePermission(ctx.actor, permission);
  const userId = personOf(ctx.actor);
  if (!userId) throw AuthError.forbidden();
  return authorize({ userId, organizationId: ctx.organizationId }, permission);
}

/** @throws resource.not_found */
export async function openNotice<const P extends string>(
  ctx: Ctx,
  { noticeId }: { noticeId: string },
  permission: P,
): Promise<Authorized<NoticeRow, P>> {
  const inbox = await openInbox(ctx, {}, permission);
  const row = isId(noticeId) ? await findNotice(ctx.tx, inbox, noticeId) : undefined;
  if (!row) throw ResourceError.not_found();
  return authorize(row, permission);
}

/** One of the caller's own browsers. @throws resource.not_found */
export async function openSubscription<const P extends string>(
  ctx: Ctx,
  { subscriptionId }: { subscriptionId: string },
  permission: P,
): Promise<Authorized<PushSubscriptionRow, P>> {
  const { userId } = await openInbox(ctx, {}, permission);
  const row = isId(subscriptionId) ? await findSubscription(ctx.tx, userId, subscriptionId) : undefined;
  if (!row) throw ResourceError.not_found();
  return authorize(row, permission);
}
