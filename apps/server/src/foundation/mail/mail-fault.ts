/**
 * What became of a mail that was not taken. `later`: surely not sent, and worth another try. `never`: refused for
 * good. `unknown`: the connection ended after the text had gone, so that it may have been taken.
 */
export type MailFault = 'later' | 'never' | 'unknown';

interface SmtpFault {
  responseCode?: number;
  code?: string;
  /** Set by smtp-mail.ts: the server had begun to receive the text. */
  textWentOut?: boolean;
}

export function mailFaultOf(error: unknown): MailFault {
  const cause = error instanceof Error && error.cause !== undefined ? error.cause : error;
  const { responseCode, textWentOut, code } = (typeof cause === 'object' && cause ? cause : {}) as SmtpFault;
  if (responseCode !== undefined) {
    // A password that is wrong today may be mended tomorrow.
    if (code === 'EAUTH') return 'later';
    return responseCode >= 500 ? 'never' : 'later';
  }
  if (textWentOut) return 'unknown';
  const mailCode = (error as { code?: string } | undefined)?.code;
  return mailCode === 'mail.bad_address' || mailCode === 'mail.bad_header' ? 'never' : 'later';
}

/** Why, in a line for the operator. */
export function mailFaultText(error: unknown): string {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  const text = cause instanceof Error ? cause.message : String(cause);
  return [...text.toWellFormed().replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')].slice(0, 300).join('');
}
