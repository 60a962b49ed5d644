import type { SuiteSource, suiteModel } from '@promptvault/contract/studio/suites/shapes';
import type { Settings } from '@promptvault/document';
import type { AssertionResult } from '@promptvault/document/assertions';
import { sql } from 'drizzle-orm';
import {
  bigint,
  boolean,
  doublePrecision,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import type * as z from 'zod';
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
import { caseSet } from '../cases/schema.ts';
import { runPurse } from '../runs/schema.ts';

export type SuiteModel = z.output<typeof suiteModel>;

export interface SuitePlan {
  sources: SuiteSource[];
  models: SuiteModel[];
  settings: Settings[];
  repetitions: number;
  concurrency: number;
  reuse: boolean;
  passRate: number;
  /** What one run may cost; absent in what was written before there was one. */
  budgetMicroDollars?: number | null;
  check: string | null;
}

/** One version on one model with one group of settings. */
export interface Lane extends SuiteModel {
  version: number;
  /** What named the version. */
  from: string;
  connectionName: string;
  settings: Settings;
  /** The same in another run of the suite, whatever the version was then. */
  key: string;
}

/** No key leads to the prompt: it is erased first, and what is kept of it here follows. */
export const suite = pgTable(
  'suite',
  {
    organizationId: organizationId(),
    id: id(),
    promptId: uuid('prompt_id').notNull(),
    caseSetId: uuid('case_set_id').notNull(),
    name: text('name').notNull(),
    nameKey: sortKey('name_key').notNull(),
    plan: jsonb('plan').$type<SuitePlan>().notNull(),
    createdBy: uuid('created_by'),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
    deletedAt: time('deleted_at'),
    revision: revision(),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.id] }),
    uniqueIndex('suite_name').on(t.organizationId, t.promptId, t.nameKey).where(sql`deleted_at is null`),
    foreignKey({
      columns: [t.organizationId, t.caseSetId],
      foreignColumns: [caseSet.organizationId, caseSet.id],
    }),
  ],
);

export const suiteRun = pgTable(
  'suite_run',
  {
    organizationId: organizationId(),
    id: id(),
    suiteId: uuid('suite_id').notNull(),
    caseSetVersion: integer('case_set_version').notNull(),
    plan: jsonb('plan').$type<SuitePlan>().notNull(),
    lanes: jsonb('lanes').$type<Lane[]>().notNull(),
    status: text('status', { enum: ['running', 'finished', 'stopped', 'failed'] }).notNull(),
    isGreen: boolean('is_green').notNull().default(false),
    reason: text('reason'),
    total: integer('total').notNull(),
    passed: integer('passed').notNull().default(0),
    failed: integer('failed').notNull().default(0),
    errors: integer('errors').notNull().default(0),
    reused: integer('reused').notNull().default(0),
    microDollars: bigint('micro_dollars', { mode: 'number' }).notNull().default(0),
    /** Pays for its answers and judges; those of before there were any have none. */
    purseId: uuid('purse_id'),
    /** Stopped because nothing was left of it. */
    isSpent: boolean('is_spent').notNull().default(false),
    /** Connections that are left alone after failures, while it waits for them. */
    waitsFor: jsonb('waits_for').$type<string[]>().notNull().default([]),
    startedBy: uuid('started_by'),
    baselineId: uuid('baseline_id'),
    createdAt: createdAt(),
    endedAt: time('ended_at'),
    processId: uuid('process_id').notNull(),
    heartbeatAt: time('heartbeat_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.id] }),
    index('suite_run_by_suite').on(t.organizationId, t.suiteId, t.id),
    uniqueIndex('suite_run_open').on(t.organizationId, t.suiteId).where(sql`status = 'running'`),
    foreignKey({
      columns: [t.organizationId, t.suiteId],
      foreignColumns: [suite.organizationId, suite.id],
    }),
    foreignKey({
      columns: [t.organizationId, t.purseId],
      foreignColumns: [runPurse.organizationId, runPurse.id],
    }),
  ],
);

/** What was told of two texts; `microDollars` is what it cost, in millionths of a dollar. */
export interface KeptMeaning {
  closeness: number;
  microDollars: number;
}

export const suiteItem = pgTable(
  'suite_item',
  {
    organizationId: organizationId(),
    suiteRunId: uuid('suite_run_id').notNull(),
    position: integer('position').notNull(),
    lane: integer('lane').notNull(),
    /** The state of the case that is run, and the case. */
    caseRowId: uuid('case_row_id').notNull(),
    caseId: uuid('case_id').notNull(),
    caseName: text('case_name').notNull(),
    required: boolean('required').notNull(),
    weight: doublePrecision('weight').notNull(),
    repetition: integer('repetition').notNull(),
    status: text('status', { enum: ['waiting', 'running', 'passed', 'failed', 'error'] }).notNull(),
    score: doublePrecision('score'),
    results: jsonb('results').$type<AssertionResult[]>().notNull(),
    reason: text('reason'),
    excerpt: text('excerpt').notNull(),
    runId: uuid('run_id'),
    /** What was sent to which model with which settings, hashed: an answer to the same may be used again. */
    sentKey: text('sent_key'),
    reused: boolean('reused').notNull(),
    /** Runs of judges by what they were asked, so that a verdict is bought once whatever becomes of the process. */
    judging: jsonb('judging').$type<Record<string, string>>().notNull().default({}),
    /** How alike texts are in meaning, by what was compared: bought once as well, and they have no runs. */
    meanings: jsonb('meanings').$type<Record<string, KeptMeaning>>().notNull().default({}),
    latencyMs: integer('latency_ms'),
    microDollars: bigint('micro_dollars', { mode: 'number' }),
    inputTokens: integer('input_tokens'),
    outputTokens: integer('output_tokens'),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.suiteRunId, t.position] }),
    index('suite_item_by_case').on(t.organizationId, t.suiteRunId, t.caseId, t.lane, t.repetition),
    index('suite_item_by_sent').on(t.organizationId, t.sentKey).where(sql`status in ('passed', 'failed')`),
    foreignKey({
      columns: [t.organizationId, t.suiteRunId],
      foreignColumns: [suiteRun.organizationId, suiteRun.id],
    }),
  ],
);

export const tables: TableClasses = {
  tenant: [suite, suiteRun, suiteItem],
  lookups: [
    {
      signature: 'lost_suite_runs(timestamptz)',
      reads: [suiteRun],
      sql: `create function lost_suite_runs(silent_since timestamptz)
        returns table (organization_id uuid, suite_run_id uuid)
        language sql stable security definer set search_path = public, pg_temp as $$
          select r.organization_id, r.id from suite_run r
          where r.status = 'running' and r.heartbeat_at < silent_since
          order by r.heartbeat_at limit 100
        $$`,
    },
  ],
};
