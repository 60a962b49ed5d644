import { sql } from 'drizzle-orm';
import { foreignKey, index, integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { createdAt, id, organizationId, revision, time } from '../../../foundation/db/columns.ts';
import type { TableClasses } from '../../../foundation/db/table-classes.ts';

/** What a thread was made about; never changed. Ends of a draft's range are relative positions, see draft-ranges.ts. */
export type StoredAnchor =
  | { on: 'draft'; sectionId: string; from: string; to: string; quote: string }
  | { on: 'version'; version: number; sectionId: string; from: number; to: number; quote: string }
  | { on: 'whole_version'; version: number };

/** The thing is held by kind and id alone: its rows belong to other modules, some of them later ones. */
export const thread = pgTable(
  'discussion_thread',
  {
    organizationId: organizationId(),
    id: id(),
    subjectKind: text('subject_kind').notNull(),
    subjectId: uuid('subject_id').notNull(),
    /** Whose text the anchor is in. */
    promptId: uuid('prompt_id'),
    /** The branch it follows from commit to commit. */
    branchId: uuid('branch_id'),
    anchor: jsonb('anchor').$type<StoredAnchor>(),
    /** The newest version that holds the words, and where. */
    placedVersion: integer('placed_version'),
    placedFrom: integer('placed_from'),
    placedTo: integer('placed_to'),
    state: text('state', { enum: ['open', 'resolved'] }).notNull(),
    resolvedBy: uuid('resolved_by'),
    resolvedAt: time('resolved_at'),
    createdBy: text('created_by').notNull(),
    createdAt: createdAt(),
    lastAt: time('last_at').notNull(),
    commentCount: integer('comment_count').notNull(),
    revision: revision(),
    deletedAt: time('deleted_at'),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.id] }),
    index('discussion_thread_subject')
      .on(t.organizationId, t.subjectKind, t.subjectId, t.lastAt, t.id)
      .where(sql`deleted_at is null`),
    index('discussion_thread_branch')
      .on(t.organizationId, t.promptId, t.branchId)
      .where(sql`deleted_at is null and branch_id is not null`),
  ],
);

export interface StoredSuggestion {
  text: string;
  original: string;
  state: 'open' | 'applied' | 'dismissed';
  decidedBy: string | null;
  decidedAt: string | null;
}

export const comment = pgTable(
  'discussion_comment',
  {
    organizationId: organizationId(),
    id: id(),
    threadId: uuid('thread_id').notNull(),
    /** Who wrote it, also one who is no member. */
    actor: text('actor').notNull(),
    authorId: uuid('author_id'),
    /** What whoever spoke through a link is called: their profile is not this organization's to read. */
    visitorName: text('visitor_name'),
    body: text('body').notNull(),
    mentions: jsonb('mentions').$type<string[]>().notNull(),
    suggestion: jsonb('suggestion').$type<StoredSuggestion>(),
    createdAt: createdAt(),
    editedAt: time('edited_at'),
    deletedAt: time('deleted_at'),
    revision: revision(),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.id] }),
    index('discussion_comment_thread').on(t.organizationId, t.threadId, t.createdAt, t.id),
    index('discussion_comment_actor').on(t.organizationId, t.actor, t.createdAt),
    foreignKey({
      columns: [t.organizationId, t.threadId],
      foreignColumns: [thread.organizationId, thread.id],
    }),
  ],
);

export const reaction = pgTable(
  'discussion_reaction',
  {
    organizationId: organizationId(),
    commentId: uuid('comment_id').notNull(),
    actor: text('actor').notNull(),
    sign: text('sign').notNull(),
    personId: uuid('person_id'),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.commentId, t.actor, t.sign] }),
    foreignKey({
      columns: [t.organizationId, t.commentId],
      foreignColumns: [comment.organizationId, comment.id],
    }),
  ],
);

/** How far each person has read a thread. */
export const seen = pgTable(
  'discussion_seen',
  {
    organizationId: organizationId(),
    threadId: uuid('thread_id').notNull(),
    userId: uuid('user_id').notNull(),
    seenAt: time('seen_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.threadId, t.userId] }),
    foreignKey({
      columns: [t.organizationId, t.threadId],
      foreignColumns: [thread.organizationId, thread.id],
    }),
  ],
);

export const tables: TableClasses = { tenant: [thread, comment, reaction, seen] };
