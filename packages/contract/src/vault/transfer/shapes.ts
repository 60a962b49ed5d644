/** Imports: a file goes in, prompts come out, and the session can be undone. */
import * as z from 'zod';
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
    source: z.enum(['csv']),
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
