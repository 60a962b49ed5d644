/** Whose runs a list may hold. Marks, folders and kept searches are a person's own and need no more than reading runs. */
import { type Insider, personOf } from '../../../foundation/context/actor.ts';

/** The author a list is held to: a person, `everybody`, or `nobody` where there is nothing to see. */
export type Sight = { author: string } | 'everybody' | 'nobody';

/** `author` asks for those of everybody, as far as the actor sees them; `authorId` for those of one person. */
export function sightOf(actor: Insider, author: 'me' | 'all', authorId: string | undefined): Sight {
  const self = personOf(actor);
  if (author === 'all' && actor.permissions.has('run.read-any'))
    return authorId === undefined ? 'everybody' : { author: authorId };
  return self === null || (authorId !== undefined && authorId !== self) ? 'nobody' : { author: self };
}

/** The person whose marks an actor reads and writes: their own, and nobody's through a link or a job. */
export const markerOf = (actor: Insider): string | null => (actor.kind === 'person' ? actor.userId : null);

export interface JudgementFacts {
  id: string;
  authorId: string | null;
  shared: boolean;
}

const holds = (actor: Insider, { id }: JudgementFacts, permission: string, now: Date): boolean =>
  actor.grants.some(
    ({ subject, permissions, until }) =>
      subject.kind === 'judgement' &&
      subject.id === id &&
      permissions.includes(permission) &&
      (!until || until > now),
  );

/** A judgement is its author's; shared, everybody reads it who may read runs; by a link, who holds it. */
export function maySee(actor: Insider, row: JudgementFacts, now: Date): boolean {
  if (holds(actor, row, 'run.read', now)) return true;
  return actor.permissions.has('run.read') && (row.shared || isAuthor(actor, row));
}

/** Only its author changes a judgement, shows it to others, or deletes it. */
export const isAuthor = (actor: Insider, { authorId }: JudgementFacts): boolean =>
  authorId !== null && markerOf(actor) === authorId;
