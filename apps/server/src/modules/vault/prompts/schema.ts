import type { PromptDocument } from '@promptvault/document';
import type { ChangeSummary } from '@promptvault/merge';
import { sql } from 'drizzle-orm';
import {
  boolean,
  date,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import {
  bytes,
  createdAt,
  id,
  organizationId,
  revision,
  sortKey,
  time,
  updatedAt,
} from '../../../foundation/db/columns.ts';
import type { TableClasses } from '../../../foundation/db/table-classes.ts';
import { tag } from '../catalog/schema.ts';

/** What the effectiveness of a prompt stands on; the modules of suites and of runs push it down. */
export interface Evidence {
  /** By suite: the newest report of a version of the default branch. Passed is a share of cases, so no whole number. */
  suites?: Record<string, { passed: number; cases: number }>;
  ratings?: { up: number; total: number };
}

/** What is known about a prompt besides its text; `revision` counts changes of these columns alone. */
export const prompt = pgTable(
  'prompt',
  {
    organizationId: organizationId(),
    id: id(),
    path: text('path').notNull(),
    pathKey: sortKey('path_key').notNull(),
    title: text('title').notNull(),
    titleSort: sortKey('title_sort').notNull(),
    description: text('description').notNull(),
    status: text('status', { enum: ['unpublished', 'published', 'archived'] }).notNull(),
    visibility: text('visibility', { enum: ['private', 'organization', 'public'] }).notNull(),
    authorId: uuid('author_id'),
    revision: revision(),
    defaultBranch: text('default_branch').notNull(),
    /** Numbers given to versions so far, over all branches; they have no gaps. */
    versionCount: integer('version_count').notNull().default(0),
    viewCount: integer('view_count').notNull().default(0),
    useCount: integer('use_count').notNull().default(0),
    favoriteCount: integer('favorite_count').notNull().default(0),
    /** 0 to 100, of `evidence`; −1 where that is not enough. A column, so that lists sort by it. */
    effectiveness: smallint('effectiveness').notNull().default(-1),
    evidence: jsonb('evidence').$type<Evidence>().notNull().default({}),
    /** Kept while archived, so that leaving the archive restores what was. */
    publishedAt: time('published_at'),
    upstreamPromptId: uuid('upstream_prompt_id'),
    upstreamVersion: integer('upstream_version'),
    /** The import that made it, so that the import can be undone. */
    importId: uuid('import_id'),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
    deletedAt: time('deleted_at'),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.id] }),
    uniqueIndex('prompt_path').on(t.organizationId, t.pathKey).where(sql`deleted_at is null`),
    index('prompt_by_update').on(t.organizationId, t.updatedAt, t.id).where(sql`deleted_at is null`),
    index('prompt_by_creation').on(t.organizationId, t.createdAt, t.id).where(sql`deleted_at is null`),
    index('prompt_by_title').on(t.organizationId, t.titleSort, t.id).where(sql`deleted_at is null`),
    index('prompt_by_use').on(t.organizationId, t.useCount, t.id).where(sql`deleted_at is null`),
    index('prompt_by_effectiveness')
      .on(t.organizationId, t.effectiveness, t.id)
      .where(sql`deleted_at is null`),
    index('prompt_by_author').on(t.organizationId, t.authorId),
    index('prompt_by_import').on(t.organizationId, t.importId).where(sql`import_id is not null`),
    index('prompt_public')
      .on(t.id)
      .where(sql`visibility = 'public' and status = 'published' and deleted_at is null`),
    index('prompt_deleted').on(t.organizationId, t.deletedAt).where(sql`deleted_at is not null`),
  ],
);

