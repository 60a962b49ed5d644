/**
 * Private runs: a browser calls a model itself, with a key of its person, and tells the server numbers. Nothing here has
 * a place for what was said: beside numbers there are ids, names of a list, and the name of the model.
 */
import * as z from 'zod';
import { id, revision } from '../../values.ts';
import { versionNumber } from '../../vault/prompts/shapes.ts';
import { connectionProvider, modelId } from '../models/shapes.ts';
import { run } from './shapes.ts';

export const privateRunStatuses = ['finished', 'stopped', 'failed', 'interrupted'] as const;
export const privateRunErrors = [
  'model.unauthorized',
  'model.rate_limited',
  'model.overloaded',
  'model.timeout',
  'model.refused_request',
  'model.not_found',
  'model.unreachable',
  'model.cut',
  'model.garbled',
  'model.resting',
  'model.provider_error',
] as const;

const tokens = z.int().min(0).max(1_000_000_000);
const milliseconds = z.int().min(0).max(86_400_000);
const longestWaitMs = 90 * 86_400_000;

export const mostPrivateRunsAtOnce = 100;

export const privateRunCounts = z
  .strictObject({
    promptId: id().nullable(),
    versionNumber: versionNumber.nullable().meta({ description: 'Null where a draft was run.' }),
    provider: connectionProvider,
    ownAddress: z.boolean().meta({
      description: 'Whether another address than that of the provider was called, whose prices nobody knows.',
    }),
    model: modelId(),
    status: z.enum(privateRunStatuses),
    finishReason: z
      .enum(['stop', 'length', 'content_filter', 'refusal', 'tool_calls', 'interrupted', 'other'])
      .nullable(),
    errorCode: z.enum(privateRunErrors).nullable().meta({ description: 'The kind alone, never the words.' }),
    inputTokens: tokens.nullable(),
    outputTokens: tokens.nullable(),
    cachedInputTokens: tokens.nullable(),
    reasoningTokens: tokens.nullable(),
    usageEstimated: z.boolean(),
    timeToFirstTokenMs: milliseconds.nullable(),
    durationMs: milliseconds,
    agoMs: z.int().min(0).max(longestWaitMs).meta({
      description: 'How long ago it ended, so that the clock of the browser does not matter.',
    }),
  })
  .refine(({ status, errorCode }) => (status === 'failed') === (errorCode !== null), {
    message: 'A failed run has a kind of error, and no other has.',
    path: ['errorCode'],
  })
  .meta({ id: 'PrivateRunCounts', description: 'What is told of a run that a browser made itself.' });
export type PrivateRunCounts = z.output<typeof privateRunCounts>;

export const recordPrivateRunsBody = z.strictObject({
  runs: z.array(privateRunCounts).min(1).max(mostPrivateRunsAtOnce),
});

export const recordedPrivateRuns = z
  .object({ runs: z.array(run).meta({ description: 'In the order in which they were told.' }) })
  .meta({ id: 'RecordedPrivateRuns' });

export const privateRunPolicy = z
  .object({ allowed: z.boolean(), revision: revision() })
  .meta({ id: 'PrivateRunPolicy', description: 'Whether members may run privately.' });
export type PrivateRunPolicyView = z.output<typeof privateRunPolicy>;

export const updatePrivateRunPolicyBody = z.strictObject({ allowed: z.boolean() });
