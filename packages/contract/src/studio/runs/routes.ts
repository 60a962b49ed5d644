import { BudgetError, LimitError } from '../../account/billing/errors.ts';
import { defineRoute } from '../../define-route.ts';
import { PromptError } from '../../vault/prompts/errors.ts';
import { ConnectionError } from '../models/errors.ts';
import { runAttachmentContent } from './attachments.ts';
import { RunError } from './errors.ts';
import { runEvent } from './events.ts';
import {
  answerCache,
  comparedRuns,
  compareRunsQuery,
  comparison,
  comparisonParams,
  continueRunBody,
  growRunBody,
  rateRunBody,
  retriedRun,
  retryRunBody,
  run,
  runAttachmentParams,
  runDetail,
  runParams,
  runRating,
  startedRuns,
  startRunsBody,
  updateAnswerCacheBody,
} from './shapes.ts';

/** Files travel in the body of a run, and nowhere else. */
const contextLimit = 32 << 20;

const oneRun = { params: runParams, ids: { 'params.runId': 'run' } } as const;
const runExample = { params: { runId: '$run' } } as const;
const oneComparison = { params: comparisonParams, ids: { 'params.comparisonId': 'comparison' } } as const;
const comparisonExample = { params: { comparisonId: '$comparison' } } as const;

/** What keeps any run from being made. */
const placingErrors = [
  RunError.prompt_has_errors,
  RunError.case_set_missing,
  RunError.too_many_open,
  RunError.attachment_unreadable,
  RunError.attachment_too_large,
  RunError.attachment_encrypted,
  RunError.attachments_too_large,
  RunError.attachments_waiting,
  RunError.attachments_not_taken,
  BudgetError.exhausted,
  BudgetError.price_unknown,
  LimitError.reached,
] as const;

/** What keeps a run from being sent again, in whichever way. */
const againErrors = [
  ...placingErrors,
  RunError.is_private,
  RunError.still_open,
  RunError.is_repair,
  RunError.is_part,
  RunError.context_needed,
  RunError.attachments_needed,
  RunError.values_needed,
  RunError.connection_gone,
] as const;

export const startRuns = defineRoute({
  operationId: 'startRuns',
  method: 'post',
  path: '/api/v1/runs',
  permission: 'run.create',
  summary: 'Run a prompt on one or more models',
  description:
    'Each model answers each set of values as often as `samples` says. Answers at once; the runs go on at the server whether or not anybody listens. Follow the comparison for their events.',
  limit: 'costly',
  body: startRunsBody,
  bodyLimit: contextLimit,
  idempotent: true,
  response: { status: 201, schema: startedRuns },
  errors: [
    ...placingErrors,
    RunError.assignment_unknown,
    RunError.empty,
    RunError.too_much_at_once,
    ConnectionError.unknown,
    ConnectionError.chain_broken,
  ],
  ids: {
    'body.source.promptId': 'prompt',
    'body.models.0.connectionId': 'connection',
    'body.models.2.chainId': 'model_chain',
  },
  example: {
    body: {
      source: { kind: 'version', promptId: '$prompt', number: 1 },
      values: { topic: 'the tides' },
      sets: [
        { name: 'Tides', values: {} },
        { name: 'Winds', values: { topic: 'the winds' } },
      ],
      models: [
        { connectionId: '$connection', model: 'scripted-fast' },
        { connectionId: null, model: 'echo' },
        { chainId: '$model_chain' },
      ],
    },
  },
});

export const compareRuns = defineRoute({
  operationId: 'compareRuns',
  method: 'get',
  path: '/api/v1/runs/compare',
  permission: 'run.read',
  summary: 'Compare the answers of two runs word by word',
  limit: 'read',
  query: compareRunsQuery,
  response: { status: 200, schema: comparedRuns },
  errors: [RunError.is_private],
  ids: { 'query.left': 'run', 'query.right': 'run' },
  example: { query: { left: '$run', right: '$run' } },
});

export const getRun = defineRoute({
  operationId: 'getRun',
  method: 'get',
  path: '/api/v1/runs/{runId}',
  permission: 'run.read',
  summary: 'Get a run with what was sent and answered',
  limit: 'read',
  ...oneRun,
  response: { status: 200, schema: runDetail },
  example: runExample,
});

export const getRunAttachment = defineRoute({
  operationId: 'getRunAttachment',
  method: 'get',
  path: '/api/v1/runs/{runId}/attachments/{position}',
  permission: 'run.read',
  summary: 'Get the content of an attachment that was kept with a run',
  description: 'By its position among the attachments of the run, from 0. Not found where it was not kept.',
  limit: 'read',
  params: runAttachmentParams,
  ids: { 'params.runId': 'run' },
  response: { status: 200, schema: runAttachmentContent },
  example: { params: { runId: '$run', position: '0' } },
});

export const getRunRating = defineRoute({
  operationId: 'getRunRating',
  method: 'get',
  path: '/api/v1/runs/{runId}/rating',
  permission: 'run.read',
  summary: 'Get how people rated an answer',
  limit: 'read',
  ...oneRun,
  response: { status: 200, schema: runRating },
  example: runExample,
});

export const rateRun = defineRoute({
  operationId: 'rateRun',
  method: 'put',
  path: '/api/v1/runs/{runId}/rating',
  permission: 'run.read',
  summary: 'Rate an answer up or down, or take the rating back',
  description:
    'Each person has one rating of a run. It counts for the effectiveness of the prompt. Asking twice changes nothing more.',
  limit: 'write',
  ...oneRun,
  body: rateRunBody,
  response: { status: 200, schema: runRating },
  errors: [RunError.is_private, RunError.still_open],
  example: { ...runExample, body: { rating: 'up' } },
});

