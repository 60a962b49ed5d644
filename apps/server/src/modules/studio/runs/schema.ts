import { runKinds, runOrigins } from '@promptvault/contract/studio/runs/kinds';
import type {
  AnswerOutcomeView,
  TechniqueResultView,
  TriedModel,
} from '@promptvault/contract/studio/runs/shapes';
import type { Message, PromptDocument, Settings } from '@promptvault/document';
import { attachmentTypes } from '@promptvault/wire/read-attachment';
import { sql } from 'drizzle-orm';
import {
  bigint,
  boolean,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uuid,
} from 'drizzle-orm/pg-core';
import { bytes, createdAt, id, organizationId, revision, time } from '../../../foundation/db/columns.ts';
import type { TableClasses } from '../../../foundation/db/table-classes.ts';

/**
 * Prompts, versions, connections and people are named without a foreign key: a run tells what happened, and
 * outlives what it happened with.
 */
export const comparison = pgTable(
  'run_comparison',
  {
    organizationId: organizationId(),
    id: id(),
    authorId: uuid('author_id'),
    promptId: uuid('prompt_id'),
    promptTitle: text('prompt_title'),
    createdAt: createdAt(),
  },
  (t) => [primaryKey({ columns: [t.organizationId, t.id] })],
);

export interface OmittedValue {
  name: string;
  characters: number;
  hash: string;
}

/** What was sent, for all runs that sent the same. */
export const runInput = pgTable(
  'run_input',
  {
    organizationId: organizationId(),
    id: id(),
    /** The copy of a draft or of a loose document; null when a version was run. */
    document: jsonb('document').$type<PromptDocument>(),
    values: jsonb('values').$type<Record<string, unknown>>().notNull(),
    /** Files given as values. */
    omittedValues: jsonb('omitted_values').$type<OmittedValue[]>().notNull(),
    /** As sent. */
    settings: jsonb('settings').$type<Settings>().notNull(),
    /** What the person changed of the document's settings. */
    overrides: jsonb('overrides').$type<Settings>().notNull(),
    sentHash: text('sent_hash').notNull(),
    keepContext: boolean('keep_context').notNull(),
    /** Only with keep_context. */
    messages: jsonb('messages').$type<Message[]>(),
    createdAt: createdAt(),
  },
  (t) => [primaryKey({ columns: [t.organizationId, t.id] })],
);

export const runContextItem = pgTable(
  'run_context_item',
  {
    organizationId: organizationId(),
    inputId: uuid('input_id').notNull(),
    position: integer('position').notNull(),
    path: text('path').notNull(),
    from: integer('from_line'),
    to: integer('to_line'),
    hash: text('hash').notNull(),
    tokens: integer('tokens'),
    characters: integer('characters').notNull(),
    /** Only with keep_context. */
    text: text('text'),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.inputId, t.position] }),
    foreignKey({
      columns: [t.organizationId, t.inputId],
      foreignColumns: [runInput.organizationId, runInput.id],
    }),
  ],
);

/** Images and PDF documents that were sent beside the messages. */
export const runAttachment = pgTable(
  'run_attachment',
  {
    organizationId: organizationId(),
    inputId: uuid('input_id').notNull(),
    position: integer('position').notNull(),
    name: text('name').notNull(),
    /** Told by its content. */
    mediaType: text('media_type', { enum: attachmentTypes }).notNull(),
    /** In bytes. */
    size: integer('size').notNull(),
    /** Of an image, in pixels. */
    width: integer('width'),
    height: integer('height'),
    /** Of a PDF, where they were counted. */
    pages: integer('pages'),
    hash: text('hash').notNull(),
    /** Only with keep_context. */
    content: bytes('content'),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.inputId, t.position] }),
    foreignKey({
      columns: [t.organizationId, t.inputId],
      foreignColumns: [runInput.organizationId, runInput.id],
    }),
  ],
);

export interface ToolCall {
  id: string;
  name: string;
  input: unknown;
  /** Absent while it goes on, and for a tool that is only declared. */
  result?: { ok: boolean; output: string; durationMs: number; partId?: string };
}

/** What a piece of work may spend on runs, such as a run of a suite: held before each call, settled after it. */
export const runPurse = pgTable(
  'run_purse',
  {
    organizationId: organizationId(),
    id: id(),
    /** In millionths of a dollar, as all of them; null limits nothing and counts all the same. */
    limitMicroDollars: bigint('limit_micro_dollars', { mode: 'number' }),
    spentMicroDollars: bigint('spent_micro_dollars', { mode: 'number' }).notNull().default(0),
    heldMicroDollars: bigint('held_micro_dollars', { mode: 'number' }).notNull().default(0),
    createdAt: createdAt(),
  },
  (t) => [primaryKey({ columns: [t.organizationId, t.id] })],
);

