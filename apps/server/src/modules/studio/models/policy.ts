/**
 * A connection belongs to the organization, or to one person in it. `may` judges one row, `visible` is the same
 * sight as SQL for lists.
 *
 * - A personal connection is seen, used and changed by its owner alone, who needs no more than model.use.
 * - One of the organization follows the permissions as they are.
 */
import { eq, isNull, or, type SQL } from 'drizzle-orm';
import { type Insider, personOf } from '../../../foundation/context/actor.ts';
import { modelConnection } from './schema.ts';

export interface ConnectionFacts {
  ownerId: string | null;
}

const isOwn = (actor: Insider, { ownerId }: ConnectionFacts): boolean =>
  ownerId !== null && ownerId === personOf(actor);

/** Whether the actor sees this connection at all. */
export const sees = (actor: Insider, row: ConnectionFacts): boolean =>
  row.ownerId === null || isOwn(actor, row);

export const may = (actor: Insider, row: ConnectionFacts, permission: string): boolean =>
  sees(actor, row) &&
  (actor.permissions.has(permission) ||
    (isOwn(actor, row) && permission === 'model.manage' && actor.permissions.has('model.use')));

/** The rows of `model_connection` that the actor sees. */
export function visible(actor: Insider): SQL | undefined {
  const person = personOf(actor);
  const shared = isNull(modelConnection.ownerId);
  return person === null ? shared : or(shared, eq(modelConnection.ownerId, person));
}
