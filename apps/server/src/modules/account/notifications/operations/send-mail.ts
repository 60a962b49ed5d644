/**
 * Sends a mail at most once: claimed in a transaction, handed over without one, recorded in another. Its text is
 * written with the claim, for the person as they are then, so that nothing goes out after access is lost.
 */
import { DomainError } from '@promptvault/contract/errors';
import type { Ctx } from '../../../../foundation/context/ctx.ts';
import type { MailMessage } from '../../../../foundation/mail/mail.ts';
import { mailFaultOf, mailFaultText } from '../../../../foundation/mail/mail-fault.ts';
import type { JobWork } from '../../../../foundation/module/define-module.ts';
import { SecretError } from '../../../../foundation/secrets/secrets.ts';
import { nameOrganization } from '../../organizations/index.ts';
import {
  claimMail,
  deleteMailBefore,
  giveUpClaims,
  type MailRef,
  type MailRow,
  mailToSend,
  organizationsWithMail,
  setMailState,
} from '../repository/mail.ts';
import { addressOf, findSetting, groupsOf, takesNoMail } from '../repository/notices.ts';
import { bounceHeader, bounceMark } from './bounce-mark.ts';
import { composeMail } from './compose-mail.ts';
import { sealOf } from './queue-mail.ts';
import { unsubscribeUrl } from './unsubscribe-link.ts';
import { writeNotices } from './write-notices.ts';

const minute = 60_000;
/** Pauses after each attempt; after the last one it is over. Together about a day. */
const pauses = [1, 5, 15, 60, 180, 360, 720].map((minutes) => minutes * minute);
const longestAttempt = 10 * minute;
const lifetime = 30 * 24 * 60 * minute;

export async function sendMail({ ports }: Pick<JobWork, 'ports'>, mail: MailRef): Promise<void> {
  const scope = { organizationId: mail.organizationId, job: 'mail.send', onBehalfOf: mail.userId };
  const claimed = await ports.within(scope, async (ctx) => {
    const row = await claimMail(ctx.tx, mail, ctx.clock.now());
    if (!row) return undefined;
    const written = await writeMail(ctx, row);
    if (written && 'unopened' in written) {
      const pause = written.later ? pauses[row.attempts - 1] : undefined;
      await setMailState(ctx.tx, mail, {
        state: pause === undefined ? 'failed' : 'waiting',
        error: written.unopened,
        ...(pause !== undefined && { nextAt: new Date(ctx.clock.now().getTime() + pause) }),
      });
      return undefined;
    }
    const message = written && marked(ctx, written, row);
    await setMailState(ctx.tx, mail, message ? { address: message.to } : { state: 'dropped', sealed: null });
    return message && { row, message };
  });
  if (!claimed) return;
  const { row, message } = claimed;
  const record = (set: Parameters<typeof setMailState>[2]) =>
    ports.within({ ...scope, onBehalfOf: null }, (ctx) => setMailState(ctx.tx, mail, set));
  try {
    await ports.mail.send(message);
  } catch (error) {
    const fault = mailFaultOf(error);
    const pause = pauses[row.attempts - 1];
    const again = fault === 'later' && pause !== undefined;
    await record({
      state: again ? 'waiting' : fault === 'unknown' ? 'unknown' : 'failed',
      error: mailFaultText(error),
      ...(again ? { nextAt: new Date(ports.clock.now().getTime() + pause) } : {}),
    });
    return;
  }
  await record({ state: 'sent', error: null, sealed: null });
}

/** The page opens in the organization of the notice, wherever the person last was. */
function placeIn(organizationId: string, publicUrl: string, address: string): string {
  const url = new URL(publicUrl + address);
  url.searchParams.set('in', organizationId);
  return url.href;
}

/** So that we know it again when it comes back. */
const marked = ({ ports }: Ctx, message: MailMessage, row: MailRow): MailMessage => ({
  ...message,
  headers: { ...message.headers, [bounceHeader]: bounceMark(ports, row) },
});

