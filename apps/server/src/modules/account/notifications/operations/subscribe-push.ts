import { createHash } from 'node:crypto';
import { NoticeError } from '@promptvault/contract/account/notifications/errors';
import type { subscribePush as subscribeRoute } from '@promptvault/contract/account/notifications/routes';
import { mostPushBrowsers } from '@promptvault/contract/account/notifications/shapes';
import type { RouteInput } from '@promptvault/contract/define-route';
import type { Authorized } from '../../../../foundation/context/authorized.ts';
import type { Ctx } from '../../../../foundation/context/ctx.ts';
import { AuthError } from '../../../../foundation/errors/foundation-errors.ts';
import type { Inbox } from '../repository/notices.ts';
import {
  deleteSubscription,
  liveSubscriptions,
  type PushSubscriptionRow,
  putSubscription,
} from '../repository/push.ts';
import { pushKeysOf } from './push-keys.ts';

export interface PushFindings {
  offered: boolean;
  publicKey: string;
  subscriptions: PushSubscriptionRow[];
  /** The session that asks. */
  sessionId: string | null;
}

export const subscriptionSeal = (id: string) => `push_subscription:${id}`;

const sessionOf = ({ actor }: Ctx) => (actor.kind === 'person' ? actor.sessionId : null);

export async function getPushSettings(
  ctx: Ctx,
  { userId }: Authorized<Inbox, 'notice.read'>,
): Promise<PushFindings> {
  const { publicKey } = await pushKeysOf(ctx, userId);
  return {
    offered: ctx.ports.push.offered,
    publicKey,
    subscriptions: await liveSubscriptions(ctx.tx, userId, ctx.clock.now()),
    sessionId: sessionOf(ctx),
  };
}

/** Tells this session's browser from now on. @throws notice.push_off, notice.bad_browser, notice.too_many_browsers */
export async function subscribePush(
  ctx: Ctx,
  inbox: Authorized<Inbox, 'notice.read'>,
  { endpoint, p256dh, auth }: RouteInput<typeof subscribeRoute>,
): Promise<PushFindings> {
  const { push, secrets } = ctx.ports;
  const { userId } = inbox;
  const sessionId = sessionOf(ctx);
  if (!push.offered) throw NoticeError.push_off();
  if (!sessionId) throw AuthError.forbidden();
  const reason = push.refusal({ endpoint, p256dh, auth });
  if (reason) throw NoticeError.bad_browser({ reason });
  const endpointHash = createHash('sha256').update(endpoint).digest('base64url');
  const others = (await liveSubscriptions(ctx.tx, userId, ctx.clock.now())).filter(
    (one) => one.sessionId !== sessionId && one.endpointHash !== endpointHash,
  );
  if (others.length >= mostPushBrowsers) throw NoticeError.too_many_browsers({ most: mostPushBrowsers });
  const id = ctx.newId();
  await putSubscription(ctx.tx, {
    userId,
    id,
    sessionId,
    endpointHash,
    sealed: secrets.seal(JSON.stringify({ endpoint, p256dh, auth }), subscriptionSeal(id)),
    service: new URL(endpoint).host,
    device: ctx.request.userAgent,
    createdAt: ctx.clock.now(),
    toldAt: null,
    problem: null,
  });
  return getPushSettings(ctx, inbox);
}

export async function unsubscribePush(
  ctx: Ctx,
  { userId, id }: Authorized<PushSubscriptionRow, 'notice.read'>,
): Promise<void> {
  await deleteSubscription(ctx.tx, userId, id);
}
