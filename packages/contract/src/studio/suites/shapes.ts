/** Suites: cases run over versions × models × settings × repetitions, and what came of it. */
import { settingsSchema } from '@promptvault/document';
import * as z from 'zod';
import { text } from '../../text.ts';
import { id, name, orNull, page, pageQuery, personRef, revision, time } from '../../values.ts';
import { branchName, checkName, labelName, versionNumber } from '../../vault/prompts/shapes.ts';
import { caseInput } from '../cases/shapes.ts';
import { modelId } from '../models/shapes.ts';
import { runStatus } from '../runs/shapes.ts';

export const mostSuiteItems = 20_000;

export const suiteSource = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('branch'), branch: branchName.default('main') }),
  z.strictObject({ kind: z.literal('label'), label: labelName }),
  z.strictObject({ kind: z.literal('version'), number: versionNumber }),
]);
export type SuiteSource = z.output<typeof suiteSource>;

export const suiteModel = z.strictObject({
  connectionId: id().nullable().meta({ description: 'Null for the built-in echo model.' }),
  model: modelId(),
});

const budget = z.int().min(1).max(1_000_000_000_000);

const fields = {
  name: name(120),
  caseSetId: id(),
  sources: z.array(suiteSource).min(1).max(10),
  models: z.array(suiteModel).min(1).max(8),
  settings: z
    .array(settingsSchema)
    .min(1)
    .max(8)
    .meta({ description: "Each wins over the document's settings; `{}` takes them as they are." }),
  repetitions: z.int().min(1).max(20),
  concurrency: z.int().min(1).max(16).meta({ description: 'Models called at the same time.' }),
  reuse: z.boolean().meta({
    description:
      'Take the answer an earlier run of a suite got for the very same messages, model and settings.',
  }),
  passRate: z
    .number()
    .min(0)
    .max(1)
    .meta({ description: 'Share of items that must pass for it to be green.' }),
  budgetMicroDollars: budget.nullable().meta({
    description:
      'What one run of it may cost, answers and judges together, in millionths of a dollar; null leaves it to the budget of the organization.',
  }),
  check: checkName.nullable().meta({
    description:
      'The name under which it reports to the versions it ran, such as `suite:tone`; null reports nothing.',
  }),
};

export const createSuiteBody = z.strictObject({
  promptId: id(),
  ...fields,
  sources: fields.sources.default([{ kind: 'branch', branch: 'main' }]),
  settings: fields.settings.default([{}]),
  repetitions: fields.repetitions.default(1),
  concurrency: fields.concurrency.default(4),
  reuse: fields.reuse.default(false),
  passRate: fields.passRate.default(1),
  budgetMicroDollars: fields.budgetMicroDollars.default(null),
  check: fields.check.default(null),
});
export const updateSuiteBody = z.strictObject(fields).partial();

export const suiteRunStatuses = ['running', 'finished', 'stopped', 'failed'] as const;

export const suite = z
  .object({
    id: z.string(),
    promptId: z.string(),
    promptTitle: z.string(),
    ...fields,
    createdAt: time(),
    updatedAt: time(),
    lastRun: orNull(
      z.object({
        id: z.string(),
        status: z.enum(suiteRunStatuses),
        isGreen: z.boolean(),
        total: z.int(),
        passed: z.int(),
        failed: z.int(),
        errors: z.int(),
        microDollars: z.int(),
        createdAt: time(),
      }),
    ),
    revision: revision(),
  })
  .meta({ id: 'Suite', description: 'Which cases are run on what.' });
export type SuiteView = z.output<typeof suite>;
export const suitePage = page(suite).meta({ id: 'SuitePage' });
export const suiteParams = z.object({ suiteId: id() });
export const listSuitesQuery = z.object({ ...pageQuery, promptId: id().optional() });

export const startSuiteBody = z.strictObject({
  sources: fields.sources.optional().meta({ description: 'Other versions than the suite names, this once.' }),
  reuse: fields.reuse.optional(),
  budgetMicroDollars: fields.budgetMicroDollars
    .optional()
    .meta({ description: 'Another budget than the suite says, this once.' }),
  baselineId: id().optional().meta({
    description: 'The run to compare with; without it the newest that finished.',
  }),
});

