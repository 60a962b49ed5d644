import { defineRoute } from '../../define-route.ts';
import { CaseError } from './errors.ts';
import {
  addCasesBody,
  addedCases,
  casePage,
  caseParams,
  caseSet,
  caseSetPage,
  caseSetParams,
  createCaseSetBody,
  exampleCasePage,
  exportedCases,
  importCasesBody,
  importedCases,
  listCaseSetsQuery,
  listCasesQuery,
  listExampleCasesQuery,
  longestCaseCsv,
  previewedCases,
  testCase,
  updateCaseBody,
  updateCaseSetBody,
} from './shapes.ts';

const oneSet = { params: caseSetParams, ids: { 'params.caseSetId': 'case_set' } } as const;
const setExample = { params: { caseSetId: '$case_set' } } as const;
const oneCase = { params: caseParams, ids: { 'params.caseId': 'test_case' } } as const;
const caseExample = { params: { caseId: '$test_case' } } as const;

export const listCaseSets = defineRoute({
  operationId: 'listCaseSets',
  method: 'get',
  path: '/api/v1/case-sets',
  permission: 'case.read',
  summary: 'List sets of cases, newest first',
  limit: 'read',
  query: listCaseSetsQuery,
  response: { status: 200, schema: caseSetPage },
  ids: { 'query.promptId': 'prompt' },
  example: { query: { promptId: '$prompt' } },
});

export const createCaseSet = defineRoute({
  operationId: 'createCaseSet',
  method: 'post',
  path: '/api/v1/case-sets',
  permission: 'case.write',
  summary: 'Make a set of cases for a prompt',
  limit: 'write',
  body: createCaseSetBody,
  idempotent: true,
  response: { status: 201, schema: caseSet },
  errors: [CaseError.set_name_taken],
  ids: { 'body.promptId': 'prompt' },
  example: { body: { promptId: '$prompt', name: 'Tone' } },
});

export const getCaseSet = defineRoute({
  operationId: 'getCaseSet',
  method: 'get',
  path: '/api/v1/case-sets/{caseSetId}',
  permission: 'case.read',
  summary: 'Get a set of cases',
  limit: 'read',
  ...oneSet,
  response: { status: 200, schema: caseSet },
  example: setExample,
});

export const updateCaseSet = defineRoute({
  operationId: 'updateCaseSet',
  method: 'patch',
  path: '/api/v1/case-sets/{caseSetId}',
  permission: 'case.write',
  summary: 'Rename a set of cases',
  limit: 'write',
  ...oneSet,
  body: updateCaseSetBody,
  ifMatch: true,
  response: { status: 200, schema: caseSet },
  errors: [CaseError.set_name_taken],
  example: { ...setExample, body: { name: 'Manners' } },
});

export const deleteCaseSet = defineRoute({
  operationId: 'deleteCaseSet',
  method: 'delete',
  path: '/api/v1/case-sets/{caseSetId}',
  permission: 'case.write',
  summary: 'Delete a set of cases',
  description: 'Reports of suites keep what they ran. It can be restored.',
  limit: 'write',
  ...oneSet,
  ifMatch: true,
  response: { status: 204 },
  example: setExample,
});

export const restoreCaseSet = defineRoute({
  operationId: 'restoreCaseSet',
  method: 'post',
  path: '/api/v1/case-sets/{caseSetId}/restore',
  permission: 'case.write',
  summary: 'Bring a deleted set of cases back',
  limit: 'write',
  params: caseSetParams,
  ids: { 'params.caseSetId': 'deleted_case_set' },
  response: { status: 200, schema: caseSet },
  errors: [CaseError.set_name_taken],
  example: { params: { caseSetId: '$deleted_case_set' } },
});

export const listCases = defineRoute({
  operationId: 'listCases',
  method: 'get',
  path: '/api/v1/case-sets/{caseSetId}/cases',
  permission: 'case.read',
  summary: 'List the cases of a set in their order, as now or as of one of its versions',
  limit: 'read',
  ...oneSet,
  query: listCasesQuery,
  response: { status: 200, schema: casePage },
  example: { ...setExample, query: { limit: '10' } },
});