/** Older paths: they stay reserved and lead to the prompt. */
export const promptPathAlias = pgTable(
  'prompt_path_alias',
  {
    organizationId: organizationId(),
    pathKey: sortKey('path_key').notNull(),
    promptId: uuid('prompt_id').notNull(),
    path: text('path').notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.pathKey] }),
    index('prompt_path_alias_prompt').on(t.organizationId, t.promptId),
    foreignKey({
      columns: [t.organizationId, t.promptId],
      foreignColumns: [prompt.organizationId, prompt.id],
    }),
  ],
);

export const promptCoEditor = pgTable(
  'prompt_co_editor',
  {
    organizationId: organizationId(),
    promptId: uuid('prompt_id').notNull(),
    userId: uuid('user_id').notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.promptId, t.userId] }),
    index('prompt_co_editor_user').on(t.organizationId, t.userId),
    foreignKey({
      columns: [t.organizationId, t.promptId],
      foreignColumns: [prompt.organizationId, prompt.id],
    }),
  ],
);

/** A line of versions. Whoever commits holds this row locked, so that of two commits one is first. */
export const branch = pgTable(
  'prompt_branch',
  {
    organizationId: organizationId(),
    id: id(),
    promptId: uuid('prompt_id').notNull(),
    name: text('name').notNull(),
    /** The newest version; null before the first. Kept here so that a list reads no versions. */
    headId: uuid('head_id'),
    headNumber: integer('head_number'),
    headAt: time('head_at'),
    /** The version it was made from; null for the first branch. */
    baseNumber: integer('base_number'),
    /** Whoever made it may write it, even where they may not write the prompt. */
    createdBy: uuid('created_by'),
    revision: revision(),
    createdAt: createdAt(),
    deletedAt: time('deleted_at'),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.id] }),
    uniqueIndex('prompt_branch_live_name')
      .on(t.organizationId, t.promptId, t.name)
      .where(sql`deleted_at is null`),
    foreignKey({
      columns: [t.organizationId, t.promptId],
      foreignColumns: [prompt.organizationId, prompt.id],
    }),
  ],
);

/** Saved for good: a version never changes. */
export const version = pgTable(
  'prompt_version',
  {
    organizationId: organizationId(),
    id: id(),
    promptId: uuid('prompt_id').notNull(),
    number: integer('number').notNull(),
    branchId: uuid('branch_id').notNull(),
    parent: integer('parent'),
    /** The other side of a merge. */
    secondParent: integer('second_parent'),
    restoredFrom: integer('restored_from'),
    /** In a fork: the version of the original whose text is in this one. */
    upstreamVersion: integer('upstream_version'),
    /** What it did to its first parent; null for versions from before this was counted. */
    changes: jsonb('changes').$type<ChangeSummary>(),
    authorId: uuid('author_id'),
    message: text('message').notNull(),
    hash: text('hash').notNull(),
    document: jsonb('document').$type<PromptDocument>().notNull(),
    /** Whether `prompt_reference` holds what it refers to; false for versions from before that was noted. */
    referencesRecorded: boolean('references_recorded').notNull().default(true),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.id] }),
    unique('prompt_version_number').on(t.organizationId, t.promptId, t.number),
    index('prompt_version_unrecorded').on(t.organizationId).where(sql`not references_recorded`),
    index('prompt_version_branch').on(t.organizationId, t.branchId, t.number),
    foreignKey({
      columns: [t.organizationId, t.promptId],
      foreignColumns: [prompt.organizationId, prompt.id],
    }),
    foreignKey({
      columns: [t.organizationId, t.branchId],
      foreignColumns: [branch.organizationId, branch.id],
    }),
  ],
);

/**
 * The uncommitted text of a branch: a Yjs document. `snapshot` is its whole state but for the last `unfolded`
 * updates up to `seq`, which stand in `draft_update` alone; `document` is what the snapshot means.
 */
