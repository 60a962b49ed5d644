/** Imports: a file goes in, prompts come out, and the session can be undone. */

import { settingsSchema } from '@promptvault/document';
import * as z from 'zod';
import { suiteModel } from '../../studio/suites/shapes.ts';
import { orNull, page, pageQuery, personRef, time } from '../../values.ts';
import { promptVisibility, tagNames } from '../prompts/shapes.ts';

const column = z.int().min(0).max(1000).nullable();

export const csvMapping = z
  .strictObject({
    title: column,
    content: column,
    description: column,
    tags: column,
    type: column,
    forDevs: column,
  })
  .meta({ id: 'CsvMapping', description: 'Which column (from 0) fills which part; null leaves it empty.' });

/** Characters of a CSV file in one import. */
export const longestCsv = 20 * 1024 * 1024;

const csv = z.string().min(1).max(longestCsv);

export const previewCsvBody = z.strictObject({ csv, mapping: csvMapping.optional() });

export const importCsvBody = z.strictObject({
  csv,
  fileName: z.string().max(255).default(''),
  mapping: csvMapping.optional(),
  tags: tagNames.default([]).meta({ description: 'Given to every imported prompt.' }),
  visibility: promptVisibility.default('organization'),
  publish: z.boolean().default(false).meta({ description: 'true: colleagues see the prompts at once.' }),
  skipKnown: z
    .boolean()
    .default(true)
    .meta({ description: 'Leaves out rows whose title and text the vault has already.' }),
});

export const importProblem = z
  .object({
    severity: z.enum(['error', 'warning', 'info']),
    code: z.string(),
    message: z.string(),
    line: z.int().nullable(),
  })
  .meta({ id: 'ImportProblem' });
export type ImportProblem = z.output<typeof importProblem>;

export const csvPreview = z
  .object({
    columns: z.array(z.string()),
    mapping: csvMapping,
    delimiter: z.string(),
    found: z.int().meta({ description: 'Rows that would become prompts.' }),
    known: z.int().meta({ description: 'Rows whose title and text the vault has already.' }),
    rows: z.array(
      z.object({
        line: z.int(),
        title: z.string(),
        excerpt: z.string(),
        tags: z.array(z.string()),
        isKnown: z.boolean(),
      }),
    ),
    problems: z.array(importProblem),
  })
  .meta({ id: 'CsvPreview', description: 'What an import would do; the first rows of it.' });

export const importSession = z
  .object({
    id: z.string(),
    source: z.enum(['csv', 'promptfoo']),
    fileName: z.string(),
    startedBy: orNull(personRef).meta({ description: 'null once the account is deleted.' }),
    created: z.int(),
    skipped: z.int().meta({ description: 'Rows left out: empty, too long, or there already.' }),
    problems: z.array(importProblem),
    createdAt: time(),
    undoneAt: time().nullable(),
    removed: z.int().meta({ description: 'Prompts an undo took away; the rest had been changed since.' }),
  })
  .meta({ id: 'ImportSession' });
export type ImportSession = z.output<typeof importSession>;

export const importSessionPage = page(importSession).meta({ id: 'ImportSessionPage' });
export const listImportsQuery = z.strictObject(pageQuery);

/** Characters of all files of one promptfoo import, and how many there may be. */
export const longestBundle = 20 * 1024 * 1024;
export const mostBundleFiles = 1_000;

const promptfooSource = {
  files: z
    .array(z.strictObject({ path: z.string().min(1).max(500), text: z.string().max(longestBundle) }))
    .min(1)
    .max(mostBundleFiles)
    .meta({
      description:
        'The configuration and the files it names, by their paths from one folder. No other file is ever read.',
    }),
  config: z.string().max(500).optional().meta({
    description: 'Which file is the configuration; without it the promptfooconfig nearest to the top.',
  }),
  providers: z
    .array(z.strictObject({ id: z.string().min(1).max(500), ...suiteModel.shape }))
    .max(100)
    .default([])
    .meta({
      description: 'Which model here stands for a provider; the others are looked for among the models.',
    }),
  otherwise: suiteModel
    .default({ connectionId: null, model: 'echo' })
    .meta({ description: 'What stands in where no model is found.' }),
};

export const previewPromptfooBody = z.strictObject(promptfooSource);
export const importPromptfooBody = z.strictObject({
  ...promptfooSource,
  tags: tagNames.default([]).meta({ description: 'Given to every imported prompt.' }),
  visibility: promptVisibility.default('organization'),
});

export const promptfooPreview = z
  .object({
    config: z.string(),
    configs: z.array(z.string()).meta({ description: 'Files that may be the configuration.' }),
    title: z.string(),
    prompts: z.array(
      z.object({ title: z.string(), excerpt: z.string(), cases: z.int(), suites: z.array(z.string()) }),
    ),
    providers: z.array(
      z.object({
        id: z.string(),
        label: z.string(),
        model: orNull(suiteModel).meta({
          description: 'null where nothing here fits, and something stands in.',
        }),
        settings: settingsSchema,
      }),
    ),
    cases: z.int(),
    repetitions: z.int(),
    concurrency: z.int(),
    problems: z.array(importProblem),
  })
  .meta({ id: 'PromptfooPreview', description: 'What an import would make, and what has no counterpart.' });

export const importedPromptfoo = z
  .object({
    session: importSession,
    prompts: z.array(
      z.object({
        promptId: z.string(),
        title: z.string(),
        caseSetId: z.string().nullable().meta({ description: 'null where no test is for the prompt.' }),
        cases: z.int(),
        suiteIds: z.array(z.string()),
      }),
    ),
  })
  .meta({ id: 'ImportedPromptfoo' });