export const stopRun = defineRoute({
  operationId: 'stopRun',
  method: 'post',
  path: '/api/v1/runs/{runId}/stop',
  permission: 'run.create',
  summary: 'Stop a run',
  description:
    'The call to the provider is closed at once and the text so far is kept. A run that is over stays as it is.',
  limit: 'write',
  ...oneRun,
  response: { status: 202, schema: run },
  example: runExample,
});

export const retryRun = defineRoute({
  operationId: 'retryRun',
  method: 'post',
  path: '/api/v1/runs/{runId}/retry',
  permission: 'run.create',
  summary: 'Run the same again, as then or with the newest version, as a new run of the same comparison',
  description: 'Files that were not kept with the run must be sent again; what differs is reported.',
  limit: 'costly',
  ...oneRun,
  body: retryRunBody,
  bodyLimit: contextLimit,
  idempotent: true,
  response: { status: 201, schema: retriedRun },
  errors: [...againErrors, RunError.no_prompt, PromptError.nothing_saved],
  example: { ...runExample, body: {} },
});

export const continueRun = defineRoute({
  operationId: 'continueRun',
  method: 'post',
  path: '/api/v1/runs/{runId}/continue',
  permission: 'run.create',
  summary: 'Go on with an answer that was cut off, as a new run of the same comparison',
  description:
    'For runs that were interrupted, stopped, broken off or cut at the output limit. The text so far is given back to the model. Files that were not kept with the run must be sent again; what differs is reported.',
  limit: 'costly',
  ...oneRun,
  body: continueRunBody,
  bodyLimit: contextLimit,
  idempotent: true,
  response: { status: 201, schema: retriedRun },
  errors: [...againErrors, RunError.nothing_to_continue],
  example: { ...runExample, body: {} },
});

export const growRun = defineRoute({
  operationId: 'growRun',
  method: 'post',
  path: '/api/v1/runs/{runId}/grow',
  permission: 'run.create',
  summary: 'Let a branch of a tree of thoughts grow further, as a new run of the same comparison',
  description:
    'Any thought that was written can be grown, pruned ones too. The new run holds the whole tree; its answer is from the branch that grew. Thoughts that are there are not paid for again.',
  limit: 'costly',
  ...oneRun,
  body: growRunBody,
  bodyLimit: contextLimit,
  idempotent: true,
  response: { status: 201, schema: retriedRun },
  errors: [
    ...againErrors,
    RunError.no_tree,
    RunError.thought_missing,
    RunError.thought_unwritten,
    RunError.tree_full,
  ],
  example: { ...runExample, body: { thoughtId: 'thought-1', levels: 1 } },
});

export const getComparison = defineRoute({
  operationId: 'getComparison',
  method: 'get',
  path: '/api/v1/comparisons/{comparisonId}',
  permission: 'run.read',
  summary: 'Get runs that were started together',
  limit: 'read',
  ...oneComparison,
  response: { status: 200, schema: comparison },
  example: comparisonExample,
});

export const stopComparison = defineRoute({
  operationId: 'stopComparison',
  method: 'post',
  path: '/api/v1/comparisons/{comparisonId}/stop',
  permission: 'run.create',
  summary: 'Stop all runs of a comparison',
  description: 'As each run is stopped by itself. Runs that are over stay as they are.',
  limit: 'write',
  ...oneComparison,
  response: { status: 202, schema: comparison },
  example: comparisonExample,
});

export const getAnswerCache = defineRoute({
  operationId: 'getAnswerCache',
  method: 'get',
  path: '/api/v1/answer-cache',
  permission: 'run.read',
  summary: 'Get whether answers are served again from a cache',
  limit: 'read',
  response: { status: 200, schema: answerCache },
  example: {},
});

export const updateAnswerCache = defineRoute({
  operationId: 'updateAnswerCache',
  method: 'patch',
  path: '/api/v1/answer-cache',
  permission: 'run.cache',
  summary: 'Let identical requests at temperature 0 be served from an earlier answer',
  description: 'Switching it off forgets what it holds. Answers stay in their runs.',
  limit: 'write',
  body: updateAnswerCacheBody,
  ifMatch: true,
  response: { status: 200, schema: answerCache },
  example: { body: { enabled: true, hours: 24 } },
});

export const clearAnswerCache = defineRoute({
  operationId: 'clearAnswerCache',
  method: 'post',
  path: '/api/v1/answer-cache/clear',
  permission: 'run.cache',
  summary: 'Forget all answers that would be served again',
  limit: 'write',
  response: { status: 200, schema: answerCache },
  example: {},
});

export const followComparison = defineRoute({
  operationId: 'followComparison',
  method: 'get',
  path: '/api/v1/comparisons/{comparisonId}/events',
  permission: 'run.read',
  summary: 'Follow the runs of a comparison as server-sent events',
  description: 'Last-Event-ID continues where a lost connection ended. Ends when all its runs are over.',
  limit: 'live',
  ...oneComparison,
  response: { status: 200, schema: runEvent },
  events: runEvent,
  example: comparisonExample,
});

export { getPrivateRunPolicy, recordPrivateRuns, updatePrivateRunPolicy } from './private-routes.ts';
