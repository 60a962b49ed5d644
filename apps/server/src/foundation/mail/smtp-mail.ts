import type { Transporter } from 'nodemailer';
import type { Environment } from '../env.ts';
import type { Log } from '../log/log.ts';
import { checkMail } from './check-mail.ts';
import type { Mail } from './mail.ts';
import { MailError } from './mail-error.ts';

export type SmtpMailOptions = NonNullable<Environment['smtp']> & { log: Log };

/** Sends over SMTP, with TLS where the server offers it. The library is loaded with the first mail. */
export function createSmtpMail({ url, from, log }: SmtpMailOptions): Mail {
  let transport: Promise<Transporter> | undefined;

  const open = async (): Promise<Transporter> => {
    const { createTransport } = await import('nodemailer');
    return createTransport(
      {
        url: url.reveal(),
        pool: true,
        maxConnections: 2,
        connectionTimeout: 10_000,
        greetingTimeout: 10_000,
        socketTimeout: 20_000,
      },
      // Nothing a mail says may make the server read its own files or fetch an address.
      { from, disableFileAccess: true, disableUrlAccess: true },
    );
  };

  return {
    delivers: true,
    async send(message) {
      const { to, subject, text, html, headers } = checkMail(message);
      transport ??= open();
      try {
        const sent = await (await transport).sendMail({
          to: { name: '', address: to },
          subject,
          text,
          html,
          headers: headers && { ...headers },
        });
        return { id: String(sent.messageId), via: 'smtp' };
      } catch (cause) {
        log.error('a mail was not sent', { error: cause });
        throw MailError.refused().because(cause);
      }
    },
    async close() {
      (await transport)?.close();
    },
  };
}