export const interval = z
  .object({ low: z.number(), high: z.number() })
  .meta({ id: 'Interval', description: 'Where the true share lies with 95 % (Wilson score).' });

const counts = {
  total: z.int(),
  passed: z.int(),
  failed: z.int(),
  errors: z.int().meta({ description: 'Could not be run or judged; they count as not passed.' }),
};

export const suiteLane = z
  .object({
    index: z.int(),
    version: z.int(),
    from: z.string().meta({ description: 'What named the version: a branch, a label or its number.' }),
    connectionId: z.string().nullable(),
    connectionName: z.string(),
    model: z.string(),
    settings: settingsSchema,
    ...counts,
    rate: z.number().nullable(),
    interval: orNull(interval),
    score: z.number().nullable().meta({ description: 'Mean score, by the weights of the cases.' }),
    microDollars: z.int(),
    meanLatencyMs: z.int().nullable(),
    broken: z.int().nullable().meta({ description: 'Passed in the baseline, and not here.' }),
    fixed: z.int().nullable(),
    unsteady: z.int().meta({ description: 'Cases whose repetitions disagree.' }),
  })
  .meta({ id: 'SuiteLane', description: 'One version on one model with one group of settings.' });
export type SuiteLaneView = z.output<typeof suiteLane>;

const runFields = {
  id: z.string(),
  suiteId: z.string(),
  suiteName: z.string(),
  promptId: z.string(),
  caseSetId: z.string(),
  caseSetVersion: z.int(),
  status: z.enum(suiteRunStatuses),
  isGreen: z
    .boolean()
    .meta({ description: 'Finished, with the rate it needs and all required cases passed.' }),
  reason: z.string().nullable().meta({ description: 'Why it stopped or is not green, in words.' }),
  ...counts,
  waiting: z.int(),
  reused: z.int(),
  microDollars: z.int().meta({ description: 'Of answers and judges, as far as prices are known.' }),
  budgetMicroDollars: z.int().nullable().meta({
    description: 'What it may cost; once that is spent it stops, and can be gone on with under a higher one.',
  }),
  isSpent: z.boolean().meta({ description: 'Stopped because its budget is spent.' }),
  waitsFor: z.array(z.object({ connectionId: z.string(), connectionName: z.string().nullable() })).meta({
    description:
      'Connections that are left alone after failures: what needs them waits until they are called again, five minutes at most. The name is null where it only judges or compares.',
  }),
  passRate: z.number().meta({ description: 'The share it needs.' }),
  startedBy: orNull(personRef).meta({ description: 'null once the account is deleted.' }),
  baselineId: z.string().nullable(),
  createdAt: time(),
  endedAt: time().nullable(),
};
export const suiteRun = z.object(runFields).meta({ id: 'SuiteRun' });
export type SuiteRunView = z.output<typeof suiteRun>;
export const suiteRunPage = page(suiteRun).meta({ id: 'SuiteRunPage' });

/** Removed cases that a report names. */
export const mostRemovedNamed = 100;

export const suiteReport = z
  .object({
    ...runFields,
    added: z.int().nullable().meta({
      description: 'Cases that the baseline had not; null where there is nothing to compare with.',
    }),
    removed: orNull(
      z.object({
        total: z.int(),
        cases: z
          .array(z.object({ caseId: z.string(), caseName: z.string(), passed: z.boolean() }))
          .meta({ description: `At most ${mostRemovedNamed}; passed: everywhere in the baseline.` }),
      }),
    ).meta({
      description:
        'Cases of the baseline that are not in this run; null where there is nothing to compare with.',
    }),
    rate: z.number().nullable(),
    interval: orNull(interval),
    lanes: z.array(suiteLane),
  })
  .meta({ id: 'SuiteReport' });
export type SuiteReportView = z.output<typeof suiteReport>;

