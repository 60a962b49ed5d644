import * as z from 'zod';
import { defineRoute } from '../../define-route.ts';
import { RunError } from '../runs/errors.ts';
import { HistoryError } from './errors.ts';
import {
  createJudgementBody,
  createRunQueryBody,
  exportRunsQuery,
  judgement,
  judgementDetail,
  judgementPage,
  judgementParams,
  listJudgementsQuery,
  listRunsQuery,
  markedRuns,
  markRunsBody,
  outdatedRuns,
  outdatedRunsQuery,
  runFolder,
  runFolderBody,
  runFolderParams,
  runPage,
  runQuery,
  runQueryParams,
  runRetention,
  runShelf,
  updateJudgementBody,
  updateRetentionBody,
  updateRunQueryBody,
} from './shapes.ts';

export const listRuns = defineRoute({
  operationId: 'listRuns',
  method: 'get',
  path: '/api/v1/runs',
  permission: 'run.read',
  summary: 'List and search runs, newest first',
  limit: 'read',
  query: listRunsQuery,
  response: { status: 200, schema: runPage },
  ids: { 'query.promptId': 'prompt', 'query.folderId': 'run_folder' },
  example: { query: { promptId: '$prompt', folderId: '$run_folder', status: 'finished,stopped' } },
});

export const markRuns = defineRoute({
  operationId: 'markRuns',
  method: 'post',
  path: '/api/v1/run-marks',
  permission: 'run.read',
  summary: 'Bookmark runs, put them in a folder, or tag them',
  description: 'Marks are one’s own. What is left out stays as it is; asking twice changes nothing more.',
  limit: 'write',
  body: markRunsBody,
  response: { status: 200, schema: markedRuns },
  ids: { 'body.runIds.0': 'run', 'body.folderId': 'run_folder' },
  example: { body: { runIds: ['$run'], bookmarked: true, folderId: '$run_folder', addTags: ['good'] } },
});

export const getRunShelf = defineRoute({
  operationId: 'getRunShelf',
  method: 'get',
  path: '/api/v1/run-shelf',
  permission: 'run.read',
  summary: 'Get your folders, tags, bookmarks and kept searches of runs',
  limit: 'read',
  response: { status: 200, schema: runShelf },
  example: {},
});

const oneFolder = { params: runFolderParams, ids: { 'params.folderId': 'run_folder' } } as const;
const folderExample = { params: { folderId: '$run_folder' } } as const;

export const createRunFolder = defineRoute({
  operationId: 'createRunFolder',
  method: 'post',
  path: '/api/v1/run-folders',
  permission: 'run.read',
  summary: 'Make a folder for your runs',
  limit: 'write',
  body: runFolderBody,
  idempotent: true,
  response: { status: 201, schema: runFolder },
  errors: [HistoryError.name_taken, HistoryError.too_many],
  example: { body: { name: 'Worth keeping' } },
});

export const updateRunFolder = defineRoute({
  operationId: 'updateRunFolder',
  method: 'patch',
  path: '/api/v1/run-folders/{folderId}',
  permission: 'run.read',
  summary: 'Rename a folder of runs',
  limit: 'write',
  ...oneFolder,
  body: runFolderBody,
  ifMatch: true,
  response: { status: 200, schema: runFolder },
  errors: [HistoryError.name_taken],
  example: { ...folderExample, body: { name: 'Kept' } },
});

export const deleteRunFolder = defineRoute({
  operationId: 'deleteRunFolder',
  method: 'delete',
  path: '/api/v1/run-folders/{folderId}',
  permission: 'run.read',
  summary: 'Delete a folder; its runs stay, in no folder',
  limit: 'write',
  ...oneFolder,
  ifMatch: true,
  response: { status: 204 },
  example: folderExample,
});

const oneQuery = { params: runQueryParams, ids: { 'params.queryId': 'run_query' } } as const;
const queryExample = { params: { queryId: '$run_query' } } as const;

export const createRunQuery = defineRoute({
  operationId: 'createRunQuery',
  method: 'post',
  path: '/api/v1/run-queries',
  permission: 'run.read',
  summary: 'Keep a search of runs',
  limit: 'write',
  body: createRunQueryBody,
  idempotent: true,
  response: { status: 201, schema: runQuery },
  errors: [HistoryError.name_taken, HistoryError.too_many],
  example: { body: { name: 'Failed today', address: '?status=failed' } },
});

export const updateRunQuery = defineRoute({
  operationId: 'updateRunQuery',
  method: 'patch',
  path: '/api/v1/run-queries/{queryId}',
  permission: 'run.read',
  summary: 'Change a kept search',
  limit: 'write',
  ...oneQuery,
  body: updateRunQueryBody,
  ifMatch: true,
  response: { status: 200, schema: runQuery },
  errors: [HistoryError.name_taken],
  example: { ...queryExample, body: { name: 'Failed' } },
});

