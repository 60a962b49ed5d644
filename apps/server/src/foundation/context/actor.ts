/**
 * Who acts. Resolved once a request, inside its own transaction, so that a removed member or a changed role
 * counts from the next request on.
 */
export interface Grant {
  subject: { kind: string; id: string };
  permissions: readonly string[];
  until: Date | null;
}

interface Powers {
  organizationId: string;
  permissions: ReadonlySet<string>;
  grants: readonly Grant[];
}

export interface NobodyActor {
  kind: 'nobody';
}

/** A signed-in person who has not (or not yet) entered an organization. */
export interface SignedInActor {
  kind: 'signed_in';
  userId: string;
  sessionId: string;
}

export interface PersonActor extends Powers {
  kind: 'person';
  userId: string;
  sessionId: string;
  memberId: string;
  role: string;
}

/** A person who is no member: no more than the permissions of guests, and grants on single things. */
export interface GuestActor extends Powers {
  kind: 'guest';
  userId: string;
  sessionId: string;
}

/** Work that goes on after the request that asked for it. */
export interface JobActor extends Powers {
  kind: 'job';
  job: string;
  onBehalfOf: string | null;
}

/** Whoever holds a share link: no permissions, only grants on the one thing it leads to. */
export interface LinkActor extends Powers {
  kind: 'link';
  linkId: string;
  /** Somebody with an account who speaks through the link; not a person of this organization. */
  visitor: { userId: string; name: string } | null;
}

export type Actor = NobodyActor | SignedInActor | PersonActor | GuestActor | JobActor | LinkActor;
/** An actor inside an organization. */
export type Insider = PersonActor | GuestActor | JobActor | LinkActor;

/** The person behind an actor, if there is one. */
export function personOf(actor: Actor): string | null {
  switch (actor.kind) {
    case 'person':
    case 'guest':
    case 'signed_in':
      return actor.userId;
    case 'job':
      return actor.onBehalfOf;
    case 'link':
    case 'nobody':
      return null;
  }
}

/** How whoever speaks through a link is named; with no person, all who do. */
export const visitorName = (linkId: string, userId = ''): string => `visitor:${linkId}:${userId}`;

/** Whether this is the name of somebody who is no member. */
export const isOutsideName = (actor: string): boolean => /^(?:guest|visitor):/.test(actor);

/** How an actor is named in logs, limits and the event log. */
export function actorName(actor: Actor): string {
  switch (actor.kind) {
    case 'person':
    case 'signed_in':
      return `person:${actor.userId}`;
    case 'guest':
      return `guest:${actor.userId}`;
    case 'job':
      return `job:${actor.job}`;
    case 'link':
      return actor.visitor ? visitorName(actor.linkId, actor.visitor.userId) : `link:${actor.linkId}`;
    case 'nobody':
      return 'nobody';
  }
}
