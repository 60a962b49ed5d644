import { BudgetError } from '../../account/billing/errors.ts';
import { defineRoute } from '../../define-route.ts';
import { PromptError } from '../../vault/prompts/errors.ts';
import { ReviewError } from '../../vault/reviews/errors.ts';
import { ConnectionError } from '../models/errors.ts';
import { OptimiserError } from './errors.ts';
import {
  adoptCandidateBody,
  candidateDetail,
  candidateParams,
  listOptimisationsQuery,
  optimisation,
  optimisationPage,
  optimisationParams,
  optimisationReport,
  resumeOptimisationBody,
  startOptimisationBody,
} from './shapes.ts';

const one = { params: optimisationParams, ids: { 'params.optimisationId': 'optimisation' } } as const;
const oneExample = { params: { optimisationId: '$optimisation' } } as const;
const candidate = {
  params: candidateParams,
  ids: { 'params.candidateId': 'optimisation_candidate' },
} as const;
const candidateExample = {
  params: { candidateId: '$optimisation_candidate' },
} as const;

export const listOptimisations = defineRoute({
  operationId: 'listOptimisations',
  method: 'get',
  path: '/api/v1/optimisations',
  permission: 'suite.read',
  summary: 'List the optimisations of a prompt, newest first',
  limit: 'read',
  query: listOptimisationsQuery,
  response: { status: 200, schema: optimisationPage },
  ids: { 'query.promptId': 'prompt' },
  example: { query: { promptId: '$prompt' } },
});

export const startOptimisation = defineRoute({
  operationId: 'startOptimisation',
  method: 'post',
  path: '/api/v1/optimisations',
  permission: 'suite.run',
  summary: 'Have a model rewrite a prompt, and measure each rewrite',
  description:
    'Answers at once; it goes on at the server, and after a restart of it. Everything it buys is paid from its budget.',
  limit: 'costly',
  body: startOptimisationBody,
  idempotent: true,
  response: { status: 201, schema: optimisation },
  errors: [
    OptimiserError.too_few_cases,
    OptimiserError.too_large,
    OptimiserError.needs_cases,
    OptimiserError.other_prompt,
    OptimiserError.still_running,
    ConnectionError.unknown,
    BudgetError.price_unknown,
    PromptError.nothing_saved,
  ],
  ids: { 'body.promptId': 'prompt' },
  example: {
    body: {
      promptId: '$prompt',
      model: { connectionId: null, model: 'echo' },
      target: { connectionId: null, model: 'echo' },
      generate: { count: 4 },
      budgetMicroDollars: 100_000,
    },
  },
});

export const getOptimisation = defineRoute({
  operationId: 'getOptimisation',
  method: 'get',
  path: '/api/v1/optimisations/{optimisationId}',
  permission: 'suite.read',
  summary: 'Get an optimisation with all its candidates, also while it goes on',
  limit: 'read',
  ...one,
  response: { status: 200, schema: optimisationReport },
  example: oneExample,
});

export const stopOptimisation = defineRoute({
  operationId: 'stopOptimisation',
  method: 'post',
  path: '/api/v1/optimisations/{optimisationId}/stop',
  permission: 'suite.run',
  summary: 'Stop an optimisation; what was judged stays',
  limit: 'write',
  ...one,
  response: { status: 200, schema: optimisation },
  errors: [OptimiserError.not_running],
  example: oneExample,
});

export const resumeOptimisation = defineRoute({
  operationId: 'resumeOptimisation',
  method: 'post',
  path: '/api/v1/optimisations/{optimisationId}/resume',
  permission: 'suite.run',
  summary: 'Go on with an optimisation that was stopped, or whose budget is spent',
  description: 'Nothing that was bought is bought again.',
  limit: 'costly',
  ...one,
  body: resumeOptimisationBody,
  response: { status: 200, schema: optimisation },
  errors: [OptimiserError.not_stopped, OptimiserError.still_running],
  example: { ...oneExample, body: { budgetMicroDollars: 200_000 } },
});

export const getCandidate = defineRoute({
  operationId: 'getCandidate',
  method: 'get',
  path: '/api/v1/optimisation-candidates/{candidateId}',
  permission: 'suite.read',
  summary: 'Get a candidate case by case, beside the original',
  limit: 'read',
  ...candidate,
  response: { status: 200, schema: candidateDetail },
  example: candidateExample,
});

export const adoptCandidate = defineRoute({
  operationId: 'adoptCandidate',
  method: 'post',
  path: '/api/v1/optimisation-candidates/{candidateId}/adopt',
  permission: 'review.create',
  summary: 'Make a branch of a candidate, and ask for its review',
  limit: 'write',
  ...candidate,
  body: adoptCandidateBody,
  idempotent: true,
  response: { status: 201, schema: optimisation },
  errors: [
    OptimiserError.no_candidate,
    PromptError.branch_taken,
    PromptError.version_conflict,
    ReviewError.exists,
  ],
  example: { ...candidateExample, body: { branch: 'optimised' } },
});