export const draft = pgTable(
  'prompt_draft',
  {
    organizationId: organizationId(),
    branchId: uuid('branch_id').notNull(),
    snapshot: bytes('snapshot').notNull(),
    document: jsonb('document').$type<PromptDocument>().notNull(),
    hash: text('hash').notNull(),
    revision: revision(),
    seq: integer('seq').notNull(),
    unfolded: integer('unfolded').notNull().default(0),
    baseNumber: integer('base_number'),
    updatedAt: updatedAt(),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.branchId] }),
    foreignKey({
      columns: [t.organizationId, t.branchId],
      foreignColumns: [branch.organizationId, branch.id],
    }),
  ],
);

/** Appended to, and cut off at the old end: what the snapshot has held for long is not kept twice. */
export const draftUpdate = pgTable(
  'prompt_draft_update',
  {
    organizationId: organizationId(),
    branchId: uuid('branch_id').notNull(),
    seq: integer('seq').notNull(),
    update: bytes('update').notNull(),
    actor: text('actor').notNull(),
    at: time('at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.branchId, t.seq] }),
    foreignKey({
      columns: [t.organizationId, t.branchId],
      foreignColumns: [branch.organizationId, branch.id],
    }),
  ],
);

export interface LabelTarget {
  version: number;
  weight: number;
}

/** A rule about what a caller says of a subject: one of these values, or none of them. */
export interface TrialRule {
  attribute: string;
  is: 'one_of' | 'none_of';
  values: string[];
}

/**
 * What a running experiment makes of a label: the module of experiments sets it and takes it away. Whoever names a
 * subject that fits the rules gets the version of a variant; all others get what the label points at.
 */
export interface LabelTrial {
  experimentId: string;
  salt: string;
  /** Counts changes of the weights: who was first seen under others is not counted with the rest. */
  epoch: number;
  variants: { name: string; version: number }[];
  /** Buckets from `from` on, up to the next, belong to the variant at this place. */
  spans: { from: number; variant: number }[];
  rules: TrialRule[];
  /** The attribute by which the report shows parts; only these values are ever kept of it. */
  parts: { attribute: string; values: string[] } | null;
}

/** A name for one version, or for several by weight; the salt decides who gets which. */
export const label = pgTable(
  'prompt_label',
  {
    organizationId: organizationId(),
    promptId: uuid('prompt_id').notNull(),
    name: text('name').notNull(),
    targets: jsonb('targets').$type<LabelTarget[]>().notNull(),
    salt: text('salt').notNull(),
    revision: revision(),
    movedBy: uuid('moved_by'),
    movedAt: time('moved_at').notNull(),
    trial: jsonb('trial').$type<LabelTrial>(),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.promptId, t.name] }),
    foreignKey({
      columns: [t.organizationId, t.promptId],
      foreignColumns: [prompt.organizationId, prompt.id],
    }),
  ],
);

/**
 * Who was given which variant of an experiment on a label, once a subject, which is kept as a salted hash alone. No key
 * leads to the prompt: a fetch would wait for whoever moves a label of it.
 */
export const labelExposure = pgTable(
  'prompt_label_exposure',
  {
    organizationId: organizationId(),
    experimentId: uuid('experiment_id').notNull(),
    subject: text('subject').notNull(),
    /** The id of the assignment, as callers know it. */
    id: id(),
    promptId: uuid('prompt_id').notNull(),
    variant: smallint('variant').notNull(),
    epoch: integer('epoch').notNull(),
    part: text('part').notNull(),
    at: time('at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.experimentId, t.subject] }),
    unique('prompt_label_exposure_id').on(t.organizationId, t.id),
    index('prompt_label_exposure_of').on(t.organizationId, t.promptId),
  ],
);

/** Append-only: where labels pointed and when. */
export const labelMove = pgTable(
  'prompt_label_move',
  {
    organizationId: organizationId(),
    id: id(),
    promptId: uuid('prompt_id').notNull(),
    name: text('name').notNull(),
    before: jsonb('before').$type<LabelTarget[]>().notNull(),
    after: jsonb('after').$type<LabelTarget[]>().notNull(),
    movedBy: uuid('moved_by'),
    movedAt: time('moved_at').notNull(),
    /** The request that was approved, for a protected label. */
    requestId: uuid('request_id'),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.id] }),
    index('prompt_label_move_of').on(t.organizationId, t.promptId, t.name, t.movedAt),
    foreignKey({
      columns: [t.organizationId, t.promptId],
      foreignColumns: [prompt.organizationId, prompt.id],
    }),
  ],
);

