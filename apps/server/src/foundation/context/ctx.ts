import type { Clock } from '../clock/clock.ts';
import type { Tx } from '../db/database.ts';
import type { Log } from '../log/log.ts';
import type { Actor, Insider } from './actor.ts';
import type { EventDeclaration, EventPayload } from './define-event.ts';

/** What an operation works with: a plain object, made anew for each transaction. */
export interface Ctx<A extends Actor = Insider> {
  actor: A;
  /** The organization of the transaction. */
  organizationId: string;
  tx: Tx;
  clock: Clock;
  /** A new uuid v7. */
  newId(): string;
  log: Log;
  /** Appends to the event log in this transaction. */
  emit<E extends EventDeclaration>(event: E, subject: EventSubject, payload: EventPayload<E>): Promise<void>;
  /** The same for many at once, as an import makes them. */
  emitAll<E extends EventDeclaration>(
    event: E,
    all: readonly { subject: EventSubject; payload: EventPayload<E> }[],
  ): Promise<void>;
  jobs: {
    send(kind: string, data: object, options?: { startAfter?: Date; singletonKey?: string }): Promise<void>;
  };
  entitlements: Entitlements;
  /** Runs after the commit, never after a rollback; for waking others, not for work that must happen. */
  afterCommit(fn: () => void): void;
  /**
   * Lets the person who made something follow it at once: `opened` is what opening its topic would answer them now.
   * Holds once this is committed, for a moment (opened-topics.ts).
   */
  letFollow(topic: string, opened: unknown): void;
  /** Facts of the request that led here. */
  request: RequestFacts;
  ports: Ports;
}

export interface EventSubject {
  kind: string;
  id: string;
}

export interface RequestFacts {
  id: string;
  address: string | null;
  userAgent: string | null;
}

export interface Entitlements {
  /** @throws billing.not_included when the organization's plan does not include it */
  require(entitlement: string): Promise<void>;
  /** Records use of a meter, and refuses what is over the plan's limit. */
  consume(meter: string, amount: number): Promise<void>;
}

/**
 * The foundation's services that modules may use. Modules add nothing here; assembly fills it once at start.
 * Declared as an interface so that each port stands beside its own code.
 */
export interface Ports {
  bus: import('../bus/bus.ts').Bus;
  streams: import('../streams/streams.ts').Streams;
  secrets: import('../secrets/secrets.ts').Secrets;
  mail: import('../mail/mail.ts').Mail;
  push: import('../push/push.ts').Push;
  llm: import('@promptvault/wire/llm-gateway').LlmGateway;
  /** For addresses that people enter: refuses those the operator does not allow, and any within a transaction. */
  fetch: typeof globalThis.fetch;
  isolate: import('../isolate/isolate.ts').Isolate;
  limits: import('../limits/limits.ts').Limits;
  blobs: import('../blobs/blobs.ts').Blobs;
  subjects: import('../module/subjects.ts').Subjects;
  notices: import('../module/notices.ts').Notices;
  /** All that hear events. */
  listeners: readonly import('../module/define-module.ts').ListenerDeclaration[];
  /** Opens a transaction as a job; for streams, sockets and work that outlives a request. */
  within<T>(scope: WorkScope, fn: (ctx: Ctx) => Promise<T>): Promise<T>;
  /** Lets in the database's answers that have come, between many small things done in one turn (Database.hear). */
  hear(): void;
  clock: Clock;
  newId(): string;
  /** Names this process to the others, on the bus. */
  processId: string;
  log: Log;
  publicUrl: string;
}

/** On whose behalf work outside a request is done. */
export interface WorkScope {
  organizationId: string;
  job: string;
  onBehalfOf: string | null;
}
