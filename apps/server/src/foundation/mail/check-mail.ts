import type { MailMessage } from './mail.ts';
import { MailError } from './mail-error.ts';

/** What a mail sets itself, and what would send it elsewhere. */
const ownHeaders =
  /^(from|to|cc|bcc|sender|reply-to|subject|date|message-id|return-path|received|mime-version|content-.*|dkim-.*|resent-.*)$/i;
const longestAddress = 254;

/**
 * The mail with nothing in it that could become another header: one plain address, one line of subject,
 * headers of known form.
 * @throws mail.bad_address, mail.bad_header
 */
export function checkMail(message: MailMessage): MailMessage {
  if (!isMailAddress(message.to)) throw MailError.bad_address().at('to');
  for (const [name, value] of Object.entries(message.headers ?? {}))
    if (
      !/^[A-Za-z][A-Za-z0-9-]{0,70}$/.test(name) ||
      ownHeaders.test(name) ||
      !/^[\x20-\x7E]{1,900}$/.test(value)
    )
      throw MailError.bad_header({ header: name.replace(/[^\w-]/g, '?').slice(0, 70) });
  const subject = message.subject
    .toWellFormed()
    .replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .trim();
  return { ...message, subject: [...subject].slice(0, 200).join('') };
}

/** One address without a display name, quotes or comments; letters of any script. */
export function isMailAddress(value: string): boolean {
  return (
    value.length <= longestAddress &&
    /^[\p{L}\p{N}.!#$%&'*+/=?^_`{|}~-]{1,64}@[\p{L}\p{N}-]{1,63}(\.[\p{L}\p{N}-]{1,63})*$/u.test(value)
  );
}
