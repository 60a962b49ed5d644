import type { optimisationEnds } from '@promptvault/contract/studio/optimiser/shapes';
import type { PromptDocument, Settings } from '@promptvault/document';
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
import { createdAt, id, organizationId, time } from '../../../foundation/db/columns.ts';
import type { TableClasses } from '../../../foundation/db/table-classes.ts';
import { runPurse } from '../runs/schema.ts';
import type { KeptMeaning, SuiteModel } from '../suites/schema.ts';

/** One model with one group of settings. */
export interface OptimiserLane extends SuiteModel {
  settings: Settings;
}

export interface OptimiserPlan {
  model: SuiteModel;
  lanes: OptimiserLane[];
  repetitions: number;
  candidates: number;
  rounds: number;
  heldOut: number;
  /** Null where a suite says what is asked. */
  generate: { count: number; about: string } | null;
  rubric: string | null;
}

/** No key leads to the prompt: it is erased first, and what is kept of it here follows. */
export const optimisation = pgTable(
  'optimisation',
  {
    organizationId: organizationId(),
    id: id(),
    promptId: uuid('prompt_id').notNull(),
    branch: text('branch').notNull(),
    version: integer('version').notNull(),
    suiteId: uuid('suite_id'),
    plan: jsonb('plan').$type<OptimiserPlan>().notNull(),
    /** What the scores rest on, in words. */
    evidence: text('evidence').notNull(),
    status: text('status', { enum: ['running', 'finished', 'stopped', 'failed'] }).notNull(),
    end: text('end_kind').$type<(typeof optimisationEnds)[number]>(),
    reason: text('reason'),
    round: integer('round').notNull().default(0),
    purseId: uuid('purse_id').notNull(),
    adopted: jsonb('adopted').$type<{ candidate: number; branch: string; reviewId: string }>(),
    startedBy: uuid('started_by'),
    createdAt: createdAt(),
    endedAt: time('ended_at'),
    processId: uuid('process_id').notNull(),
    heartbeatAt: time('heartbeat_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.id] }),
    index('optimisation_by_prompt').on(t.organizationId, t.promptId, t.id),
    uniqueIndex('optimisation_open').on(t.organizationId, t.promptId).where(sql`status = 'running'`),
    foreignKey({
      columns: [t.organizationId, t.purseId],
      foreignColumns: [runPurse.organizationId, runPurse.id],
    }),
  ],
);

export const optimisationCandidate = pgTable(
  'optimisation_candidate',
  {
    organizationId: organizationId(),
    id: id(),
    optimisationId: uuid('optimisation_id').notNull(),
    number: integer('number').notNull(),
    round: integer('round').notNull(),
    idea: text('idea').notNull(),
    document: jsonb('document').$type<PromptDocument>(),
    discarded: text('discarded'),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.id] }),
    uniqueIndex('optimisation_candidate_number').on(t.organizationId, t.optimisationId, t.number),
    foreignKey({
      columns: [t.organizationId, t.optimisationId],
      foreignColumns: [optimisation.organizationId, optimisation.id],
    }),
  ],
);

export const optimisationItem = pgTable(
  'optimisation_item',
  {
    organizationId: organizationId(),
    candidateId: uuid('candidate_id').notNull(),
    optimisationId: uuid('optimisation_id').notNull(),
    position: integer('position').notNull(),
    caseRowId: uuid('case_row_id').notNull(),
    caseId: uuid('case_id').notNull(),
    caseName: text('case_name').notNull(),
    isHeldOut: boolean('is_held_out').notNull(),
    lane: integer('lane').notNull(),
    repetition: integer('repetition').notNull(),
    weight: doublePrecision('weight').notNull(),
    status: text('status', { enum: ['waiting', 'running', 'passed', 'failed', 'error'] }).notNull(),
    score: doublePrecision('score'),
    results: jsonb('results').$type<AssertionResult[]>().notNull(),
    reason: text('reason'),
    excerpt: text('excerpt').notNull(),
    runId: uuid('run_id'),
    /** Runs of judges by what they were asked, and meanings by what was compared: each is bought once. */
    judging: jsonb('judging').$type<Record<string, string>>().notNull().default({}),
    meanings: jsonb('meanings').$type<Record<string, KeptMeaning>>().notNull().default({}),
    /** Of the answer, without judges: candidates are compared by it. */
    microDollars: bigint('micro_dollars', { mode: 'number' }),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.candidateId, t.position] }),
    index('optimisation_item_waiting')
      .on(t.organizationId, t.optimisationId)
      .where(sql`status in ('waiting', 'running')`),
    foreignKey({
      columns: [t.organizationId, t.candidateId],
      foreignColumns: [optimisationCandidate.organizationId, optimisationCandidate.id],
    }),
  ],
);

export const optimisationStep = pgTable(
  'optimisation_step',
  {
    organizationId: organizationId(),
    optimisationId: uuid('optimisation_id').notNull(),
    round: integer('round').notNull(),
    kind: text('kind', { enum: ['cases', 'critique', 'rewrite'] }).notNull(),
    runId: uuid('run_id').notNull(),
    isDone: boolean('is_done').notNull().default(false),
    /** What it came to, where people read it. */
    told: text('told').notNull().default(''),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.optimisationId, t.round, t.kind] }),
    foreignKey({
      columns: [t.organizationId, t.optimisationId],
      foreignColumns: [optimisation.organizationId, optimisation.id],
    }),
  ],
);

export const tables: TableClasses = {
  tenant: [optimisation, optimisationCandidate, optimisationItem, optimisationStep],
  lookups: [
    {
      signature: 'lost_optimisations(timestamptz)',
      reads: [optimisation],
      sql: `create function lost_optimisations(silent_since timestamptz)
        returns table (organization_id uuid, optimisation_id uuid)
        language sql stable security definer set search_path = public, pg_temp as $$
          select o.organization_id, o.id from optimisation o
          where o.status = 'running' and o.heartbeat_at < silent_since
          order by o.heartbeat_at limit 100
        $$`,
    },
  ],
};
