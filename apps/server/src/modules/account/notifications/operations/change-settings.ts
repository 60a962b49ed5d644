import { NoticeError } from '@promptvault/contract/account/notifications/errors';
import type {
  setNoticePreference as preferenceRoute,
  updateNoticeSettings as settingsRoute,
} from '@promptvault/contract/account/notifications/routes';
import type { NoticePreference, NoticeSettings } from '@promptvault/contract/account/notifications/shapes';
import type { RouteInput } from '@promptvault/contract/define-route';
import type { Authorized } from '../../../../foundation/context/authorized.ts';
import type { Ctx } from '../../../../foundation/context/ctx.ts';
import {
  addressOf,
  findSetting,
  type Inbox,
  listPreferences,
  upsertPreference,
  upsertSetting,
} from '../repository/notices.ts';
import { tellTabs } from './notify.ts';

/** Where each kind goes for this person: as chosen, else as its module says. */
export async function preferencesOf(ctx: Ctx, userId: string): Promise<NoticePreference[]> {
  const chosen = new Map((await listPreferences(ctx.tx, userId)).map((row) => [row.kind, row]));
  return ctx.ports.notices.all().map(({ kind, summary, channels }) => {
    const row = chosen.get(kind);
    return {
      kind,
      summary,
      app: row?.app ?? channels.app,
      mail: row?.mail ?? channels.mail,
      push: row?.push ?? channels.push ?? channels.mail === 'immediate',
      chosen: row !== undefined,
    };
  });
}

export async function getNoticeSettings(
  ctx: Ctx,
  { userId }: Authorized<Inbox, 'notice.read'>,
): Promise<NoticeSettings> {
  const setting = await findSetting(ctx.tx, userId);
  const { digestHour, timeZone, mailPaused, mailReturnedAt, mailReturnReason } = setting;
  return {
    items: await preferencesOf(ctx, userId),
    address: (await addressOf(ctx.tx, userId)) ?? '',
    delivers: ctx.ports.mail.delivers,
    digestHour,
    timeZone,
    mailPaused,
    mailReturned: mailReturnedAt && {
      at: mailReturnedAt.toISOString(),
      reason: mailReturnReason ?? '',
    },
  };
}

export async function updateNoticeSettings(
  ctx: Ctx,
  inbox: Authorized<Inbox, 'notice.read'>,
  { digestHour, timeZone, mailPaused, addressWorks }: RouteInput<typeof settingsRoute>,
): Promise<NoticeSettings> {
  await upsertSetting(ctx.tx, inbox.userId, {
    ...(digestHour === undefined ? {} : { digestHour }),
    ...(timeZone === undefined ? {} : { timeZone }),
    ...(mailPaused === undefined ? {} : { mailPaused }),
    ...(addressWorks ? { mailReturnedAt: null, mailReturnReason: null } : {}),
  });
  return getNoticeSettings(ctx, inbox);
}

/** @throws notice.unknown_kind */
export async function setNoticePreference(
  ctx: Ctx,
  { userId }: Authorized<Inbox, 'notice.read'>,
  { kind, app, mail, push }: RouteInput<typeof preferenceRoute>,
): Promise<NoticePreference> {
  const before = (await preferencesOf(ctx, userId)).find((one) => one.kind === kind);
  if (!before) throw NoticeError.unknown_kind();
  const chosen = { kind, app, mail, push: push ?? before.push };
  await upsertPreference(ctx.tx, { userId, ...chosen });
  tellTabs(ctx, [userId]);
  return { ...chosen, summary: before.summary, chosen: true };
}
