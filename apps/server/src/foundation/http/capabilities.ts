/** What the HTTP layer needs from modules, without knowing them: assembly joins these from the manifests. */
import type { Actor, Insider } from '../context/actor.ts';
import type { Ctx, Entitlements } from '../context/ctx.ts';
import type { EventDeclaration } from '../context/define-event.ts';
import type { Tx } from '../db/database.ts';

/** Who a request says it is, proven by an authenticator. */
export interface Credential {
  kind: 'session';
  userId: string;
  sessionId: string;
  /** The organization the session last worked in. */
  organizationId: string | null;
  /** A cookie rides along on requests other sites make: such calls must show a trusted origin. */
  ambient: boolean;
}

export interface Capabilities {
  /** The actor of this credential in the organization, or undefined when there is no such membership. */
  enter(tx: Tx, credential: Credential, organizationId: string): Promise<Insider | undefined>;
  /** The actor for work outside a request. */
  enterAsJob(tx: Tx, scope: { organizationId: string; job: string; onBehalfOf: string | null }): Promise<Insider>;
  appendEvent(
    ctx: Ctx<Actor>,
    event: EventDeclaration,
    subject: { kind: string; id: string },
    payload: unknown,
  ): Promise<void>;
  entitlements(ctx: Pick<Ctx, 'tx' | 'organizationId'>): Entitlements;
  /** Claims a key for this actor and call; tells what was answered when it was used before. */
  claimIdempotencyKey(
    ctx: Ctx<Actor>,
    key: string,
    requestHash: string,
  ): Promise<{ answered: { status: number; body: unknown } } | { conflict: true } | { claimed: true }>;
  storeIdempotentAnswer(ctx: Ctx<Actor>, key: string, answer: { status: number; body: unknown }): Promise<void>;
}
