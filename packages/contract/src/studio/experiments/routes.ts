import { defineRoute } from '../../define-route.ts';
import { PromptError } from '../../vault/prompts/errors.ts';
import { ExperimentError } from './errors.ts';
import {
  concludedExperiment,
  concludeExperimentBody,
  createExperimentBody,
  endExperimentBody,
  experiment,
  experimentPage,
  experimentParams,
  experimentReport,
  listExperimentsQuery,
  reportedOutcomes,
  reportOutcomesBody,
  reweighBody,
  updateExperimentBody,
} from './shapes.ts';

const one = { params: experimentParams, ids: { 'params.experimentId': 'experiment' } } as const;
const oneExample = { params: { experimentId: '$experiment' } } as const;

export const listExperiments = defineRoute({
  operationId: 'listExperiments',
  method: 'get',
  path: '/api/v1/experiments',
  permission: 'experiment.read',
  summary: 'List experiments, newest first',
  limit: 'read',
  query: listExperimentsQuery,
  response: { status: 200, schema: experimentPage },
  ids: { 'query.promptId': 'prompt' },
  example: { query: { promptId: '$prompt' } },
});

export const createExperiment = defineRoute({
  operationId: 'createExperiment',
  method: 'post',
  path: '/api/v1/experiments',
  permission: 'experiment.write',
  summary: 'Plan an experiment on a label',
  limit: 'write',
  body: createExperimentBody,
  idempotent: true,
  response: { status: 201, schema: experiment },
  errors: [PromptError.label_unknown, PromptError.label_reserved, PromptError.version_unknown],
  ids: { 'body.promptId': 'prompt' },
  example: {
    body: {
      promptId: '$prompt',
      label: 'production',
      name: 'Shorter answers',
      variants: [
        { name: 'A', version: 1, weight: 50 },
        { name: 'B', version: 2, weight: 50 },
      ],
      primary: { metric: 'solved', measure: 'share', better: 'higher', worthwhile: 0.02 },
    },
  },
});

export const getExperiment = defineRoute({
  operationId: 'getExperiment',
  method: 'get',
  path: '/api/v1/experiments/{experimentId}',
  permission: 'experiment.read',
  summary: 'Get an experiment',
  limit: 'read',
  ...one,
  response: { status: 200, schema: experiment },
  example: oneExample,
});

export const updateExperiment = defineRoute({
  operationId: 'updateExperiment',
  method: 'patch',
  path: '/api/v1/experiments/{experimentId}',
  permission: 'experiment.write',
  summary: 'Change an experiment that was not started yet',
  description:
    'Approvals given before are asked for again. Of one that goes on, only name, hypothesis and planned end change.',
  limit: 'write',
  ...one,
  body: updateExperimentBody,
  ifMatch: true,
  response: { status: 200, schema: experiment },
  errors: [ExperimentError.wrong_status, PromptError.version_unknown],
  example: { ...oneExample, body: { hypothesis: 'Shorter answers solve more.' } },
});

export const deleteExperiment = defineRoute({
  operationId: 'deleteExperiment',
  method: 'delete',
  path: '/api/v1/experiments/{experimentId}',
  permission: 'experiment.write',
  summary: 'Delete an experiment that does not go on',
  limit: 'write',
  ...one,
  ifMatch: true,
  response: { status: 204 },
  errors: [ExperimentError.wrong_status],
  example: oneExample,
});

export const approveExperiment = defineRoute({
  operationId: 'approveExperiment',
  method: 'post',
  path: '/api/v1/experiments/{experimentId}/approve',
  permission: 'label.approve',
  summary: 'Agree to the start of an experiment on a protected label',
  description: 'Agrees to the plan as it was read: one that was changed since must be read again.',
  limit: 'write',
  ...one,
  ifMatch: true,
  response: { status: 200, schema: experiment },
  errors: [ExperimentError.wrong_status, ExperimentError.own_approval],
  example: oneExample,
});

