import { boolean, jsonb, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core';
import {
  createdAt,
  id,
  organizationId,
  revision,
  sortKey,
  time,
  updatedAt,
} from '../../../foundation/db/columns.ts';
import type { TableClasses } from '../../../foundation/db/table-classes.ts';
import type { ModelListing } from '../../../foundation/llm/list-models.ts';

export const modelConnection = pgTable(
  'model_connection',
  {
    organizationId: organizationId(),
    id: id(),
    name: text('name').notNull(),
    nameKey: sortKey('name_key').notNull(),
    provider: text('provider', { enum: ['openai', 'anthropic', 'google', 'openai_compatible'] }).notNull(),
    baseUrl: text('base_url'),
    sealedKey: text('sealed_key'),
    keyEnding: text('key_ending'),
    testOk: boolean('test_ok'),
    testAt: time('test_at'),
    testCode: text('test_code'),
    testMessage: text('test_message'),
    /** What the provider listed at the last test that succeeded. */
    listed: jsonb('listed').$type<ModelListing[]>().notNull(),
    createdBy: uuid('created_by'),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
    revision: revision(),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.id] }),
    unique('model_connection_name').on(t.organizationId, t.nameKey),
  ],
);

export const tables: TableClasses = {
  tenant: [modelConnection],
  lookups: [
    {
      signature: 'organizations_with_older_seals(text)',
      reads: [modelConnection],
      sql: `create function organizations_with_older_seals(newest text) returns setof uuid
        language sql stable security definer set search_path = public, pg_temp as $$
          select distinct organization_id from model_connection
          where sealed_key is not null and split_part(sealed_key, '.', 2) <> newest
        $$`,
    },
  ],
};
