import * as z from 'zod';
import { BudgetError, LimitError } from '../../account/billing/errors.ts';
import { defineRoute } from '../../define-route.ts';
import { PromptError } from '../../vault/prompts/errors.ts';
import { caseSetParams } from '../cases/shapes.ts';
import { ConnectionError } from '../models/errors.ts';
import {
  createDescribedBody,
  createdDescribed,
  describedParams,
  describedPrompt,
  describePromptBody,
} from './described.ts';
import { SuiteError } from './errors.ts';
import {
  askedProposals,
  caseProposals,
  createSuiteBody,
  exportSuiteRunQuery,
  listSuiteItemsQuery,
  listSuiteRunsQuery,
  listSuitesQuery,
  proposalParams,
  proposeCasesBody,
  startSuiteBody,
  suite,
  suiteItemPage,
  suitePage,
  suiteParams,
  suiteReport,
  suiteRun,
  suiteRunBudgetBody,
  suiteRunPage,
  suiteRunParams,
  updateSuiteBody,
} from './shapes.ts';

const one = { params: suiteParams, ids: { 'params.suiteId': 'suite' } } as const;
const oneExample = { params: { suiteId: '$suite' } } as const;
const oneRun = { params: suiteRunParams, ids: { 'params.suiteRunId': 'suite_run' } } as const;
const runExample = { params: { suiteRunId: '$suite_run' } } as const;

export const listSuites = defineRoute({
  operationId: 'listSuites',
  method: 'get',
  path: '/api/v1/suites',
  permission: 'suite.read',
  summary: 'List suites, newest first',
  limit: 'read',
  query: listSuitesQuery,
  response: { status: 200, schema: suitePage },
  ids: { 'query.promptId': 'prompt' },
  example: { query: { promptId: '$prompt' } },
});

export const createSuite = defineRoute({
  operationId: 'createSuite',
  method: 'post',
  path: '/api/v1/suites',
  permission: 'suite.write',
  summary: 'Make a suite',
  limit: 'write',
  body: createSuiteBody,
  idempotent: true,
  response: { status: 201, schema: suite },
  errors: [SuiteError.name_taken, SuiteError.other_prompt, ConnectionError.unknown],
  ids: { 'body.caseSetId': 'case_set', 'body.promptId': 'prompt' },
  example: {
    body: {
      promptId: '$prompt',
      caseSetId: '$case_set',
      name: 'Tone',
      models: [{ connectionId: null, model: 'echo' }],
    },
  },
});

export const getSuite = defineRoute({
  operationId: 'getSuite',
  method: 'get',
  path: '/api/v1/suites/{suiteId}',
  permission: 'suite.read',
  summary: 'Get a suite',
  limit: 'read',
  ...one,
  response: { status: 200, schema: suite },
  example: oneExample,
});

export const updateSuite = defineRoute({
  operationId: 'updateSuite',
  method: 'patch',
  path: '/api/v1/suites/{suiteId}',
  permission: 'suite.write',
  summary: 'Change a suite',
  limit: 'write',
  ...one,
  body: updateSuiteBody,
  ifMatch: true,
  response: { status: 200, schema: suite },
  errors: [SuiteError.name_taken, SuiteError.other_prompt, ConnectionError.unknown],
  example: { ...oneExample, body: { repetitions: 3 } },
});

export const deleteSuite = defineRoute({
  operationId: 'deleteSuite',
  method: 'delete',
  path: '/api/v1/suites/{suiteId}',
  permission: 'suite.write',
  summary: 'Delete a suite; its runs go with it from the lists',
  limit: 'write',
  ...one,
  ifMatch: true,
  response: { status: 204 },
  example: oneExample,
});

