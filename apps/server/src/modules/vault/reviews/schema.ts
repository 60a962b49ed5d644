import { sql } from 'drizzle-orm';
import {
  boolean,
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
import { createdAt, id, organizationId, revision, time, updatedAt } from '../../../foundation/db/columns.ts';
import type { TableClasses } from '../../../foundation/db/table-classes.ts';

export const review = pgTable(
  'review',
  {
    organizationId: organizationId(),
    id: id(),
    promptId: uuid('prompt_id').notNull(),
    title: text('title').notNull(),
    description: text('description').notNull(),
    sourceId: uuid('source_id').notNull(),
    targetId: uuid('target_id').notNull(),
    /** As they were called when it was asked for; branches can be renamed and deleted. */
    sourceName: text('source_name').notNull(),
    targetName: text('target_name').notNull(),
    state: text('state', { enum: ['draft', 'open', 'merged', 'closed'] }).notNull(),
    authorId: uuid('author_id'),
    mergedVersion: integer('merged_version'),
    /** The newest versions of source and target when it was merged: what was looked at. */
    mergedSource: integer('merged_source'),
    mergedTarget: integer('merged_target'),
    endedBy: uuid('ended_by'),
    endedAt: time('ended_at'),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
    revision: revision(),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.id] }),
    index('review_prompt').on(t.organizationId, t.promptId, t.id),
    uniqueIndex('review_live')
      .on(t.organizationId, t.sourceId, t.targetId)
      .where(sql`state in ('draft', 'open')`),
  ],
);

export const reviewReviewer = pgTable(
  'review_reviewer',
  {
    organizationId: organizationId(),
    reviewId: uuid('review_id').notNull(),
    userId: uuid('user_id').notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.reviewId, t.userId] }),
    index('review_reviewer_person').on(t.organizationId, t.userId),
    foreignKey({
      columns: [t.organizationId, t.reviewId],
      foreignColumns: [review.organizationId, review.id],
    }),
  ],
);

/** Append-only but for the dismissal. */
export const reviewVerdict = pgTable(
  'review_verdict',
  {
    organizationId: organizationId(),
    id: id(),
    reviewId: uuid('review_id').notNull(),
    userId: uuid('user_id').notNull(),
    verdict: text('verdict', { enum: ['approve', 'request_changes', 'comment'] }).notNull(),
    body: text('body').notNull(),
    version: integer('version').notNull(),
    dismissedAt: time('dismissed_at'),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.id] }),
    index('review_verdict_review').on(t.organizationId, t.reviewId, t.id),
    foreignKey({
      columns: [t.organizationId, t.reviewId],
      foreignColumns: [review.organizationId, review.id],
    }),
  ],
);

/** One row an organization, once somebody changed what holds by itself. */
export const reviewRule = pgTable(
  'review_rule',
  {
    organizationId: organizationId(),
    requiredApprovals: integer('required_approvals').notNull(),
    ownApprovalCounts: boolean('own_approval_counts').notNull().default(false),
    /** Names of checks of versions. */
    requiredChecks: jsonb('required_checks').$type<string[]>().notNull().default([]),
    dismissOnCommit: boolean('dismiss_on_commit').notNull(),
    revision: revision(),
  },
  (t) => [primaryKey({ columns: [t.organizationId] })],
);

export const tables: TableClasses = { tenant: [review, reviewReviewer, reviewVerdict, reviewRule] };
