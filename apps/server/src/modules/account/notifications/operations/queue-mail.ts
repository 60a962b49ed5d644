import type { Ctx } from '../../../../foundation/context/ctx.ts';
import { checkMail } from '../../../../foundation/mail/check-mail.ts';
import type { MailMessage } from '../../../../foundation/mail/mail.ts';
import { insertMail, type MailRow } from '../repository/mail.ts';

export const sealOf = (id: string) => `mail_out:${id}`;

interface NewMail {
  purpose: MailRow['purpose'];
  userId: string | null;
  noticeIds: string[];
  sealed: string | null;
  address: string | null;
  id: string;
}

/** Puts a mail on its way, in the transaction of what asks for it. */
export async function queueMail(ctx: Ctx, { id, ...mail }: NewMail): Promise<void> {
  const now = ctx.clock.now();
  const { organizationId } = ctx;
  await insertMail(ctx.tx, { ...mail, organizationId, id, state: 'waiting', nextAt: now, createdAt: now });
  await ctx.jobs.send('mail.send', { organizationId, id, userId: mail.userId });
}

/**
 * Sends a mail to an address, for whoever may have no account: an invitation. What it says is sealed until it has
 * gone. @throws mail.bad_address
 */
export async function sendLetter(ctx: Ctx, message: MailMessage): Promise<void> {
  const id = ctx.newId();
  const sealed = ctx.ports.secrets.seal(JSON.stringify(checkMail(message)), sealOf(id));
  await queueMail(ctx, { id, purpose: 'letter', userId: null, noticeIds: [], sealed, address: message.to });
}