export const deleteRunQuery = defineRoute({
  operationId: 'deleteRunQuery',
  method: 'delete',
  path: '/api/v1/run-queries/{queryId}',
  permission: 'run.read',
  summary: 'Forget a kept search',
  limit: 'write',
  ...oneQuery,
  ifMatch: true,
  response: { status: 204 },
  example: queryExample,
});

export const exportRuns = defineRoute({
  operationId: 'exportRuns',
  method: 'get',
  path: '/api/v1/run-export',
  permission: 'run.read',
  summary: 'Export the runs of a search, with their answers, as a file',
  description: 'More than one’s own runs need data.export. The file is written as it is read, newest first.',
  limit: 'costly',
  query: exportRunsQuery,
  response: { status: 200, schema: z.string() },
  file: true,
  ids: { 'query.promptId': 'prompt', 'query.folderId': 'run_folder' },
  example: { query: { promptId: '$prompt', folderId: '$run_folder', format: 'csv' } },
});

const oneJudgement = { params: judgementParams, ids: { 'params.judgementId': 'judgement' } } as const;
const judgementExample = { params: { judgementId: '$judgement' } } as const;

export const listJudgements = defineRoute({
  operationId: 'listJudgements',
  method: 'get',
  path: '/api/v1/judgements',
  permission: 'run.read',
  summary: 'List kept comparisons of runs: your own, and those shared with everybody',
  limit: 'read',
  query: listJudgementsQuery,
  response: { status: 200, schema: judgementPage },
  example: {},
});

export const createJudgement = defineRoute({
  operationId: 'createJudgement',
  method: 'post',
  path: '/api/v1/judgements',
  permission: 'run.read',
  summary: 'Keep a comparison of two to six runs, with notes and a verdict',
  limit: 'write',
  body: createJudgementBody,
  idempotent: true,
  response: { status: 201, schema: judgement },
  errors: [HistoryError.verdict_unclear, HistoryError.same_run, RunError.is_private],
  ids: { 'body.runIds.0': 'run', 'body.runIds.1': 'other_run' },
  example: { body: { runIds: ['$run', '$other_run'], title: 'Which model?' } },
});

export const getJudgement = defineRoute({
  operationId: 'getJudgement',
  method: 'get',
  path: '/api/v1/judgements/{judgementId}',
  permission: 'run.read',
  summary: 'Get a kept comparison with its runs',
  limit: 'read',
  ...oneJudgement,
  response: { status: 200, schema: judgementDetail },
  example: judgementExample,
});

export const updateJudgement = defineRoute({
  operationId: 'updateJudgement',
  method: 'patch',
  path: '/api/v1/judgements/{judgementId}',
  permission: 'run.read',
  summary: 'Change the notes, the verdict or the sharing of a kept comparison',
  description: 'Whoever made it may. Sharing shows its runs, whole, to everybody in the organization.',
  limit: 'write',
  ...oneJudgement,
  body: updateJudgementBody,
  ifMatch: true,
  response: { status: 200, schema: judgement },
  errors: [HistoryError.verdict_unclear, RunError.is_private],
  example: { ...judgementExample, body: { notes: 'The first is shorter.' } },
});

export const deleteJudgement = defineRoute({
  operationId: 'deleteJudgement',
  method: 'delete',
  path: '/api/v1/judgements/{judgementId}',
  permission: 'run.read',
  summary: 'Delete a kept comparison; its runs stay',
  limit: 'write',
  ...oneJudgement,
  ifMatch: true,
  response: { status: 204 },
  example: judgementExample,
});

export const getRunRetention = defineRoute({
  operationId: 'getRunRetention',
  method: 'get',
  path: '/api/v1/run-retention',
  permission: 'run.read',
  summary: 'Get how long the organization keeps runs',
  limit: 'read',
  response: { status: 200, schema: runRetention },
  example: {},
});

export const getOutdatedRuns = defineRoute({
  operationId: 'getOutdatedRuns',
  method: 'get',
  path: '/api/v1/run-retention/outdated',
  permission: 'run.retain',
  summary: 'Count the runs that would be erased if runs were kept for so many days',
  limit: 'read',
  query: outdatedRunsQuery,
  response: { status: 200, schema: outdatedRuns },
  example: { query: { days: '365' } },
});

export const updateRunRetention = defineRoute({
  operationId: 'updateRunRetention',
  method: 'patch',
  path: '/api/v1/run-retention',
  permission: 'run.retain',
  summary: 'Set how long the organization keeps runs',
  limit: 'write',
  body: updateRetentionBody,
  ifMatch: true,
  response: { status: 200, schema: runRetention },
  example: { body: { days: 365 } },
});
