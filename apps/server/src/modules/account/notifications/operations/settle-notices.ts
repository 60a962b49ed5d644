/** Decides once for each notice whether it goes by mail and to browsers, and puts that on its way. */
import type { Ctx } from '../../../../foundation/context/ctx.ts';
import type { JobWork } from '../../../../foundation/module/define-module.ts';
import {
  findSetting,
  type Inbox,
  inboxesWithUnsettled,
  lockUnsettled,
  settle,
  settlePush,
  takesNoMail,
} from '../repository/notices.ts';
import { preferencesOf } from './change-settings.ts';
import { latestDigest } from './latest-digest.ts';
import { queueMail } from './queue-mail.ts';
import { queuePush } from './send-push.ts';

export interface PeopleTold {
  organizationId: string;
  people: string[];
}

/** A moment after people were told: what they read meanwhile needs no mail, and a burst becomes one. */
export async function settleNotices(
  { ports }: JobWork,
  { organizationId, people }: PeopleTold,
): Promise<void> {
  for (const userId of people)
    await ports.within({ organizationId, job: 'notice.settle', onBehalfOf: userId }, (ctx) =>
      settleInbox(ctx, { userId, organizationId }, 'immediate', ctx.clock.now()),
    );
}

/** Every quarter of an hour: the daily mail of those whose hour has come since their notice. */
export async function sendDigests({ ports, db }: JobWork): Promise<void> {
  const nowhere = { organizationId: null, userId: null };
  for (const inbox of await db.tenant(nowhere, (tx) => inboxesWithUnsettled(tx)))
    await ports.within(
      { organizationId: inbox.organizationId, job: 'notice.digest', onBehalfOf: inbox.userId },
      async (ctx) => {
        const { digestHour, timeZone } = await findSetting(ctx.tx, inbox.userId);
        await settleInbox(ctx, inbox, 'daily', latestDigest(ctx.clock.now(), digestHour, timeZone));
      },
    );
}

async function settleInbox(ctx: Ctx, inbox: Inbox, mode: 'immediate' | 'daily', until: Date): Promise<void> {
  const rows = await lockUnsettled(ctx.tx, inbox, until);
  if (rows.length === 0) return;
  const noMail = takesNoMail(await findSetting(ctx.tx, inbox.userId));
  const wanted = new Map(
    (await preferencesOf(ctx, inbox.userId)).map((preference) => [preference.kind, preference]),
  );
  if (mode === 'immediate') {
    const fresh = rows.filter(({ pushSettledAt }) => pushSettledAt === null);
    const pushed = fresh.filter(
      ({ kind, readAt, muted }) => readAt === null && !muted && wanted.get(kind)?.push,
    );
    await settlePush(
      ctx.tx,
      inbox.userId,
      fresh.map(({ id }) => id),
      ctx.clock.now(),
    );
    await queuePush(
      ctx,
      inbox,
      pushed.map(({ id }) => id),
    );
  }
  const waiting = (kind: string) => mode === 'immediate' && !noMail && wanted.get(kind)?.mail === 'daily';
  const now = rows.filter(({ kind }) => !waiting(kind));
  const mailed = now.filter(
    ({ kind, readAt, muted }) => !noMail && readAt === null && !muted && wanted.get(kind)?.mail === mode,
  );
  await settle(
    ctx.tx,
    inbox.userId,
    now.map(({ id }) => id),
    ctx.clock.now(),
  );
  if (mailed.length > 0)
    await queueMail(ctx, {
      id: ctx.newId(),
      purpose: mode === 'daily' ? 'digest' : 'notices',
      userId: inbox.userId,
      noticeIds: mailed.map(({ id }) => id),
      sealed: null,
      address: null,
    });
}