export const startSuite = defineRoute({
  operationId: 'startSuite',
  method: 'post',
  path: '/api/v1/suites/{suiteId}/runs',
  permission: 'suite.run',
  summary: 'Run a suite',
  description: 'Answers at once; it goes on at the server, and after a restart of it.',
  limit: 'costly',
  ...one,
  body: startSuiteBody,
  idempotent: true,
  response: { status: 201, schema: suiteRun },
  errors: [
    SuiteError.no_cases,
    SuiteError.too_large,
    SuiteError.still_running,
    ConnectionError.unknown,
    BudgetError.price_unknown,
  ],
  example: { ...oneExample, body: {} },
});

export const listSuiteRuns = defineRoute({
  operationId: 'listSuiteRuns',
  method: 'get',
  path: '/api/v1/suites/{suiteId}/runs',
  permission: 'suite.read',
  summary: 'List the runs of a suite, newest first',
  limit: 'read',
  ...one,
  query: listSuiteRunsQuery,
  response: { status: 200, schema: suiteRunPage },
  example: { ...oneExample, query: { limit: '10' } },
});

export const getSuiteRun = defineRoute({
  operationId: 'getSuiteRun',
  method: 'get',
  path: '/api/v1/suite-runs/{suiteRunId}',
  permission: 'suite.read',
  summary: 'Get the report of a run of a suite, also while it goes on',
  limit: 'read',
  ...oneRun,
  response: { status: 200, schema: suiteReport },
  example: runExample,
});

export const listSuiteItems = defineRoute({
  operationId: 'listSuiteItems',
  method: 'get',
  path: '/api/v1/suite-runs/{suiteRunId}/items',
  permission: 'suite.read',
  summary: 'List what came of each case on each version and model',
  limit: 'read',
  ...oneRun,
  query: listSuiteItemsQuery,
  response: { status: 200, schema: suiteItemPage },
  example: { ...runExample, query: { show: 'failed' } },
});

export const stopSuiteRun = defineRoute({
  operationId: 'stopSuiteRun',
  method: 'post',
  path: '/api/v1/suite-runs/{suiteRunId}/stop',
  permission: 'suite.run',
  summary: 'Stop a run of a suite; what was judged stays',
  limit: 'write',
  ...oneRun,
  response: { status: 200, schema: suiteRun },
  errors: [SuiteError.not_running],
  example: runExample,
});

export const resumeSuiteRun = defineRoute({
  operationId: 'resumeSuiteRun',
  method: 'post',
  path: '/api/v1/suite-runs/{suiteRunId}/resume',
  permission: 'suite.run',
  summary: 'Go on with a run of a suite that was stopped or broke off',
  description: 'What was judged is not run again. The versions are those it began with.',
  limit: 'costly',
  ...oneRun,
  response: { status: 200, schema: suiteRun },
  errors: [SuiteError.not_stopped, SuiteError.still_running],
  example: runExample,
});

export const budgetSuiteRun = defineRoute({
  operationId: 'budgetSuiteRun',
  method: 'put',
  path: '/api/v1/suite-runs/{suiteRunId}/budget',
  permission: 'suite.run',
  summary: 'Change what a run of a suite may cost, also while it goes on',
  description:
    'One that stopped because its budget was spent is gone on with by itself, for whoever changes it. While it goes on, only whoever started it can raise it.',
  limit: 'write',
  ...oneRun,
  body: suiteRunBudgetBody,
  response: { status: 200, schema: suiteRun },
  errors: [SuiteError.not_starter],
  example: { ...runExample, body: { budgetMicroDollars: 2_000_000 } },
});

export const exportSuiteRun = defineRoute({
  operationId: 'exportSuiteRun',
  method: 'get',
  path: '/api/v1/suite-runs/{suiteRunId}/export',
  permission: 'suite.read',
  summary: 'Get a report as a file: JUnit XML or JSON',
  description: 'The file is written as it is read.',
  limit: 'costly',
  ...oneRun,
  query: exportSuiteRunQuery,
  response: { status: 200, schema: z.string() },
  file: true,
  example: { ...runExample, query: { format: 'junit' } },
});

