import * as z from 'zod';
import { LimitError } from '../../account/billing/errors.ts';
import { defineRoute } from '../../define-route.ts';
import { id } from '../../values.ts';
import { ImportError } from './errors.ts';
import {
  csvPreview,
  importCsvBody,
  importSession,
  importSessionPage,
  listImportsQuery,
  longestCsv,
  previewCsvBody,
} from './shapes.ts';

/** Quotes and line ends of a CSV are escaped in JSON, so the body may be larger than the file. */
const csvBodyLimit = longestCsv * 1.5;
const exampleCsv = 'act,prompt\nTranslator,Translate {{text}} into French.\n';

export const previewCsvImport = defineRoute({
  operationId: 'previewCsvImport',
  method: 'post',
  path: '/api/v1/imports/csv/preview',
  permission: 'prompt.import',
  summary: 'Tell what a CSV import would do, without doing it',
  limit: 'costly',
  body: previewCsvBody,
  bodyLimit: csvBodyLimit,
  response: { status: 200, schema: csvPreview },
  example: { body: { csv: exampleCsv } },
});

export const importCsv = defineRoute({
  operationId: 'importCsv',
  method: 'post',
  path: '/api/v1/imports/csv',
  permission: 'prompt.import',
  summary: 'Make a prompt of each row of a CSV file, all or none',
  limit: 'costly',
  body: importCsvBody,
  bodyLimit: csvBodyLimit,
  idempotent: true,
  response: { status: 201, schema: importSession },
  errors: [ImportError.unreadable, ImportError.too_many, LimitError.reached],
  example: { body: { csv: exampleCsv, fileName: 'prompts.csv' } },
});

export const listImports = defineRoute({
  operationId: 'listImports',
  method: 'get',
  path: '/api/v1/imports',
  permission: 'prompt.import',
  summary: 'List imports, the newest first',
  description: 'One sees one’s own; who may edit every prompt sees all.',
  limit: 'read',
  query: listImportsQuery,
  response: { status: 200, schema: importSessionPage },
  example: { query: { limit: '10' } },
});

export const getImport = defineRoute({
  operationId: 'getImport',
  method: 'get',
  path: '/api/v1/imports/{importId}',
  permission: 'prompt.import',
  summary: 'Get one import',
  limit: 'read',
  params: z.object({ importId: id() }),
  response: { status: 200, schema: importSession },
  ids: { 'params.importId': 'import_session' },
  example: { params: { importId: '$import_session' } },
});

export const undoImport = defineRoute({
  operationId: 'undoImport',
  method: 'post',
  path: '/api/v1/imports/{importId}/undo',
  permission: 'prompt.import',
  summary: 'Delete the prompts of an import that nobody changed since',
  limit: 'costly',
  params: z.object({ importId: id() }),
  response: { status: 200, schema: importSession },
  errors: [ImportError.already_undone],
  ids: { 'params.importId': 'import_session' },
  example: { params: { importId: '$import_session' } },
});
