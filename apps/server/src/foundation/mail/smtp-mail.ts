import { PassThrough } from 'node:stream';
import type { SendMailOptions, Transporter } from 'nodemailer';
import { assertOutsideTransaction } from '../db/transaction-guard.ts';
import type { Environment } from '../env.ts';
import type { Log } from '../log/log.ts';
import { checkMail } from './check-mail.ts';
import type { Mail } from './mail.ts';
import { MailError } from './mail-error.ts';

export type SmtpMailOptions = NonNullable<Environment['smtp']> & { log: Log };

/** The text on its way to the server: read from the moment the server has taken sender and recipient. */
interface Outgoing {
  text?: PassThrough;
}

/** Sends over SMTP, with TLS where the server offers it. The library is loaded with the first mail. */
export function createSmtpMail({ url, from, log }: SmtpMailOptions): Mail {
  let transport: Promise<Transporter> | undefined;

  const open = async (): Promise<Transporter> => {
    const { createTransport } = await import('nodemailer');
    const transport = createTransport(
      {
        // One connection a mail: a pool sends again by itself what it had on a connection that closed.
        url: url.reveal(),
        connectionTimeout: 10_000,
        greetingTimeout: 10_000,
        socketTimeout: 20_000,
      },
      // Nothing a mail says may make the server read its own files or fetch an address.
      { from, disableFileAccess: true, disableUrlAccess: true },
    );
    transport.use('stream', (mail, done) => {
      const { outgoing } = mail.data as unknown as { outgoing: Outgoing };
      mail.message.processFunc((text) => {
        outgoing.text = text.pipe(new PassThrough());
        return outgoing.text;
      });
      done();
    });
    return transport;
  };

  return {
    delivers: true,
    async send(message) {
      assertOutsideTransaction('A mail was sent');
      const { to, subject, text, html, headers } = checkMail(message);
      transport ??= open();
      const outgoing: Outgoing = {};
      try {
        const sent = await (await transport).sendMail({
          to: { name: '', address: to },
          subject,
          text,
          html,
          headers: headers && { ...headers },
          outgoing,
        } as SendMailOptions);
        return { id: String(sent.messageId), via: 'smtp' };
      } catch (cause) {
        log.error('a mail was not sent', { error: cause });
        throw MailError.refused().because(
          Object.assign(cause as Error, { textWentOut: outgoing.text?.readableDidRead === true }),
        );
      }
    },
    async close() {
      (await transport)?.close();
    },
  };
}