export const proposeCases = defineRoute({
  operationId: 'proposeCases',
  method: 'post',
  path: '/api/v1/case-sets/{caseSetId}/proposals',
  permission: 'case.write',
  summary: 'Ask a model for cases of the prompt, to be looked at before any is stored',
  description:
    'Answers at once with a run, which counts and costs like any other. Its proposals are read by themselves; those that are wanted are added to the set like other cases.',
  limit: 'costly',
  params: caseSetParams,
  body: proposeCasesBody,
  idempotent: true,
  response: { status: 202, schema: askedProposals },
  errors: [ConnectionError.unknown, LimitError.reached, BudgetError.exhausted, BudgetError.price_unknown],
  ids: { 'params.caseSetId': 'case_set' },
  example: { params: { caseSetId: '$case_set' }, body: { model: { connectionId: null, model: 'echo' } } },
});

export const getProposals = defineRoute({
  operationId: 'getProposals',
  method: 'get',
  path: '/api/v1/case-sets/{caseSetId}/proposals/{runId}',
  permission: 'case.write',
  summary: 'Read the cases a model proposed, as far as its run is over',
  limit: 'read',
  params: proposalParams,
  response: { status: 200, schema: caseProposals },
  ids: { 'params.caseSetId': 'case_set', 'params.runId': 'run' },
  example: { params: { caseSetId: '$case_set', runId: '$run' } },
});

export const describePrompt = defineRoute({
  operationId: 'describePrompt',
  method: 'post',
  path: '/api/v1/described-prompts',
  permission: 'prompt.create',
  summary: 'Ask a model for a prompt by a description, with variables and first cases',
  description:
    'Answers at once with a run, which counts and costs like any other and stops like any other. What it wrote is read by itself; nothing is created before it is wanted.',
  limit: 'costly',
  body: describePromptBody,
  idempotent: true,
  response: { status: 202, schema: askedProposals },
  errors: [ConnectionError.unknown, LimitError.reached, BudgetError.exhausted, BudgetError.price_unknown],
  ids: { 'body.previous.runId': 'run' },
  example: {
    body: {
      model: { connectionId: null, model: 'echo' },
      about: 'Answers letters of customers.',
      previous: { runId: '$run', remark: 'In a warmer tone.' },
    },
  },
});

export const getDescribedPrompt = defineRoute({
  operationId: 'getDescribedPrompt',
  method: 'get',
  path: '/api/v1/described-prompts/{runId}',
  permission: 'prompt.create',
  summary: 'Read the prompt a model wrote, once its run is over',
  limit: 'read',
  params: describedParams,
  response: { status: 200, schema: describedPrompt },
  ids: { 'params.runId': 'run' },
  example: { params: { runId: '$run' } },
});

export const createDescribedPrompt = defineRoute({
  operationId: 'createDescribedPrompt',
  method: 'post',
  path: '/api/v1/described-prompts/{runId}/prompt',
  permission: 'prompt.create',
  summary: 'Create the prompt a model wrote, as it was edited, with the cases that are accepted',
  limit: 'write',
  params: describedParams,
  body: createDescribedBody,
  bodyLimit: 8 << 20,
  idempotent: true,
  response: { status: 201, schema: createdDescribed },
  errors: [PromptError.reference_cycle, PromptError.references_too_deep],
  ids: { 'params.runId': 'run' },
  example: {
    params: { runId: '$run' },
    body: {
      title: 'Letters',
      document: {
        sections: [{ id: 's1', kind: 'instructions', role: null, text: 'Answer this letter: {{letter}}' }],
        variables: [],
        examples: [],
        examplesAs: 'text',
        tools: [],
        settings: {},
        responseSchema: null,
        delimiters: null,
        extends: null,
      },
      cases: [{ name: 'Thanks', values: { letter: 'Thank you!' } }],
    },
  },
});
