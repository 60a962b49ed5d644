/**
 * A link is seen and ended by whoever made it, and by who manages sharing; a guest also by whoever may share what they
 * see (`open.ts`). `visible` is the same as SQL.
 */
import { eq, type SQL, sql } from 'drizzle-orm';
import type { AnyPgColumn } from 'drizzle-orm/pg-core';
import { type Insider, personOf } from '../../../foundation/context/actor.ts';

/** A link or a guest. */
interface Made {
  createdBy: string;
}

export function may(actor: Insider, row: Made, permission: string): boolean {
  if (!actor.permissions.has(permission)) return false;
  return actor.permissions.has('share.manage') || personOf(actor) === row.createdBy;
}

/** As a condition on the column that says who made it; undefined where all are seen. */
export type Visible = (createdBy: AnyPgColumn) => SQL | undefined;

export const visible =
  (actor: Insider): Visible =>
  (createdBy) => {
    if (actor.permissions.has('share.manage')) return undefined;
    const person = personOf(actor);
    return person === null ? sql`false` : eq(createdBy, person);
  };

export const all: Visible = () => undefined;
