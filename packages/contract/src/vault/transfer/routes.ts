import * as z from 'zod';
import { LimitError } from '../../account/billing/errors.ts';
import { defineRoute } from '../../define-route.ts';
import { ConnectionError } from '../../studio/models/errors.ts';
import { id } from '../../values.ts';
import { ImportError } from './errors.ts';
import {
  csvPreview,
  importCsvBody,
  importedPromptfoo,
  importPromptfooBody,
  importSession,
  importSessionPage,
  listImportsQuery,
  longestBundle,
  longestCsv,
  previewCsvBody,
  previewPromptfooBody,
  promptfooPreview,
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
  errors: [ImportError.too_many],
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

/** Texts of files are escaped in JSON, as those of a CSV. */
const bundleBodyLimit = longestBundle * 1.5;
const exampleFiles = [
  {
    path: 'promptfooconfig.yaml',
    text: "prompts: ['Translate {{text}} into French.']\nproviders: [echo]\ntests:\n  - vars: { text: tide }\n    assert: [{ type: contains, value: tide }]\n",
  },
];

export const previewPromptfooImport = defineRoute({
  operationId: 'previewPromptfooImport',
  method: 'post',
  path: '/api/v1/imports/promptfoo/preview',
  permission: 'prompt.import',
  summary: 'Tell what would become of a promptfoo configuration, without doing it',
  limit: 'costly',
  body: previewPromptfooBody,
  bodyLimit: bundleBodyLimit,
  response: { status: 200, schema: promptfooPreview },
  errors: [ImportError.unreadable],
  example: { body: { files: exampleFiles } },
});

export const importPromptfoo = defineRoute({
  operationId: 'importPromptfoo',
  method: 'post',
  path: '/api/v1/imports/promptfoo',
  permission: 'prompt.import',
  summary: 'Make prompts, cases and suites of a promptfoo configuration, all or none',
  description: 'Programs of a configuration are never run. What has no counterpart stands in the problems.',
  limit: 'costly',
  body: importPromptfooBody,
  bodyLimit: bundleBodyLimit,
  idempotent: true,
  response: { status: 201, schema: importedPromptfoo },
  errors: [ImportError.unreadable, ImportError.too_many_cases, LimitError.reached, ConnectionError.unknown],
  example: { body: { files: exampleFiles } },
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
