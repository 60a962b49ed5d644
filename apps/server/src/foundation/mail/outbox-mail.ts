import type { Clock } from '../clock/clock.ts';
import type { IdMaker } from '../ids/id-maker.ts';
import { checkMail } from './check-mail.ts';
import type { Mail, MailMessage } from './mail.ts';

/** A mail nobody has sent, for the operator to read and pass on. */
export type OutboxMail = MailMessage & { id: string; at: string };

export interface OutboxStore {
  put(mail: OutboxMail): Promise<void>;
  /** The newest first, before the given id if there is one. */
  list(options: { limit: number; before?: string }): Promise<OutboxMail[]>;
  find(id: string): Promise<OutboxMail | undefined>;
}

type OutboxFacts = { store: OutboxStore; clock: Clock; newId: IdMaker };

/** Mail without a mail server: it is kept where the operator can read it. */
export function createOutboxMail({ store, clock, newId }: OutboxFacts): Mail {
  return {
    delivers: false,
    kept: store,
    async send(message) {
      const mail = { ...checkMail(message), id: newId(), at: clock.now().toISOString() };
      await store.put(mail);
      return { id: mail.id, via: 'outbox' };
    },
    async close() {},
  };
}