/** Which labels of an organization do not move by one person's hand. */
export const labelRule = pgTable(
  'prompt_label_rule',
  {
    organizationId: organizationId(),
    label: text('label').notNull(),
    /** Approvals by others that a move needs; with 0 only the checks count. */
    approvals: integer('approvals').notNull(),
    /** Names of checks that must have passed for what it points at. */
    checks: jsonb('checks').$type<string[]>().notNull(),
    revision: revision(),
    changedBy: uuid('changed_by'),
    changedAt: time('changed_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.organizationId, t.label] })],
);

export const labelRequestStatuses = ['pending', 'moved', 'rejected', 'canceled', 'stale'] as const;

/** Somebody wants to move a protected label. It is about the label as it was: once that moves, it is stale. */
export const labelRequest = pgTable(
  'prompt_label_request',
  {
    organizationId: organizationId(),
    id: id(),
    promptId: uuid('prompt_id').notNull(),
    label: text('label').notNull(),
    before: jsonb('before').$type<LabelTarget[]>().notNull(),
    after: jsonb('after').$type<LabelTarget[]>().notNull(),
    /** Of the label; 0 when there was none. */
    labelRevision: integer('label_revision').notNull(),
    note: text('note').notNull(),
    status: text('status', { enum: labelRequestStatuses }).notNull(),
    proposedBy: uuid('proposed_by'),
    proposedAt: time('proposed_at').notNull(),
    closedBy: uuid('closed_by'),
    closedAt: time('closed_at'),
    revision: revision(),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.id] }),
    index('prompt_label_request_by_status').on(t.organizationId, t.status, t.proposedAt, t.id),
    index('prompt_label_request_of').on(t.organizationId, t.promptId, t.label),
    foreignKey({
      columns: [t.organizationId, t.promptId],
      foreignColumns: [prompt.organizationId, prompt.id],
    }),
  ],
);

export const labelVote = pgTable(
  'prompt_label_vote',
  {
    organizationId: organizationId(),
    requestId: uuid('request_id').notNull(),
    userId: uuid('user_id').notNull(),
    approves: boolean('approves').notNull(),
    note: text('note').notNull(),
    votedAt: time('voted_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.requestId, t.userId] }),
    foreignKey({
      columns: [t.organizationId, t.requestId],
      foreignColumns: [labelRequest.organizationId, labelRequest.id],
    }),
  ],
);

export const checkStatuses = ['pending', 'passed', 'failed'] as const;

/** What was found out about a version, by a later module such as suites or by a program over the API. */
export const versionCheck = pgTable(
  'prompt_version_check',
  {
    organizationId: organizationId(),
    promptId: uuid('prompt_id').notNull(),
    version: integer('version').notNull(),
    name: text('name').notNull(),
    status: text('status', { enum: checkStatuses }).notNull(),
    summary: text('summary').notNull(),
    url: text('url'),
    reportedBy: uuid('reported_by'),
    reportedAt: time('reported_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.promptId, t.version, t.name] }),
    foreignKey({
      columns: [t.organizationId, t.promptId, t.version],
      foreignColumns: [version.organizationId, version.promptId, version.number],
    }),
  ],
);

export const promptTag = pgTable(
  'prompt_tag',
  {
    organizationId: organizationId(),
    promptId: uuid('prompt_id').notNull(),
    tagId: uuid('tag_id').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.promptId, t.tagId] }),
    index('prompt_tag_tag').on(t.organizationId, t.tagId, t.promptId),
    foreignKey({
      columns: [t.organizationId, t.promptId],
      foreignColumns: [prompt.organizationId, prompt.id],
    }),
    foreignKey({ columns: [t.organizationId, t.tagId], foreignColumns: [tag.organizationId, tag.id] }),
  ],
);

