/**
 * A run is seen by its author, by whoever may read any, and by who holds a grant on it or its comparison. `may` judges one row, `visible` is the same sight
 * as SQL for lists; a property test holds them to each other.
 */
import { eq, or, type SQL, sql } from 'drizzle-orm';
import { type Insider, personOf } from '../../../foundation/context/actor.ts';
import { run } from './schema.ts';

export interface RunFacts {
  id: string;
  comparisonId: string;
  authorId: string | null;
}

const about = { run: 'id', comparison: 'comparisonId' } as const;

/** Whether the actor holds a grant on this run, or on the comparison it is in. */
const holds = (actor: Insider, row: RunFacts, permission: string, now: Date): boolean =>
  grantsOf(actor, permission, now).some(({ kind, id }) => row[about[kind]] === id);

function grantsOf(actor: Insider, permission: string, now: Date): { kind: keyof typeof about; id: string }[] {
  return actor.grants.flatMap(({ subject: { kind, id }, permissions, until }) =>
    (kind === 'run' || kind === 'comparison') && permissions.includes(permission) && (!until || until > now)
      ? [{ kind, id }]
      : [],
  );
}

const isAuthor = (actor: Insider, row: RunFacts): boolean => {
  const person = personOf(actor);
  return person !== null && row.authorId === person;
};

/** Whether the actor sees this run at all. */
export function sees(actor: Insider, row: RunFacts, now: Date): boolean {
  if (holds(actor, row, 'run.read', now)) return true;
  if (!actor.permissions.has('run.read')) return false;
  return actor.permissions.has('run.read-any') || isAuthor(actor, row);
}

/** Whether the actor may do this with the run. Nothing is possible with a run one does not see. */
export const may = (actor: Insider, row: RunFacts, permission: string, now: Date): boolean =>
  sees(actor, row, now) && (actor.permissions.has(permission) || holds(actor, row, permission, now));

/** The rows of `run` that the actor sees. */
export function visible(actor: Insider, now: Date): SQL | undefined {
  const granted = grantsOf(actor, 'run.read', now).map(({ kind, id }) =>
    eq(kind === 'run' ? run.id : run.comparisonId, id),
  );
  if (!actor.permissions.has('run.read')) return or(...granted) ?? sql`false`;
  return actor.permissions.has('run.read-any') ? undefined : or(own(actor), ...granted);
}

/** The rows of `run` that are the actor's own. */
export function own(actor: Insider): SQL {
  const person = personOf(actor);
  return person === null ? sql`false` : eq(run.authorId, person);
}
