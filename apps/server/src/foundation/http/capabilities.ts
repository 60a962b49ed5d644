/** What the HTTP layer needs from modules, without knowing them: assembly joins these from the manifests. */
import type { Actor, Insider } from '../context/actor.ts';
import type { Ctx, Entitlements } from '../context/ctx.ts';
import type { EventDeclaration } from '../context/define-event.ts';
import type { Tx } from '../db/database.ts';
import type { ListenerDeclaration, RecordedEvent } from '../module/define-module.ts';
import type { Lobby } from './serve.ts';

/** Who a request says it is, proven by an authenticator. */
export interface Credential {
  kind: 'session';
  userId: string;
  sessionId: string;
  /** A cookie rides along on requests other sites make: such calls must show a trusted origin. */
  ambient: boolean;
  /** Cookies the authenticator wants renewed with the answer. */
  headers?: Headers;
}

export interface Capabilities {
  /** The organization of a caller that names none: the last one entered, else the personal one. */
  homeOrganization(tx: Tx, userId: string): Promise<string | undefined>;
  /** The personal organization of the person whom the transaction is opened for. */
  ownOrganization(tx: Tx): Promise<string | undefined>;
  /** Called at each sign-up and sign-in: makes what is missing, and accepts the invitation when one is given. */
  welcome(
    lobby: Lobby<Actor>,
    person: { userId: string; name: string; invitation: string | null },
  ): Promise<void>;
  /** Whether an invitation token may still be used. */
  isInvited(lobby: Lobby<Actor>, token: string): Promise<boolean>;
  /** The actor of this credential in the organization, or undefined when there is no such membership. */
  enter(tx: Tx, credential: Credential, organizationId: string): Promise<Insider | undefined>;
  /** The actor for work outside a request. */
  enterAsJob(
    tx: Tx,
    scope: { organizationId: string; job: string; onBehalfOf: string | null },
  ): Promise<Insider>;
  appendEvents(
    ctx: Ctx<Actor>,
    event: EventDeclaration,
    all: readonly { subject: { kind: string; id: string }; payload: unknown }[],
  ): Promise<RecordedEvent[]>;
  /** Gives a listener its next events of the organization, at most so many, and tells what may still come. */
  deliverEvents(ctx: Ctx, listener: ListenerDeclaration, most: number): Promise<'more' | 'hidden' | 'done'>;
  /** Lets a listener pass its next event, at which it failed; undefined where it is past it already. */
  setEventAside(
    ctx: Ctx,
    listener: ListenerDeclaration,
    failure: { error: unknown; tries: number },
  ): Promise<RecordedEvent | undefined>;
  /** Moves the cursors of the listeners for whom nothing waits past what is there. */
  passEvents(ctx: Ctx, listeners: readonly ListenerDeclaration[]): Promise<void>;
  /** Organizations whose log goes on after the listener's cursor. */
  organizationsBehind(tx: Tx, listener: string): Promise<string[]>;
  entitlements(ctx: Pick<Ctx, 'tx' | 'organizationId' | 'newId' | 'clock'>): Entitlements;
  /** Claims a key for this actor and call; tells what was answered when it was used before. */
  claimIdempotencyKey(
    ctx: Ctx<Actor>,
    key: string,
    requestHash: string,
  ): Promise<{ answered: { status: number; body: unknown } } | { conflict: true } | { claimed: true }>;
  /** Frees a key whose call failed: it may be used again. */
  giveUpIdempotencyKey(ctx: Ctx<Actor>, key: string): Promise<void>;
  storeIdempotentAnswer(
    ctx: Ctx<Actor>,
    key: string,
    answer: { status: number; body: unknown },
  ): Promise<void>;
}
