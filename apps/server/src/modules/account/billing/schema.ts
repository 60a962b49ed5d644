import {
  bigint,
  boolean,
  date,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  unique,
} from 'drizzle-orm/pg-core';
import { createdAt, id, organizationId, revision, time, updatedAt } from '../../../foundation/db/columns.ts';
import type { TableClasses } from '../../../foundation/db/table-classes.ts';

/** What an organization used, a row for each use; plans and invoices are counted from it. */
export const meterEntry = pgTable(
  'meter_entry',
  {
    organizationId: organizationId(),
    id: id(),
    meter: text('meter').notNull(),
    amount: bigint('amount', { mode: 'number' }).notNull(),
    at: time('at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.id] }),
    index('meter_entry_by_time').on(t.organizationId, t.meter, t.at),
  ],
);

/** What an organization lets itself spend; null is no limit. Money is in millionths of a US dollar. */
export const budget = pgTable(
  'budget',
  {
    organizationId: organizationId(),
    dayMicroDollars: bigint('day_micro_dollars', { mode: 'number' }),
    monthMicroDollars: bigint('month_micro_dollars', { mode: 'number' }),
    /** Lets models run under a budget that nobody knows the price of; they count as nothing. */
    allowUnpriced: boolean('allow_unpriced').notNull().default(false),
    updatedAt: updatedAt(),
    revision: revision(),
  },
  (t) => [primaryKey({ columns: [t.organizationId] })],
);

/** One row a day and a month: what was spent in it, and what open runs may still cost. */
export const spending = pgTable(
  'spending',
  {
    organizationId: organizationId(),
    period: text('period', { enum: ['day', 'month'] }).notNull(),
    startsOn: date('starts_on', { mode: 'string' }).notNull(),
    spent: bigint('spent', { mode: 'number' }).notNull(),
    reserved: bigint('reserved', { mode: 'number' }).notNull(),
  },
  (t) => [primaryKey({ columns: [t.organizationId, t.period, t.startsOn] })],
);

/** How often an organization lets itself run and upload; null is what the plan allows. */
export const usageLimit = pgTable(
  'usage_limit',
  {
    organizationId: organizationId(),
    id: id(),
    scope: text('scope', { enum: ['organization', 'person', 'connection', 'model'] }).notNull(),
    /** The person, connection or model it is of; empty where it is of the organization, or of each person. */
    subject: text('subject').notNull(),
    runsAnHour: integer('runs_an_hour'),
    runsADay: integer('runs_a_day'),
    runsAtOnce: integer('runs_at_once'),
    uploadsAnHour: integer('uploads_an_hour'),
    uploadsADay: integer('uploads_a_day'),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
    revision: revision(),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.id] }),
    unique('usage_limit_subject').on(t.organizationId, t.scope, t.subject),
  ],
);

export const tables: TableClasses = { tenant: [meterEntry, budget, spending, usageLimit] };
