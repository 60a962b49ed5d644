/**
 * Sends notices to a browser at most once, as mail goes (send-mail.ts): claimed and written in a transaction as the
 * person, handed over without one, recorded in another. What ended is deleted: nobody reads it again.
 */
import type { Ctx } from '../../../../foundation/context/ctx.ts';
import type { JobWork } from '../../../../foundation/module/define-module.ts';
import type { PushKeys, PushOutcome, PushTarget } from '../../../../foundation/push/push.ts';
import { nameOrganization } from '../../organizations/index.ts';
import { groupsOf, type Inbox } from '../repository/notices.ts';
import {
  claimPushOut,
  deletePushOut,
  deletePushOutBefore,
  deleteSubscription,
  insertPushOut,
  liveSubscriptions,
  type PushOutRow,
  releasePushOut,
  setSubscription,
} from '../repository/push.ts';
import { composePush, type PushText } from './compose-push.ts';
import { findPushKeys } from './push-keys.ts';
import { subscriptionSeal } from './subscribe-push.ts';
import { writeNotices } from './write-notices.ts';

export interface PushRef extends Inbox {
  id: string;
}

const minute = 60_000;
/** Pauses after each attempt; after the last one it is over. */
const pauses = [1, 5, 15, 60, 180].map((minutes) => minutes * minute);
/** After this long a notice is no news: neither we nor the push service keep it. */
const lifetime = 12 * 60 * minute;

/** Puts notices on their way to each browser of the person, in the transaction that decides about them. */
export async function queuePush(
  ctx: Ctx,
  { userId, organizationId }: Inbox,
  noticeIds: string[],
): Promise<void> {
  const now = ctx.clock.now();
  await deletePushOutBefore(ctx.tx, userId, new Date(now.getTime() - 2 * lifetime));
  if (noticeIds.length === 0 || !ctx.ports.push.offered) return;
  const rows = (await liveSubscriptions(ctx.tx, userId, now)).map(({ id: subscriptionId }) => ({
    userId,
    id: ctx.newId(),
    organizationId,
    subscriptionId,
    noticeIds,
    createdAt: now,
  }));
  if (rows.length === 0) return;
  await insertPushOut(ctx.tx, rows);
  for (const { id } of rows) await ctx.jobs.send('push.send', { organizationId, userId, id });
}

export async function sendPush({ ports }: Pick<JobWork, 'ports'>, ref: PushRef): Promise<void> {
  const { organizationId, userId, id } = ref;
  const scope = { organizationId, job: 'push.send', onBehalfOf: userId };
  const claimed = await ports.within(scope, async (ctx) => {
    const row = await claimPushOut(ctx.tx, userId, id, ctx.clock.now());
    const written = row && (await writePush(ctx, row));
    if (row && !written) await deletePushOut(ctx.tx, userId, id);
    return written && { row, ...written };
  });
  if (!claimed) return;
  const { row, target, keys, text } = claimed;
  const outcome = await ports.push.send({
    target,
    keys,
    text: JSON.stringify(text),
    lifetime: lifetime / 1_000,
    topic: text.tag,
  });
  await ports.within(scope, (ctx) => record(ctx, row, outcome));
}

/** Undefined when there is nothing to say any more, or nobody to say it to. */
async function writePush(
  ctx: Ctx,
  { userId, organizationId, subscriptionId, noticeIds, createdAt }: PushOutRow,
): Promise<{ target: PushTarget; keys: PushKeys; text: PushText } | undefined> {
  const now = ctx.clock.now();
  if (now.getTime() - createdAt.getTime() > lifetime) return undefined;
  const keys = await findPushKeys(ctx, userId);
  if (!keys) return undefined;
  const subscription = (await liveSubscriptions(ctx.tx, userId, now)).find(({ id }) => id === subscriptionId);
  if (!subscription) return undefined;
  const notices = await writeNotices(ctx, await groupsOf(ctx.tx, { userId, organizationId }, noticeIds));
  if (notices.length === 0) return undefined;
  const text = composePush({
    organization: { id: organizationId, name: await nameOrganization(ctx) },
    notices: notices.map(({ text, address, group }) => ({ ...text, address, group: group.newest.groupKey })),
  });
  const target = openTarget(ctx, subscription);
  return target && { target, keys, text };
}

/** Undefined where this server does not have the master key that sealed it; another process may. */
function openTarget(
  { ports, log }: Ctx,
  { id, sealed }: { id: string; sealed: string },
): PushTarget | undefined {
  try {
    return JSON.parse(ports.secrets.open(sealed, subscriptionSeal(id))) as PushTarget;
  } catch (error) {
    log.warn('the address of a browser could not be opened', { error });
    return undefined;
  }
}

async function record(
  ctx: Ctx,
  { userId, organizationId, id, subscriptionId, attempts, createdAt }: PushOutRow,
  outcome: PushOutcome,
): Promise<void> {
  const subscription = { userId, id: subscriptionId };
  const now = ctx.clock.now().getTime();
  if (outcome.kind === 'gone') return deleteSubscription(ctx.tx, userId, subscriptionId);
  const pause = pauses[attempts - 1];
  if (outcome.kind === 'later' && pause !== undefined) {
    const next = new Date(now + Math.max(pause, outcome.afterMs ?? 0));
    if (next.getTime() - createdAt.getTime() <= lifetime) {
      await releasePushOut(ctx.tx, userId, id);
      return ctx.jobs.send('push.send', { organizationId, userId, id }, { startAfter: next });
    }
  }
  await deletePushOut(ctx.tx, userId, id);
  if (outcome.kind === 'sent')
    return setSubscription(ctx.tx, subscription, { toldAt: new Date(now), problem: null });
  ctx.log.warn('a browser was not told', { reason: outcome.reason });
  await setSubscription(ctx.tx, subscription, { problem: outcome.reason });
}