export const assertionResult = z
  .object({
    kind: z.string(),
    status: z.enum(['passed', 'failed', 'error']),
    score: z.number(),
    reason: z.string(),
    weight: z.number(),
    required: z.boolean(),
  })
  .meta({ id: 'AssertionResult' });

export const suiteItem = z
  .object({
    position: z.int(),
    lane: z.int(),
    caseId: z.string(),
    caseName: z.string(),
    repetition: z.int(),
    required: z.boolean(),
    weight: z.number(),
    status: z.enum(['waiting', 'running', 'passed', 'failed', 'error']),
    before: z
      .enum(['passed', 'failed', 'error'])
      .nullable()
      .meta({ description: 'What it was in the baseline.' }),
    score: z.number().nullable(),
    results: z.array(assertionResult),
    reason: z.string().nullable().meta({ description: 'Why it could not be run.' }),
    excerpt: z.string(),
    runId: z.string().nullable(),
    reused: z.boolean(),
    latencyMs: z.int().nullable(),
    microDollars: z.int().nullable(),
    inputTokens: z.int().nullable(),
    outputTokens: z.int().nullable(),
  })
  .meta({ id: 'SuiteItem', description: 'One case on one lane.' });
export type SuiteItemView = z.output<typeof suiteItem>;
export const suiteItemPage = page(suiteItem).meta({ id: 'SuiteItemPage' });

export const suiteItemShows = [
  'all',
  'passed',
  'failed',
  'error',
  'broken',
  'fixed',
  'unsteady',
  'slowest',
] as const;

export const suiteRunBudgetBody = z.strictObject({
  budgetMicroDollars: budget.nullable().meta({ description: 'null takes the budget of this run away.' }),
});
export const suiteRunParams = z.object({ suiteRunId: id() });
export const listSuiteRunsQuery = z.object(pageQuery);
export const listSuiteItemsQuery = z.object({
  ...pageQuery,
  show: z.enum(suiteItemShows).default('all').meta({
    description:
      'broken and fixed: against the baseline. unsteady: the repetitions of the case disagree. slowest: the 50 that took longest.',
  }),
  lane: z.coerce.number().int().min(0).max(10_000).optional(),
  position: z.coerce
    .number()
    .int()
    .min(0)
    .max(mostSuiteItems)
    .optional()
    .meta({ description: 'Only this one.' }),
  q: text({ max: 200 }).optional().meta({ description: 'Text in the name of the case.' }),
});
export const exportSuiteRunQuery = z.object({ format: z.enum(['junit', 'json']) });

/** Cases that a model may be asked for at once. */
export const mostProposals = 50;

export const proposeCasesBody = z.strictObject({
  model: suiteModel,
  count: z.int().min(1).max(mostProposals).default(5),
  source: suiteSource
    .default({ kind: 'branch', branch: 'main' })
    .meta({ description: 'The version of the prompt that the model is shown.' }),
  about: text({ max: 4_000 })
    .default('')
    .meta({ description: 'What the cases should try, in words; empty leaves it to the model.' }),
});
export const askedProposals = z
  .object({ runId: z.string() })
  .meta({ id: 'AskedProposals', description: 'The run whose answer will be the proposals.' });
export const proposalParams = z.object({ caseSetId: id(), runId: id() });
export const caseProposals = z
  .object({
    runId: z.string(),
    status: runStatus,
    cases: z.array(caseInput).meta({
      description:
        'As they can be added to the set; nothing of it is stored. While the model is still writing, those that are whole.',
    }),
    duplicates: z.array(z.object({ index: z.int(), of: z.string() })).meta({
      description: 'Cases whose values another has already: one of the set, or an earlier proposal.',
    }),
    problems: z
      .array(z.string())
      .meta({ description: 'What the model answered that is no case, or why it did not.' }),
    microDollars: z.int().nullable().meta({ description: 'What asking cost, as far as the price is known.' }),
  })
  .meta({ id: 'CaseProposals' });
export type CaseProposalsView = z.output<typeof caseProposals>;