/** Why a letter has no words, and whether it may have them later. */
interface Unopened {
  unopened: string;
  later: boolean;
}

/** Another process may know a key that this one does not know yet. */
function openLetter({ ports, log }: Ctx, { id, sealed }: MailRow): MailMessage | Unopened | undefined {
  if (sealed === null) return undefined;
  try {
    return JSON.parse(ports.secrets.open(sealed, sealOf(id))) as MailMessage;
  } catch (error) {
    log.warn('a letter could not be opened', { mailId: id, error });
    return error instanceof DomainError && error.code === SecretError.key_missing.code
      ? { unopened: 'It was sealed with a master key that this server does not have.', later: true }
      : { unopened: 'What was sealed of it was changed, and cannot be opened.', later: false };
  }
}

/** Undefined when there is nothing to say any more. */
async function writeMail(ctx: Ctx, row: MailRow): Promise<MailMessage | Unopened | undefined> {
  if (row.purpose === 'letter') return openLetter(ctx, row);
  const { userId, organizationId } = row;
  const to = userId && (await addressOf(ctx.tx, userId));
  if (!userId || !to) return undefined;
  const setting = await findSetting(ctx.tx, userId);
  if (takesNoMail(setting)) return undefined;
  const notices = await writeNotices(ctx, await groupsOf(ctx.tx, { userId, organizationId }, row.noticeIds));
  if (notices.length === 0) return undefined;
  const { publicUrl } = ctx.ports;
  const stop = unsubscribeUrl(ctx.ports, userId);
  const written = composeMail({
    organization: await nameOrganization(ctx),
    notices: notices.map(({ text, address, group }) => ({
      ...text,
      url: placeIn(organizationId, publicUrl, address),
      at: group.newest.createdAt,
    })),
    daily: row.purpose === 'digest',
    timeZone: setting.timeZone,
    settingsUrl: `${publicUrl}/settings/notifications`,
    unsubscribeUrl: stop,
  });
  return {
    to,
    ...written,
    headers: {
      'List-Unsubscribe': `<${stop}>`,
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
      'Auto-Submitted': 'auto-generated',
    },
  };
}

/** Every minute: what waits for another attempt, and what a dead process left behind. */
export async function tendMail({ ports, db }: JobWork): Promise<void> {
  const nowhere = { organizationId: null, userId: null };
  const now = ports.clock.now();
  const died = new Date(now.getTime() - longestAttempt);
  for (const organizationId of await db.tenant(nowhere, (tx) => organizationsWithMail(tx, 'sending', died)))
    await ports.within({ organizationId, job: 'mail.tend', onBehalfOf: null }, (ctx) =>
      giveUpClaims(ctx.tx, organizationId, died, 'The server stopped while it was sending this mail.'),
    );
  for (const mail of await db.tenant(nowhere, (tx) => mailToSend(tx, now)))
    try {
      await sendMail({ ports }, mail);
    } catch (error) {
      // Those behind it must not wait for it.
      ports.log.error('a mail could not be written', { mailId: mail.id, error });
      const nextAt = new Date(now.getTime() + longestAttempt);
      const scope = { organizationId: mail.organizationId, job: 'mail.tend', onBehalfOf: null };
      await ports.within(scope, (ctx) => setMailState(ctx.tx, mail, { nextAt }));
    }
}

/** Daily: mail is forgotten after 30 days, whatever became of it. */
export async function forgetMail({ ports, db }: JobWork): Promise<void> {
  const before = new Date(ports.clock.now().getTime() - lifetime);
  const nowhere = { organizationId: null, userId: null };
  for (const organizationId of await db.tenant(nowhere, (tx) => organizationsWithMail(tx, 'over', before)))
    await ports.within({ organizationId, job: 'mail.forget', onBehalfOf: null }, (ctx) =>
      deleteMailBefore(ctx.tx, organizationId, before),
    );
}
