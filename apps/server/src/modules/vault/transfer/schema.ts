import { index, integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { createdAt, id, organizationId, time } from '../../../foundation/db/columns.ts';
import type { TableClasses } from '../../../foundation/db/table-classes.ts';

export interface StoredImportProblem {
  severity: 'error' | 'warning' | 'info';
  code: string;
  message: string;
  line: number | null;
}

/** One import and what came of it; its prompts carry its id. */
export const importSession = pgTable(
  'import_session',
  {
    organizationId: organizationId(),
    id: id(),
    source: text('source', { enum: ['csv', 'promptfoo'] }).notNull(),
    fileName: text('file_name').notNull(),
    startedBy: uuid('started_by'),
    created: integer('created').notNull(),
    skipped: integer('skipped').notNull(),
    problems: jsonb('problems').$type<StoredImportProblem[]>().notNull(),
    createdAt: createdAt(),
    undoneAt: time('undone_at'),
    removed: integer('removed').notNull().default(0),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.id] }),
    index('import_session_by_time').on(t.organizationId, t.createdAt, t.id),
  ],
);

export const tables: TableClasses = { tenant: [importSession] };