export const startExperiment = defineRoute({
  operationId: 'startExperiment',
  method: 'post',
  path: '/api/v1/experiments/{experimentId}/start',
  permission: 'prompt.publish',
  summary: 'Start an experiment, or go on with one that was paused',
  description:
    'Takes what moving the label takes: its checks must have passed for every version, and a protected label needs its approvals. The label must point at the first variant alone.',
  limit: 'write',
  ...one,
  response: { status: 200, schema: experiment },
  errors: [
    ExperimentError.wrong_status,
    ExperimentError.label_busy,
    ExperimentError.not_control,
    ExperimentError.end_passed,
    PromptError.label_unknown,
    PromptError.version_unknown,
    PromptError.label_protected,
    PromptError.label_checks_missing,
    PromptError.reference_cycle,
  ],
  example: oneExample,
});

export const pauseExperiment = defineRoute({
  operationId: 'pauseExperiment',
  method: 'post',
  path: '/api/v1/experiments/{experimentId}/pause',
  permission: 'prompt.publish',
  summary: 'Pause an experiment: everybody gets what the label points at',
  limit: 'write',
  ...one,
  response: { status: 200, schema: experiment },
  errors: [ExperimentError.wrong_status],
  example: oneExample,
});

export const stopExperiment = defineRoute({
  operationId: 'stopExperiment',
  method: 'post',
  path: '/api/v1/experiments/{experimentId}/stop',
  permission: 'prompt.publish',
  summary: 'Stop an experiment for good: everybody gets what the label points at',
  limit: 'write',
  ...one,
  body: endExperimentBody,
  response: { status: 200, schema: experiment },
  errors: [ExperimentError.wrong_status],
  example: { ...oneExample, body: { note: 'The new version was withdrawn.' } },
});

export const reweighExperiment = defineRoute({
  operationId: 'reweighExperiment',
  method: 'put',
  path: '/api/v1/experiments/{experimentId}/weights',
  permission: 'prompt.publish',
  summary: 'Change the weights of an experiment that goes on',
  description:
    'Who was given a version keeps it. The report counts those first seen from now on: shares that changed meanwhile would mislead. On a label that needs approvals, no version but the first gets more than it has: that takes a new experiment.',
  limit: 'write',
  ...one,
  body: reweighBody,
  ifMatch: true,
  response: { status: 200, schema: experiment },
  errors: [ExperimentError.wrong_status, ExperimentError.variants_differ, PromptError.label_protected],
  example: { ...oneExample, body: { weights: [70, 30] } },
});

export const concludeExperiment = defineRoute({
  operationId: 'concludeExperiment',
  method: 'post',
  path: '/api/v1/experiments/{experimentId}/conclude',
  permission: 'prompt.publish',
  summary: 'Conclude an experiment, and move the label to a variant if wanted',
  description: 'A label that needs approvals is not moved: the move is asked for.',
  limit: 'write',
  ...one,
  body: concludeExperimentBody,
  response: { status: 200, schema: concludedExperiment },
  errors: [
    ExperimentError.wrong_status,
    ExperimentError.unknown_variant,
    PromptError.label_unknown,
    PromptError.version_unknown,
    PromptError.label_checks_missing,
    PromptError.reference_cycle,
  ],
  example: { ...oneExample, body: { variant: 'B' } },
});

export const getExperimentReport = defineRoute({
  operationId: 'getExperimentReport',
  method: 'get',
  path: '/api/v1/experiments/{experimentId}/report',
  permission: 'experiment.read',
  summary: 'Get what came of an experiment so far',
  limit: 'read',
  ...one,
  response: { status: 200, schema: experimentReport },
  example: oneExample,
});

export const reportOutcomes = defineRoute({
  operationId: 'reportOutcomes',
  method: 'post',
  path: '/api/v1/experiments/{experimentId}/outcomes',
  permission: 'experiment.report',
  summary: 'Report what became of subjects',
  description:
    'At most 1,000 at once. Each has a key: the same key twice is counted once. What is refused is named with its reason; the rest is stored.',
  limit: 'write',
  ...one,
  body: reportOutcomesBody,
  response: { status: 200, schema: reportedOutcomes },
  errors: [ExperimentError.wrong_status],
  example: {
    ...oneExample,
    body: { outcomes: [{ key: 'order-1', subject: 'customer-1', metric: 'solved', value: 1 }] },
  },
});
