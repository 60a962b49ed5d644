import type {
  createExperimentBody,
  ExperimentReportView,
  endReasons,
} from '@promptvault/contract/studio/experiments/shapes';
import { sql } from 'drizzle-orm';
import {
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
import { createdAt, id, organizationId, revision, time, updatedAt } from '../../../foundation/db/columns.ts';
import type { TableClasses } from '../../../foundation/db/table-classes.ts';

/** What is to be found out, and how. */
export type ExperimentPlan = Omit<
  z.output<typeof createExperimentBody>,
  'promptId' | 'label' | 'name' | 'hypothesis' | 'endsAt'
>;

export interface ExperimentEnd {
  reason: (typeof endReasons)[number];
  by: string | null;
  metric: string | null;
  variant: string | null;
  note: string;
}

/** No key leads to the prompt: it is erased first, and what is kept of it here follows. */
export const experiment = pgTable(
  'experiment',
  {
    organizationId: organizationId(),
    id: id(),
    promptId: uuid('prompt_id').notNull(),
    label: text('label').notNull(),
    name: text('name').notNull(),
    hypothesis: text('hypothesis').notNull(),
    plan: jsonb('plan').$type<ExperimentPlan>().notNull(),
    endsAt: time('ends_at'),
    status: text('status', { enum: ['draft', 'running', 'paused', 'stopped', 'concluded'] }).notNull(),
    salt: text('salt').notNull(),
    epoch: integer('epoch').notNull().default(1),
    /** Which bucket belongs to which variant, from the first start on. */
    spans: jsonb('spans').$type<{ from: number; variant: number }[]>().notNull(),
    approvals: jsonb('approvals').$type<string[]>().notNull(),
    end: jsonb('end').$type<ExperimentEnd>(),
    /** What came of it, once its subjects are forgotten. */
    result: jsonb('result').$type<ExperimentReportView>(),
    createdBy: uuid('created_by'),
    changedBy: uuid('changed_by'),
    startedBy: uuid('started_by'),
    startedAt: time('started_at'),
    endedAt: time('ended_at'),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
    deletedAt: time('deleted_at'),
    revision: revision(),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.id] }),
    index('experiment_of').on(t.organizationId, t.promptId, t.id),
    uniqueIndex('experiment_on_label')
      .on(t.organizationId, t.promptId, t.label)
      .where(sql`status in ('running', 'paused') and deleted_at is null`),
  ],
);

/** All outcomes of one metric of one subject, added up. */
export const experimentValue = pgTable(
  'experiment_value',
  {
    organizationId: organizationId(),
    experimentId: uuid('experiment_id').notNull(),
    metric: text('metric').notNull(),
    subject: text('subject').notNull(),
    outcomes: integer('outcomes').notNull(),
    sum: doublePrecision('sum').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.experimentId, t.metric, t.subject] }),
    foreignKey({
      columns: [t.organizationId, t.experimentId],
      foreignColumns: [experiment.organizationId, experiment.id],
    }),
  ],
);

/** Which outcomes were counted: their keys and nothing else. */
export const experimentOutcome = pgTable(
  'experiment_outcome',
  {
    organizationId: organizationId(),
    experimentId: uuid('experiment_id').notNull(),
    key: text('key').notNull(),
    at: time('at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.experimentId, t.key] }),
    foreignKey({
      columns: [t.organizationId, t.experimentId],
      foreignColumns: [experiment.organizationId, experiment.id],
    }),
  ],
);

export interface Reading {
  estimate: number;
  low: number;
  high: number;
}

/** What the report said at moments that lie ever further apart, for its picture over time. */
export const experimentLook = pgTable(
  'experiment_look',
  {
    organizationId: organizationId(),
    experimentId: uuid('experiment_id').notNull(),
    epoch: integer('epoch').notNull(),
    subjects: integer('subjects').notNull(),
    at: time('at').notNull(),
    readings: jsonb('readings').$type<(Reading | null)[]>().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.experimentId, t.epoch, t.subjects] }),
    foreignKey({
      columns: [t.organizationId, t.experimentId],
      foreignColumns: [experiment.organizationId, experiment.id],
    }),
  ],
);

export const tables: TableClasses = {
  tenant: [experiment, experimentValue, experimentOutcome, experimentLook],
  lookups: [
    {
      signature: 'experiments_to_tend(timestamptz)',
      reads: [experiment],
      sql: `create function experiments_to_tend(ended_before timestamptz)
        returns table (organization_id uuid, experiment_id uuid)
        language sql stable security definer set search_path = public, pg_temp as $$
          select e.organization_id, e.id from experiment e
          where e.deleted_at is null
            and (e.status in ('running', 'paused') or (e.ended_at < ended_before and e.result is null))
          order by e.id limit 1000
        $$`,
    },
  ],
};