export const favorite = pgTable(
  'prompt_favorite',
  {
    organizationId: organizationId(),
    promptId: uuid('prompt_id').notNull(),
    userId: uuid('user_id').notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.promptId, t.userId] }),
    index('prompt_favorite_user').on(t.organizationId, t.userId),
    foreignKey({
      columns: [t.organizationId, t.promptId],
      foreignColumns: [prompt.organizationId, prompt.id],
    }),
  ],
);

/** One row for each person and day, so that a view counts once. */
export const promptView = pgTable(
  'prompt_view',
  {
    organizationId: organizationId(),
    promptId: uuid('prompt_id').notNull(),
    userId: uuid('user_id').notNull(),
    day: date('day', { mode: 'string' }).notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.promptId, t.userId, t.day] }),
    foreignKey({
      columns: [t.organizationId, t.promptId],
      foreignColumns: [prompt.organizationId, prompt.id],
    }),
  ],
);

/**
 * Who refers to which prompt, and how. The subject is a version of a prompt, or a thing of a later module that
 * said so itself. A target is kept by its path, as it is written: older paths of a prompt lead to it too.
 */
export const reference = pgTable(
  'prompt_reference',
  {
    organizationId: organizationId(),
    id: id(),
    subjectKind: text('subject_kind').notNull(),
    subjectId: uuid('subject_id').notNull(),
    /** What to call the subject; of a version its prompt says that. */
    subjectTitle: text('subject_title').notNull().default(''),
    /** The prompt and number of a version; null for other subjects. */
    promptId: uuid('prompt_id'),
    number: integer('number'),
    pathKey: sortKey('path_key').notNull(),
    reference: text('reference').notNull(),
    via: text('via').notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.id] }),
    unique('prompt_reference_once').on(t.organizationId, t.subjectKind, t.subjectId, t.via, t.reference),
    index('prompt_reference_path').on(t.organizationId, t.pathKey),
    index('prompt_reference_prompt').on(t.organizationId, t.promptId).where(sql`prompt_id is not null`),
    foreignKey({
      columns: [t.organizationId, t.promptId],
      foreignColumns: [prompt.organizationId, prompt.id],
    }),
  ],
);

export const tables: TableClasses = {
  tenant: [
    prompt,
    promptPathAlias,
    promptCoEditor,
    branch,
    version,
    draft,
    draftUpdate,
    label,
    labelExposure,
    labelMove,
    labelRule,
    labelRequest,
    labelVote,
    versionCheck,
    promptTag,
    favorite,
    promptView,
    reference,
  ],
  lookups: [
    {
      signature: 'organizations_with_deleted_prompts(timestamptz)',
      reads: [prompt],
      sql: `create function organizations_with_deleted_prompts(before timestamptz) returns setof uuid
        language sql stable security definer set search_path = public, pg_temp as $$
          select distinct organization_id from prompt where deleted_at < before
        $$`,
    },
    {
      signature: 'organizations_with_unrecorded_references()',
      reads: [version],
      sql: `create function organizations_with_unrecorded_references() returns setof uuid
        language sql stable security definer set search_path = public, pg_temp as $$
          select distinct organization_id from prompt_version where not references_recorded
        $$`,
    },
    {
      signature: 'public_prompt_organization(uuid)',
      reads: [prompt],
      sql: `create function public_prompt_organization(wanted uuid) returns uuid
        language sql stable security definer set search_path = public, pg_temp as $$
          select organization_id from prompt
          where id = wanted and visibility = 'public' and status = 'published' and deleted_at is null
        $$`,
    },
  ],
};
