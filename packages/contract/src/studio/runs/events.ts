/**
 * What a follower of a run sees, over the live connection (topics `run:<id>` and `comparison:<id>`) and as
 * server-sent events. `run-start` holds the text so far and comes again after a gap: whoever receives it
 * starts anew with its text. The last event is `run-end` or `run-error`.
 */
import * as z from 'zod';
import { orNull } from '../../values.ts';
import {
  answerOutcome,
  finishReason,
  runCost,
  runStatus,
  techniqueResult,
  tokenUsage,
  toolResult,
} from './shapes.ts';
import { thought } from './tree.ts';

const runId = z.string();

const outcome = {
  runId,
  status: runStatus,
  finishReason,
  usage: orNull(tokenUsage),
  cost: orNull(runCost),
  timeToFirstTokenMs: z.int().nullable(),
  durationMs: z.int().nullable(),
  outcome: orNull(answerOutcome),
};

export const runEvent = z
  .discriminatedUnion('type', [
    z.object({ type: z.literal('run-start'), runId, text: z.string(), reasoning: z.string() }),
    z.object({ type: z.literal('text-delta'), runId, text: z.string() }),
    z.object({ type: z.literal('reasoning-delta'), runId, text: z.string() }),
    z.object({
      type: z.literal('tool-call'),
      runId,
      id: z.string(),
      name: z.string(),
      input: z.unknown(),
    }),
    z.object({ type: z.literal('tool-result'), runId, id: z.string(), ...toolResult.shape }),
    z.object({ type: z.literal('usage'), runId, ...tokenUsage.shape }),
    z.object({ type: z.literal('warning'), runId, message: z.string() }),
    z.object({ type: z.literal('repair'), runId, repairId: z.string() }).meta({
      description: 'The answer does not follow its schema: it is asked for once more, by a run of its own.',
    }),
    z.object({ type: z.literal('technique'), runId, result: techniqueResult }).meta({
      description: 'What came of the techniques of the prompt so far; each tells all of it anew.',
    }),
    z.object({ type: z.literal('thought'), runId, thought }).meta({
      description: 'A thought of the tree as it is now: a new one, or one that changed.',
    }),
    z.object({ type: z.literal('run-end'), ...outcome }),
    z.object({
      type: z.literal('run-error'),
      ...outcome,
      code: z.string(),
      message: z.string(),
      retryable: z.boolean(),
    }),
  ])
  .meta({ id: 'RunEvent' });
export type RunEvent = z.output<typeof runEvent>;

export const runTopic = 'run';
export const comparisonTopic = 'comparison';

/** Payloads of the event log: who ran what on what, and what it cost; never what was said. */
const subject = {
  comparisonId: z.string(),
  promptId: z.string().nullable(),
  versionId: z.string().nullable(),
  versionNumber: z.int().nullable(),
  provider: z.string(),
  model: z.string(),
  connectionId: z.string().nullable(),
};

export const answerCacheChanged = z.object({ enabled: z.boolean(), hours: z.int() });
/** Of a run that a browser made itself. */
export const privateRunRecorded = z.object({
  promptId: z.string().nullable(),
  versionId: z.string().nullable(),
  versionNumber: z.int().nullable(),
  provider: z.string(),
  model: z.string(),
  status: runStatus,
  inputTokens: z.int().nullable(),
  outputTokens: z.int().nullable(),
  costMicroDollars: z.int().nullable(),
});
export const privateRunsChanged = z.object({ allowed: z.boolean() });
export const answerCacheCleared = z.object({ answers: z.int() });

export const runRated = z.object({
  promptId: z.string().nullable(),
  rating: z.enum(['up', 'down']).nullable(),
});

export const runStarted = z.object({ ...subject, sentHash: z.string(), contextItems: z.int() });
export const runFinished = z.object({
  ...subject,
  status: runStatus,
  inputTokens: z.int().nullable(),
  outputTokens: z.int().nullable(),
  costMicroDollars: z.int().nullable(),
  priceVersion: z.string().nullable(),
  errorCode: z.string().nullable(),
});
