import { bigint, date, index, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { id, organizationId, revision, time, updatedAt } from '../../../foundation/db/columns.ts';
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

export const tables: TableClasses = { tenant: [meterEntry, budget, spending] };
