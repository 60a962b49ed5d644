import { ShareError } from '@promptvault/contract/vault/sharing/errors';
import { personOf } from '../../../../foundation/context/actor.ts';
import type { Ctx } from '../../../../foundation/context/ctx.ts';
import { escapeHtml } from '../../../../foundation/http/plain-page.ts';
import { isMailAddress } from '../../../../foundation/mail/check-mail.ts';
import type { MailMessage } from '../../../../foundation/mail/mail.ts';
import { sendLetter } from '../../../account/notifications/index.ts';
import { namePeople } from '../../../account/organizations/index.ts';
import type { NewShareLink } from './create-share-link.ts';

const mostInAnHour = { limit: 20, windowMs: 60 * 60_000 };

/** Mail goes to strangers in our name: to one address at a time, and not often. @throws share.bad_address, share.too_much_mail */
export async function requireMayMail({ ports, tx }: Ctx, userId: string, address: string): Promise<void> {
  if (!isMailAddress(address)) throw ShareError.bad_address().at('mailTo');
  const { allowed, decisions } = await ports.limits.takeAll(
    [{ key: `share-mail:${userId}`, ...mostInAnHour }],
    tx,
  );
  if (!allowed) throw ShareError.too_much_mail({ retryAfterMs: decisions[0]?.retryAfterMs ?? 0 });
}

/** Invites somebody by mail to this one thing. What a password is, the mail does not say. */
export async function mailLink(
  ctx: Ctx,
  { row, token }: NewShareLink,
  to: string,
  title: string,
): Promise<void> {
  const person = personOf(ctx.actor);
  const from = (await namePeople(ctx, [person])).get(person ?? '')?.name ?? 'Somebody';
  const url = `${ctx.ports.publicUrl}/s/${token}`;
  const said = [
    `${from} shows you “${title}”.`,
    ...(row.expiresAt ? [`The link ends on ${row.expiresAt.toISOString().slice(0, 10)}.`] : []),
    ...(row.passwordHash ? [`It asks for a password, which ${from} tells you.`] : []),
  ];
  await sendLetter(
    ctx,
    letterOf({
      to,
      subject: `${from} shows you “${title}”`,
      said,
      url,
      foot: 'You need no account. Whoever has this link sees the page.',
    }),
  );
}

export interface Letter {
  to: string;
  subject: string;
  /** Lines, as plain text. */
  said: readonly string[];
  url: string;
  foot: string;
}

/** A letter with one link, as text and as simple HTML. Titles come from people: a subject is one short line. */
export function letterOf({ to, subject, said, url, foot }: Letter): MailMessage {
  return {
    to,
    subject: oneLine(subject),
    text: [said.map(oneLine).join('\n'), url, foot].join('\n\n'),
    html:
      '<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="color-scheme" content="light dark"></head>' +
      '<body style="font:14px/1.5 system-ui,sans-serif;max-width:36rem;margin:0 auto;padding:24px">' +
      `<p>${said.map((line) => escapeHtml(oneLine(line))).join('<br>')}</p><p><a href="${escapeHtml(url)}">${escapeHtml(url)}</a></p>` +
      `<p style="color:#6b7280;font-size:12px">${escapeHtml(foot)}</p></body></html>`,
  };
}

const longestLine = 200;

function oneLine(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: what must not reach a header
  const line = text.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g, ' ').trim();
  const signs = [...line];
  return signs.length > longestLine ? `${signs.slice(0, longestLine - 1).join('')}…` : line;
}
