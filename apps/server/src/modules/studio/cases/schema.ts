import type { Assertion } from '@promptvault/document/assertions';
import { sql } from 'drizzle-orm';
import {
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

/** No key leads to the prompt: it is erased first, and what is kept of it here follows. */
export const caseSet = pgTable(
  'case_set',
  {
    organizationId: organizationId(),
    id: id(),
    promptId: uuid('prompt_id').notNull(),
    name: text('name').notNull(),
    nameKey: sortKey('name_key').notNull(),
    /** Counts changes of the cases. */
    version: integer('version').notNull().default(0),
    /** How many there are now, and the place of the next one. */
    cases: integer('cases').notNull().default(0),
    nextPosition: integer('next_position').notNull().default(0),
    createdBy: uuid('created_by'),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
    deletedAt: time('deleted_at'),
    /** Counts changes of the set itself, such as its name. */
    revision: revision(),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.id] }),
    uniqueIndex('case_set_name').on(t.organizationId, t.promptId, t.nameKey).where(sql`deleted_at is null`),
    index('case_set_by_prompt').on(t.organizationId, t.promptId, t.id),
  ],
);

/** One state of a case: in the set from a version on, and until another. */
export const testCase = pgTable(
  'test_case',
  {
    organizationId: organizationId(),
    id: id(),
    caseSetId: uuid('case_set_id').notNull(),
    caseId: uuid('case_id').notNull(),
    position: integer('position').notNull(),
    fromVersion: integer('from_version').notNull(),
    /** The first version without it; null while it is in the set. */
    untilVersion: integer('until_version'),
    name: text('name').notNull(),
    values: jsonb('values').$type<Record<string, unknown>>().notNull(),
    expected: text('expected'),
    tags: jsonb('tags').$type<string[]>().notNull(),
    assertions: jsonb('assertions').$type<Assertion[]>().notNull(),
    weight: doublePrecision('weight').notNull(),
    required: boolean('required').notNull(),
    passScore: doublePrecision('pass_score'),
    createdAt: createdAt(),
    revision: revision(),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.id] }),
    uniqueIndex('test_case_now').on(t.organizationId, t.caseId).where(sql`until_version is null`),
    index('test_case_in_set').on(t.organizationId, t.caseSetId, t.position),
    foreignKey({
      columns: [t.organizationId, t.caseSetId],
      foreignColumns: [caseSet.organizationId, caseSet.id],
    }),
  ],
);

export const tables: TableClasses = { tenant: [caseSet, testCase] };