export const run = pgTable(
  'run',
  {
    organizationId: organizationId(),
    id: id(),
    comparisonId: uuid('comparison_id').notNull(),
    inputId: uuid('input_id').notNull(),
    parentId: uuid('parent_id'),
    kind: text('kind', { enum: runKinds }).notNull(),
    /** What it was made for; lists show by themselves those that somebody asked for. */
    origin: text('origin', { enum: runOrigins }).notNull().default('direct'),
    /** The run whose answer this one goes on with, and how the provider was told to. */
    continuesId: uuid('continues_id'),
    continuedBy: text('continued_by', { enum: ['prefill', 'instruction'] }),
    /** What other runs cost that belong to the same answer: those it goes on from, its parts. */
    rolledMicroDollars: bigint('rolled_micro_dollars', { mode: 'number' }).notNull().default(0),
    sampleIndex: integer('sample_index').notNull(),
    /** The set of values it was run with, where a comparison has several. */
    setName: text('set_name'),
    setIndex: integer('set_index'),
    status: text('status', {
      enum: ['queued', 'running', 'finished', 'stopped', 'failed', 'interrupted'],
    }).notNull(),
    authorId: uuid('author_id'),
    promptId: uuid('prompt_id'),
    promptTitle: text('prompt_title'),
    versionId: uuid('version_id'),
    versionNumber: integer('version_number'),
    connectionId: uuid('connection_id'),
    connectionName: text('connection_name').notNull(),
    provider: text('provider', {
      enum: ['openai', 'anthropic', 'google', 'openai_compatible', 'echo'],
    }).notNull(),
    /** The one that answered, of a chain the last that was called. */
    model: text('model').notNull(),
    chainName: text('chain_name'),
    tried: jsonb('tried').$type<TriedModel[]>().notNull().default([]),
    /** The answer; while the run is open, the text so far as of `output_event_id`. */
    output: text('output').notNull().default(''),
    reasoning: text('reasoning').notNull().default(''),
    outputEventId: integer('output_event_id').notNull().default(0),
    toolCalls: jsonb('tool_calls').$type<ToolCall[]>().notNull(),
    warnings: jsonb('warnings').$type<string[]>().notNull(),
    /** Characters of the answer that could not be stored. */
    marked: integer('marked').notNull().default(0),
    finishReason: text('finish_reason'),
    inputTokens: integer('input_tokens'),
    outputTokens: integer('output_tokens'),
    cachedInputTokens: integer('cached_input_tokens'),
    reasoningTokens: integer('reasoning_tokens'),
    usageEstimated: boolean('usage_estimated'),
    costMicroDollars: bigint('cost_micro_dollars', { mode: 'number' }),
    priceVersion: text('price_version'),
    /** What was held of the budget for it; null where there was none. */
    reservedMicroDollars: bigint('reserved_micro_dollars', { mode: 'number' }),
    /** What pays for it beside the budget of the organization, and what was held there for it. */
    purseId: uuid('purse_id'),
    purseHeldMicroDollars: bigint('purse_held_micro_dollars', { mode: 'number' }).notNull().default(0),
    /** Where the prompt asks for a form. */
    outcome: jsonb('outcome').$type<AnswerOutcomeView>(),
    /** What came of the techniques of its prompt. */
    techniqueResult: jsonb('technique_result').$type<TechniqueResultView>(),
    /** Made by the browser of its author, who told numbers and nothing else. */
    isPrivate: boolean('is_private').notNull().default(false),
    /** The variant that the subject it was made for was given. No key: subjects are forgotten before runs. */
    assignment: jsonb('assignment').$type<{ id: string; experimentId: string; variant: string }>(),
    /** Where no model was called: whose answer this is, and when that was given. */
    cachedFromId: uuid('cached_from_id'),
    cachedAt: time('cached_at'),
    errorCode: text('error_code'),
    errorMessage: text('error_message'),
    errorRetryable: boolean('error_retryable'),
    createdAt: createdAt(),
    startedAt: time('started_at'),
    endedAt: time('ended_at'),
    timeToFirstTokenMs: integer('time_to_first_token_ms'),
    durationMs: integer('duration_ms'),
    /** The process that makes the call, and when it last said so. */
    processId: uuid('process_id').notNull(),
    heartbeatAt: time('heartbeat_at').notNull(),
    revision: revision(),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.id] }),
    index('run_by_author').on(t.organizationId, t.authorId, t.id),
    index('run_by_prompt').on(t.organizationId, t.promptId, t.id),
    index('run_by_parent').on(t.organizationId, t.parentId).where(sql`parent_id is not null`),
    index('run_by_continued').on(t.organizationId, t.continuesId).where(sql`continues_id is not null`),
    index('run_by_comparison').on(t.organizationId, t.comparisonId, t.id),
    // Without the heartbeat, which changes every second: an indexed one would be new in every index each time.
    index('run_open').on(t.organizationId, t.id).where(sql`status in ('queued', 'running')`),
    foreignKey({
      columns: [t.organizationId, t.comparisonId],
      foreignColumns: [comparison.organizationId, comparison.id],
    }),
    foreignKey({
      columns: [t.organizationId, t.inputId],
      foreignColumns: [runInput.organizationId, runInput.id],
    }),
    foreignKey({
      columns: [t.organizationId, t.purseId],
      foreignColumns: [runPurse.organizationId, runPurse.id],
    }),
    foreignKey({
      columns: [t.organizationId, t.parentId],
      foreignColumns: [t.organizationId, t.id],
      name: 'run_parent',
    }),
    foreignKey({
      columns: [t.organizationId, t.continuesId],
      foreignColumns: [t.organizationId, t.id],
      name: 'run_continues',
    }),
  ],
);

