import { pgTable, primaryKey, text, unique } from 'drizzle-orm/pg-core';
import { createdAt, id, organizationId, revision, sortKey } from '../../../foundation/db/columns.ts';
import type { TableClasses } from '../../../foundation/db/table-classes.ts';

/** The vocabulary of tags. What carries a tag is known to the module that owns the thing. */
export const tag = pgTable(
  'tag',
  {
    organizationId: organizationId(),
    id: id(),
    name: text('name').notNull(),
    nameKey: sortKey('name_key').notNull(),
    revision: revision(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.id] }),
    unique('tag_name').on(t.organizationId, t.nameKey),
  ],
);

export const tables: TableClasses = { tenant: [tag] };
