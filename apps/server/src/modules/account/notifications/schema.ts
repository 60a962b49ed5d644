import { index, jsonb, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core';
import { createdAt, id, organizationId, time } from '../../../foundation/db/columns.ts';
import type { TableClasses } from '../../../foundation/db/table-classes.ts';

/** One person is told one thing. What it is about is opened anew, as that person, each time it is shown. */
export const notice = pgTable(
  'notice',
  {
    userId: uuid('user_id').notNull(),
    id: id(),
    organizationId: organizationId(),
    kind: text('kind').notNull(),
    subjectKind: text('subject_kind').notNull(),
    subjectId: text('subject_id').notNull(),
    /** Unread notices of one group are shown as one: “3 comments on …”. */
    groupKey: text('group_key').notNull(),
    /** What happened: a person is told of it once. */
    key: text('key').notNull(),
    /** Who did it. */
    byPerson: uuid('by_person'),
    data: jsonb('data').notNull(),
    createdAt: createdAt(),
    readAt: time('read_at'),
    /** When it was decided whether it also goes by mail and push. */
    settledAt: time('settled_at'),
  },
  (t) => [
    primaryKey({ columns: [t.userId, t.id] }),
    unique('notice_once').on(t.userId, t.organizationId, t.key),
    index('notice_newest').on(t.userId, t.organizationId, t.createdAt),
  ],
);

export const tables: TableClasses = {
  person: [{ table: notice, person: notice.userId, access: 'told' }],
};
