import type { OutboxStore } from './outbox-mail.ts';

/** Sends mail; without an SMTP server it goes to an outbox that the operator can read. */
export interface Mail {
  /** Resolves when the server took the mail over. @throws mail.bad_address, mail.bad_header, mail.refused */
  send(message: MailMessage): Promise<{ id: string; via: 'smtp' | 'outbox' }>;
  /** Whether mail reaches people: decides whether addresses can be verified. */
  readonly delivers: boolean;
  /** What was kept instead of sent, newest first; absent where mail is sent. */
  readonly kept?: Pick<OutboxStore, 'list' | 'find'>;
  close(): Promise<void>;
}

export type MailMessage = {
  /** One address: `name@example.com`. */
  to: string;
  subject: string;
  text: string;
  html?: string;
  /** Further headers, such as List-Unsubscribe; the ones mail itself sets are refused. */
  headers?: Readonly<Record<string, string>>;
};
