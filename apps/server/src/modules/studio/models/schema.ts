import type { ModelListing } from '@promptvault/wire/read-listing';
import {
  bigint,
  boolean,
  date,
  foreignKey,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from 'drizzle-orm/pg-core';
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

export const modelConnection = pgTable(
  'model_connection',
  {
    organizationId: organizationId(),
    id: id(),
    name: text('name').notNull(),
    nameKey: sortKey('name_key').notNull(),
    provider: text('provider', { enum: ['openai', 'anthropic', 'google', 'openai_compatible'] }).notNull(),
    baseUrl: text('base_url'),
    api: text('api', { enum: ['chat', 'responses'] })
      .notNull()
      .default('chat'),
    /** Whose alone it is; null for one of the organization. */
    ownerId: uuid('owner_id'),
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
    unique('model_connection_name').on(t.organizationId, t.ownerId, t.nameKey).nullsNotDistinct(),
  ],
);

/** What an organization says of a model in place of the catalogue; null leaves it to that. */
export const modelFacts = pgTable(
  'model_facts',
  {
    organizationId: organizationId(),
    id: id(),
    connectionId: uuid('connection_id').notNull(),
    model: text('model').notNull(),
    contextWindow: integer('context_window'),
    maxOutputTokens: integer('max_output_tokens'),
    vision: boolean('vision'),
    pdf: boolean('pdf'),
    tools: boolean('tools'),
    schema: boolean('schema'),
    reasoning: boolean('reasoning'),
    /** Millionths of a dollar for a million tokens. */
    inputMicroDollars: bigint('input_micro_dollars', { mode: 'number' }),
    outputMicroDollars: bigint('output_micro_dollars', { mode: 'number' }),
    cachedInputMicroDollars: bigint('cached_input_micro_dollars', { mode: 'number' }),
    retiresOn: date('retires_on', { mode: 'string' }),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
    revision: revision(),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.id] }),
    unique('model_facts_model').on(t.organizationId, t.connectionId, t.model),
    foreignKey({
      columns: [t.organizationId, t.connectionId],
      foreignColumns: [modelConnection.organizationId, modelConnection.id],
      name: 'model_facts_connection',
    }),
  ],
);

export interface ChainStep {
  connectionId: string | null;
  model: string;
}

/** Models in an order. A connection is named without a key: one that is deleted leaves a gap that is shown. */
export const modelChain = pgTable(
  'model_chain',
  {
    organizationId: organizationId(),
    id: id(),
    name: text('name').notNull(),
    nameKey: sortKey('name_key').notNull(),
    steps: jsonb('steps').$type<ChainStep[]>().notNull(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
    revision: revision(),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.id] }),
    unique('model_chain_name').on(t.organizationId, t.nameKey),
  ],
);

export const tables: TableClasses = {
  tenant: [modelConnection, modelFacts, modelChain],
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
