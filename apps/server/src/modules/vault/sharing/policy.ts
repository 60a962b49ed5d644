/** A link is seen and ended by whoever made it, and by who manages sharing. `visible` is the same as SQL. */
import { eq, type SQL, sql } from 'drizzle-orm';
import { type Insider, personOf } from '../../../foundation/context/actor.ts';
import type { ShareLinkRow } from './repository.ts';
import { shareLink } from './schema.ts';

export function may(actor: Insider, row: Pick<ShareLinkRow, 'createdBy'>, permission: string): boolean {
  if (!actor.permissions.has(permission)) return false;
  return actor.permissions.has('share.manage') || personOf(actor) === row.createdBy;
}

export function visible(actor: Insider): SQL | undefined {
  if (actor.permissions.has('share.manage')) return undefined;
  const person = personOf(actor);
  return person === null ? sql`false` : eq(shareLink.createdBy, person);
}
