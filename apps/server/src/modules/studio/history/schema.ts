import { runOrigins } from '@promptvault/contract/studio/runs/kinds';
import {
  bigint,
  boolean,
  customType,
  index,
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
import { runFresh } from '../runs/schema.ts';
import { foundRunsSql } from './operations/found-runs-sql.ts';

const words = customType<{ data: string; driverData: string }>({ dataType: () => 'tsvector' });

/**
 * What a run that is over is found by, written after its end so that nothing waits for it. `terms` holds the words
 * of title, prompt and answer, and beside them what lists are narrowed to, each as one word of a form that no text
 * has (`=m:gpt-4o`): so one index answers any of them together.
 */
export const runIndex = pgTable(
  'run_index',
  {
    organizationId: organizationId(),
    runId: uuid('run_id').notNull(),
    authorId: uuid('author_id'),
    origin: text('origin', { enum: runOrigins }).notNull().default('direct'),
    /** −1 where it is not known. */
    costMicroDollars: bigint('cost_micro_dollars', { mode: 'number' }).notNull(),
    durationMs: integer('duration_ms').notNull(),
    terms: words('terms').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.runId] }),
    // Each begins with the origin: a list of all asks for the first of each, and takes the first of those.
    index('run_index_by_time').on(t.organizationId, t.origin, t.runId),
    index('run_index_by_author').on(t.organizationId, t.origin, t.authorId, t.runId),
    index('run_index_by_cost').on(t.organizationId, t.origin, t.costMicroDollars, t.runId),
    index('run_index_by_duration').on(t.organizationId, t.origin, t.durationMs, t.runId),
    index('run_index_by_author_cost').on(t.organizationId, t.origin, t.authorId, t.costMicroDollars, t.runId),
    index('run_index_by_author_duration').on(t.organizationId, t.origin, t.authorId, t.durationMs, t.runId),
    // The terms stand first: what they share is then looked up among the organization's runs, and not each rare one.
    // Its list is small, so that what waits in it is soon read and soon sorted in.
    index('run_index_terms').using('gin', t.terms, t.organizationId).with({ gin_pending_list_limit: 256 }),
  ],
);

/** Stretches of an organization's runs by time, each of some 512: a search looks at the nearest first. */
export const runSlab = pgTable(
  'run_slab',
  {
    organizationId: organizationId(),
    number: integer('number').notNull(),
    /** It holds the runs after this one, up to where the next begins; so one begun never takes what was before. */
    afterRunId: uuid('after_run_id').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.number] }),
    unique('run_slab_after').on(t.organizationId, t.afterRunId),
  ],
);

/** A folder of one person's runs. */
export const runFolder = pgTable(
  'run_folder',
  {
    organizationId: organizationId(),
    id: id(),
    userId: uuid('user_id').notNull(),
    name: text('name').notNull(),
    nameKey: sortKey('name_key').notNull(),
    createdAt: createdAt(),
    revision: revision(),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.id] }),
    unique('run_folder_name').on(t.organizationId, t.userId, t.nameKey),
  ],
);

/** What one person put on a run. It is theirs alone; a row that says nothing is deleted. */
export const runMark = pgTable(
  'run_mark',
  {
    organizationId: organizationId(),
    userId: uuid('user_id').notNull(),
    runId: uuid('run_id').notNull(),
    bookmarkedAt: time('bookmarked_at'),
    folderId: uuid('folder_id'),
    tags: text('tags').array().notNull().default([]),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.userId, t.runId] }),
    index('run_mark_by_run').on(t.organizationId, t.runId),
    index('run_mark_by_folder').on(t.organizationId, t.folderId),
  ],
);

/** A search one person keeps: the address of the list, without the page. */
export const runQuery = pgTable(
  'run_query',
  {
    organizationId: organizationId(),
    id: id(),
    userId: uuid('user_id').notNull(),
    name: text('name').notNull(),
    nameKey: sortKey('name_key').notNull(),
    address: text('address').notNull(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
    revision: revision(),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.id] }),
    unique('run_query_name').on(t.organizationId, t.userId, t.nameKey),
  ],
);

/** Runs held against each other. What is written of them is the author's alone; shared, everybody reads it. */
export const judgement = pgTable(
  'run_judgement',
  {
    organizationId: organizationId(),
    id: id(),
    authorId: uuid('author_id'),
    title: text('title').notNull(),
    runIds: uuid('run_ids').array().notNull(),
    baseRunId: uuid('base_run_id').notNull(),
    verdict: text('verdict', { enum: ['open', 'winner', 'tie'] }).notNull(),
    winnerIds: uuid('winner_ids').array().notNull(),
    notes: text('notes').notNull(),
    runNotes: jsonb('run_notes').$type<Record<string, string>>().notNull(),
    shared: boolean('shared').notNull(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
    revision: revision(),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.id] }),
    index('run_judgement_by_author').on(t.organizationId, t.authorId, t.id),
    index('run_judgement_runs').using('gin', t.runIds),
  ],
);

/** How long an organization keeps runs; without a row, for good. */
export const runRetention = pgTable(
  'run_retention',
  {
    organizationId: organizationId(),
    days: integer('days'),
    updatedAt: updatedAt(),
    revision: revision(),
  },
  (t) => [primaryKey({ columns: [t.organizationId] })],
);

export const tables: TableClasses = {
  tenant: [runIndex, runSlab, runFolder, runMark, runQuery, judgement, runRetention],
  lookups: [
    { signature: 'found_runs(jsonb)', reads: [runIndex, runSlab, runMark], sql: foundRunsSql },
    {
      signature: 'organizations_with_run_retention()',
      reads: [runRetention],
      sql: `create function organizations_with_run_retention() returns table (organization_id uuid)
        language sql stable security definer set search_path = public, pg_temp as $$
          select r.organization_id from run_retention r where r.days is not null
        $$`,
    },
    {
      signature: 'organizations_with_fresh_runs()',
      reads: [runFresh],
      sql: `create function organizations_with_fresh_runs() returns table (organization_id uuid)
        language sql stable security definer set search_path = public, pg_temp as $$
          select distinct f.organization_id from run_fresh f
        $$`,
    },
  ],
};
