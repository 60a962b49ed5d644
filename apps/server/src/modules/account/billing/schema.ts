import { bigint, index, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { id, organizationId, time } from '../../../foundation/db/columns.ts';
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

export const tables: TableClasses = { tenant: [meterEntry] };
