/**
 * A run is seen by its author, and by whoever may read any. `may` judges one row, `visible` is the same sight
 * as SQL for lists; a property test holds them to each other.
 */
import { eq, type SQL, sql } from 'drizzle-orm';
import { type Insider, personOf } from '../../../foundation/context/actor.ts';
import { run } from './schema.ts';

export interface RunFacts {
  authorId: string | null;
}

const isAuthor = (actor: Insider, row: RunFacts): boolean => {
  const person = personOf(actor);
  return person !== null && row.authorId === person;
};

/** Whether the actor sees this run at all. */
export function sees(actor: Insider, row: RunFacts): boolean {
  if (!actor.permissions.has('run.read')) return false;
  return actor.permissions.has('run.read-any') || isAuthor(actor, row);
}

/** Whether the actor may do this with the run. Nothing is possible with a run one does not see. */
export const may = (actor: Insider, row: RunFacts, permission: string): boolean =>
  sees(actor, row) && actor.permissions.has(permission);

/** The rows of `run` that the actor sees. */
export function visible(actor: Insider): SQL | undefined {
  if (!actor.permissions.has('run.read')) return sql`false`;
  return actor.permissions.has('run.read-any') ? undefined : own(actor);
}

/** The rows of `run` that are the actor's own. */
export function own(actor: Insider): SQL {
  const person = personOf(actor);
  return person === null ? sql`false` : eq(run.authorId, person);
}
