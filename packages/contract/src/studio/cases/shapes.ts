/** Cases: what a prompt is given, and what its answer must be. */
import { jsonSchema } from '@promptvault/document';
import { assertionsSchema, writtenAssertionsSchema } from '@promptvault/document/assertions';
import * as z from 'zod';
import { text } from '../../text.ts';
import { id, name, orNull, page, pageQuery, personRef, revision, time } from '../../values.ts';

export const mostCasesInSet = 20_000;
/** Which cases can stand as examples in a prompt: as many of a set, and as long, values and answer together in characters. */
export const exampleLimits = { looked: 2_000, longest: 20_000 } as const;
/** Characters of a CSV file with cases. */
export const longestCaseCsv = 20 * 1024 * 1024;

const values = z
  .record(z.string().min(1).max(200), jsonSchema)
  .refine((given) => Object.keys(given).length <= 1_000, 'At most 1,000 values.');

const fields = {
  name: name(200),
  values: values.default({}).meta({ description: 'Values of the variables; a file is `{ name, text }`.' }),
  expected: text({ max: 100_000 })
    .nullable()
    .default(null)
    .meta({ description: 'The answer that is wanted; assertions without a value of their own mean it.' }),
  tags: z
    .array(text({ max: 50, min: 1 }))
    .max(20)
    .default([]),
  assertions: assertionsSchema.default([]),
  weight: z.number().min(0).max(1_000).default(1).meta({ description: 'How much it counts in the score.' }),
  required: z
    .boolean()
    .default(false)
    .meta({ description: 'Whether a suite fails when this case fails, whatever its rate.' }),
  passScore: z.number().min(0).max(1).nullable().default(null).meta({
    description: 'The score of its assertions from which the case passes, beside those that are required.',
  }),
};

export const caseInput = z.strictObject({
  ...fields,
  assertions: writtenAssertionsSchema.default([]),
});
export type CaseInput = z.output<typeof caseInput>;

export const testCase = z
  .object({
    id: z.string(),
    caseSetId: z.string(),
    position: z.int(),
    ...fields,
    revision: revision(),
  })
  .meta({ id: 'TestCase', description: 'What a prompt is given, and what its answer must be.' });
export type TestCaseView = z.output<typeof testCase>;

export const caseSet = z
  .object({
    id: z.string(),
    promptId: z.string(),
    name: z.string(),
    version: z.int().meta({ description: 'Counts changes of the cases; a suite run names the one it ran.' }),
    cases: z.int(),
    createdBy: orNull(personRef).meta({ description: 'null once the account is deleted.' }),
    createdAt: time(),
    updatedAt: time(),
    revision: revision(),
  })
  .meta({
    id: 'CaseSet',
    description: 'Cases of one prompt. Each change of them makes a new version of the set.',
  });
export type CaseSetView = z.output<typeof caseSet>;

export const caseSetPage = page(caseSet).meta({ id: 'CaseSetPage' });
export const casePage = page(testCase).meta({ id: 'TestCasePage' });

export const caseSetParams = z.object({ caseSetId: id() });
export const caseParams = z.object({ caseId: id() });

export const listCaseSetsQuery = z.object({ ...pageQuery, promptId: id() });
export const createCaseSetBody = z.strictObject({ promptId: id(), name: name(120) });
export const updateCaseSetBody = z.strictObject({ name: name(120) });
export const listCasesQuery = z.object({
  ...pageQuery,
  version: z.coerce.number().int().min(0).optional().meta({ description: 'The set as it was then.' }),
  tag: text({ max: 50 }).optional(),
  q: text({ max: 200 }).optional().meta({ description: 'Text in the name of the case.' }),
});
export const listExampleCasesQuery = z.object({
  ...pageQuery,
  version: z.coerce.number().int().min(0).optional().meta({ description: 'The set as it was then.' }),
});
export const exampleCase = z
  .object({ id: z.string(), name: z.string(), values, expected: z.string() })
  .meta({ id: 'ExampleCase' });
export const exampleCasePage = page(exampleCase).meta({
  id: 'ExampleCasePage',
  description: `The first ${exampleLimits.looked.toLocaleString('en')} of them are looked at when examples are chosen.`,
});

export const addCasesBody = z.strictObject({ cases: z.array(caseInput).min(1).max(1_000) });
export const addedCases = z.object({ set: caseSet, cases: z.array(testCase) }).meta({ id: 'AddedCases' });

const { name: caseName, ...rest } = fields;
export const updateCaseBody = z.strictObject({
  name: caseName.optional(),
  values: values.optional(),
  expected: text({ max: 100_000 }).nullable().optional(),
  tags: rest.tags.unwrap().optional(),
  assertions: writtenAssertionsSchema.optional(),
  weight: z.number().min(0).max(1_000).optional(),
  required: z.boolean().optional(),
  passScore: z.number().min(0).max(1).nullable().optional(),
});

export const importCasesBody = z.strictObject({
  csv: text({ max: longestCaseCsv, min: 1 }).meta({
    description:
      'The first line names the columns: name, expected, tags, weight, required, passScore and assertions (as JSON) are of the case, any other is the value of a variable. Tags stand between commas; one that holds a comma stands in quotes. `text:name` is a variable called like a column of the case; `text:`, `lines:` and `json:` before a name say what its cells hold, and that an empty one is no value (an apostrophe alone is an empty text).',
  }),
});
export const importedCases = z
  .object({
    set: caseSet,
    created: z.int(),
    columns: z.array(z.string()).meta({ description: 'Columns that became values of variables.' }),
    problems: z.array(z.object({ line: z.int().nullable(), message: z.string() })),
  })
  .meta({ id: 'ImportedCases' });
export const mostPreviewed = 20;
export const previewedCases = z
  .object({
    cases: z.array(caseInput).meta({ description: `The first ${mostPreviewed} as they would be made.` }),
    total: z.int().meta({ description: 'How many would be made.' }),
    columns: z.array(z.string()).meta({ description: 'Columns that become values of variables.' }),
    problems: z.array(z.object({ line: z.int().nullable(), message: z.string() })),
  })
  .meta({ id: 'PreviewedCases', description: 'What a CSV file would add. Nothing is written.' });
export const exportedCases = z.object({ fileName: z.string(), csv: z.string() }).meta({
  id: 'ExportedCases',
  description:
    'What the import reads as the same cases. Cells that a spreadsheet would take for a formula begin with an apostrophe, which the import takes off again; so does an expected answer that is empty.',
});