export const listExampleCases = defineRoute({
  operationId: 'listExampleCases',
  method: 'get',
  path: '/api/v1/case-sets/{caseSetId}/examples',
  permission: 'case.read',
  summary: 'List the cases of a set that can stand as examples in a prompt, in their order',
  description:
    'Those with an expected answer that are not longer than examples may be. A run chooses among them by itself; a preview of it does the same beforehand.',
  limit: 'read',
  ...oneSet,
  query: listExampleCasesQuery,
  response: { status: 200, schema: exampleCasePage },
  example: { ...setExample, query: { limit: '10' } },
});

export const addCases = defineRoute({
  operationId: 'addCases',
  method: 'post',
  path: '/api/v1/case-sets/{caseSetId}/cases',
  permission: 'case.write',
  summary: 'Add cases to a set, all or none',
  limit: 'write',
  ...oneSet,
  body: addCasesBody,
  bodyLimit: 20 << 20,
  idempotent: true,
  response: { status: 201, schema: addedCases },
  errors: [CaseError.set_full],
  example: {
    ...setExample,
    body: {
      cases: [
        {
          name: 'Neap tide',
          values: { topic: 'neap tides' },
          assertions: [{ kind: 'contains', values: ['moon'], ignoreCase: true }],
        },
      ],
    },
  },
});

export const importCases = defineRoute({
  operationId: 'importCases',
  method: 'post',
  path: '/api/v1/case-sets/{caseSetId}/cases/csv',
  permission: 'case.write',
  summary: 'Add a case for each row of a CSV file, all or none',
  limit: 'costly',
  ...oneSet,
  body: importCasesBody,
  bodyLimit: longestCaseCsv * 1.5,
  idempotent: true,
  response: { status: 201, schema: importedCases },
  errors: [CaseError.set_full, CaseError.unreadable],
  example: { ...setExample, body: { csv: 'name,topic,expected\nNeap,neap tides,\n' } },
});

export const previewCases = defineRoute({
  operationId: 'previewCases',
  method: 'post',
  path: '/api/v1/case-sets/{caseSetId}/cases/csv/preview',
  permission: 'case.write',
  summary: 'Say what a CSV file would add to a set, without adding it',
  limit: 'costly',
  ...oneSet,
  body: importCasesBody,
  bodyLimit: longestCaseCsv * 1.5,
  response: { status: 200, schema: previewedCases },
  errors: [CaseError.set_full],
  example: { ...setExample, body: { csv: 'name,topic,expected\nNeap,neap tides,\n' } },
});

export const exportCases = defineRoute({
  operationId: 'exportCases',
  method: 'get',
  path: '/api/v1/case-sets/{caseSetId}/export',
  permission: 'case.read',
  summary: 'Get the cases of a set as CSV',
  limit: 'costly',
  ...oneSet,
  response: { status: 200, schema: exportedCases },
  example: setExample,
});

export const getCase = defineRoute({
  operationId: 'getCase',
  method: 'get',
  path: '/api/v1/cases/{caseId}',
  permission: 'case.read',
  summary: 'Get a case',
  limit: 'read',
  ...oneCase,
  response: { status: 200, schema: testCase },
  example: caseExample,
});

export const updateCase = defineRoute({
  operationId: 'updateCase',
  method: 'patch',
  path: '/api/v1/cases/{caseId}',
  permission: 'case.write',
  summary: 'Change a case',
  limit: 'write',
  ...oneCase,
  body: updateCaseBody,
  bodyLimit: 20 << 20,
  ifMatch: true,
  response: { status: 200, schema: testCase },
  example: { ...caseExample, body: { name: 'Spring tide' } },
});

export const deleteCase = defineRoute({
  operationId: 'deleteCase',
  method: 'delete',
  path: '/api/v1/cases/{caseId}',
  permission: 'case.write',
  summary: 'Take a case out of its set',
  description: 'Earlier versions of the set keep it.',
  limit: 'write',
  ...oneCase,
  ifMatch: true,
  response: { status: 204 },
  example: caseExample,
});
