import { jsonb, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core';
import { createdAt, id, organizationId, revision, time, updatedAt } from '../../../foundation/db/columns.ts';
import type { TableClasses } from '../../../foundation/db/table-classes.ts';

export const secret = pgTable(
  'secret',
  {
    organizationId: organizationId(),
    id: id(),
    /** Of a form that sorts everywhere alike. */
    name: text('name').notNull(),
    sealedValue: text('sealed_value').notNull(),
    origins: jsonb('origins').$type<string[]>().notNull(),
    createdBy: uuid('created_by'),
    replacedAt: time('replaced_at').notNull(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
    revision: revision(),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.id] }),
    unique('secret_name').on(t.organizationId, t.name),
  ],
);

export const tables: TableClasses = {
  tenant: [secret],
  lookups: [
    {
      signature: 'organizations_with_older_secrets(text)',
      reads: [secret],
      sql: `create function organizations_with_older_secrets(newest text) returns setof uuid
        language sql stable security definer set search_path = public, pg_temp as $$
          select distinct organization_id from secret where split_part(sealed_value, '.', 2) <> newest
        $$`,
    },
  ],
};