/** What one person thinks of an answer. It names the prompt, and counts on where the run is erased by age. */
export const runRating = pgTable(
  'run_rating',
  {
    organizationId: organizationId(),
    runId: uuid('run_id').notNull(),
    userId: uuid('user_id').notNull(),
    promptId: uuid('prompt_id'),
    isUp: boolean('is_up').notNull(),
    ratedAt: time('rated_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.runId, t.userId] }),
    index('run_rating_by_prompt').on(t.organizationId, t.promptId),
  ],
);

/** Runs that the history has not indexed yet: open ones, and those that have just ended. */
export const runFresh = pgTable(
  'run_fresh',
  { organizationId: organizationId(), runId: uuid('run_id').notNull() },
  (t) => [primaryKey({ columns: [t.organizationId, t.runId] })],
);

/** Whether an organization has identical requests answered from an earlier answer; without a row it has not. */
export const answerCache = pgTable(
  'run_answer_cache',
  {
    organizationId: organizationId(),
    enabled: boolean('enabled').notNull(),
    hours: integer('hours').notNull(),
    updatedAt: time('updated_at').notNull(),
    revision: revision(),
  },
  (t) => [primaryKey({ columns: [t.organizationId] })],
);

/** Whether members may run privately; without a row they may. */
export const privateRunPolicy = pgTable(
  'run_private_policy',
  {
    organizationId: organizationId(),
    allowed: boolean('allowed').notNull(),
    updatedAt: time('updated_at').notNull(),
    revision: revision(),
  },
  (t) => [primaryKey({ columns: [t.organizationId] })],
);

/** The answer to everything that was sent, named by its hash; the answer itself stands in the run. */
export const cachedAnswer = pgTable(
  'run_cached_answer',
  {
    organizationId: organizationId(),
    /** SHA-256 of all that decides the answer. */
    key: text('key').notNull(),
    runId: uuid('run_id').notNull(),
    expiresAt: time('expires_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.key] }),
    index('run_cached_answer_by_run').on(t.organizationId, t.runId),
    foreignKey({
      columns: [t.organizationId, t.runId],
      foreignColumns: [run.organizationId, run.id],
    }).onDelete('cascade'),
  ],
);

export const tables: TableClasses = {
  tenant: [
    comparison,
    runInput,
    runContextItem,
    runAttachment,
    runPurse,
    run,
    runRating,
    runFresh,
    answerCache,
    cachedAnswer,
    privateRunPolicy,
  ],
  lookups: [
    {
      signature: 'lost_runs(timestamptz)',
      reads: [run],
      sql: `create function lost_runs(silent_since timestamptz)
        returns table (organization_id uuid, run_id uuid)
        language sql stable security definer set search_path = public, pg_temp as $$
          select r.organization_id, r.id from run r
          where r.status in ('queued', 'running') and r.heartbeat_at < silent_since
          order by r.heartbeat_at limit 500
        $$`,
    },
  ],
};
