/** Experiments: a label that means several versions, who gets which, and what came of it. */
import * as z from 'zod';
import { text } from '../../text.ts';
import { description, id, name, orNull, page, pageQuery, personRef, revision, time } from '../../values.ts';
import { labelName, versionNumber } from '../../vault/prompts/shapes.ts';

export const mostOutcomesAtOnce = 1_000;
/** Outcomes are taken for so many days after the end, and each subject's are then added up and forgotten. */
export const lateDays = 7;
export const keptDays = 30;

export const metricName = z
  .string()
  .max(40, 'A metric has a name of at most 40 characters.')
  .regex(/^[a-z][a-z0-9_]*$/, 'A metric starts with a lower-case letter and has letters, digits and "_".');

/** share: how many subjects it happened to at least once. mean: the mean of what each subject's values are on average. */
export const measure = z.enum(['share', 'mean']).meta({ id: 'ExperimentMeasure' });

const rule = z.strictObject({
  attribute: text({ max: 60, min: 1 }),
  is: z.enum(['one_of', 'none_of']),
  values: z
    .array(text({ max: 100, min: 1 }))
    .min(1)
    .max(100),
});

const variant = z.strictObject({
  name: name(40),
  version: versionNumber,
  weight: z.int().min(1).max(99).meta({ description: 'In percent; all together are 100.' }),
});

const variants = z
  .array(variant)
  .min(2)
  .max(6)
  .refine(
    (all) => all.reduce((sum, { weight }) => sum + weight, 0) === 100,
    'The weights must add up to 100 %.',
  )
  .refine(
    (all) => new Set(all.map((one) => one.name)).size === all.length,
    'Each variant has a name of its own.',
  )
  .refine(
    (all) => new Set(all.map(({ version }) => version)).size === all.length,
    'Each variant has a version of its own.',
  )
  .meta({ description: 'The first is what the others are compared with: what the label points at.' });

const primary = z.strictObject({
  metric: metricName,
  measure,
  better: z.enum(['higher', 'lower']),
  worthwhile: z.number().positive().max(1e9).meta({
    description: 'The smallest difference that matters: 0.02 is two points of a share.',
  }),
});

const guard = z.strictObject({
  metric: metricName,
  measure,
  bound: z.enum(['at_most', 'at_least']),
  against: z.enum(['value', 'control']).meta({
    description: 'value: of the variant itself. control: by how much it is above or below the first variant.',
  }),
  limit: z.number().min(-1e12).max(1e12),
});

const fields = {
  name: name(120),
  hypothesis: description(2_000),
  variants,
  rules: z
    .array(rule)
    .max(10)
    .meta({ description: 'Who takes part: all must hold. Others get what the label points at.' }),
  parts: z
    .strictObject({
      attribute: text({ max: 60, min: 1 }),
      values: z
        .array(text({ max: 40, min: 1 }))
        .min(1)
        .max(10),
    })
    .nullable()
    .meta({
      description: 'The report shows these values of an attribute by themselves; no other value is kept.',
    }),
  primary,
  guards: z.array(guard).max(8),
  subjects: z.int().min(100).max(100_000_000).meta({
    description: 'How many subjects are planned in all: the interval is narrowest for its effort there.',
  }),
  leastSubjects: z.int().min(50).max(1_000_000).meta({
    description: 'Nothing is concluded, and no guard rail looks, before each variant has so many.',
  }),
  endsAt: z.iso.datetime().nullable().meta({ description: 'Ends by itself then.' }),
};

/** Whether each metric of a plan is measured in one way. */
export const metricsAgree = (given: {
  primary?: { metric: string; measure: string } | undefined;
  guards?: { metric: string; measure: string }[] | undefined;
}) => {
  const known = new Map<string, string>();
  return [...(given.primary ? [given.primary] : []), ...(given.guards ?? [])].every((one) => {
    const before = known.get(one.metric);
    known.set(one.metric, one.measure);
    return before === undefined || before === one.measure;
  });
};
export const disagreement = 'One metric is measured in one way: as a share, or as a mean.';

export const createExperimentBody = z
  .strictObject({
    promptId: id(),
    label: labelName,
    ...fields,
    hypothesis: fields.hypothesis.default(''),
    rules: fields.rules.default([]),
    parts: fields.parts.default(null),
    guards: fields.guards.default([]),
    subjects: fields.subjects.default(2_000),
    leastSubjects: fields.leastSubjects.default(100),
    endsAt: fields.endsAt.default(null),
  })
  .refine(metricsAgree, { message: disagreement, path: ['guards'] });
export const updateExperimentBody = z
  .strictObject(fields)
  .partial()
  .refine(metricsAgree, { message: disagreement, path: ['guards'] });

export const experimentStatuses = ['draft', 'running', 'paused', 'stopped', 'concluded'] as const;
export const endReasons = [
  'person',
  'guard',
  'end_date',
  'label_moved',
  'prompt_deleted',
  'concluded',
] as const;

export const experimentEnd = z
  .object({
    reason: z.enum(endReasons),
    by: orNull(personRef),
    metric: z.string().nullable().meta({ description: 'The guard rail that was crossed.' }),
    variant: z
      .string()
      .nullable()
      .meta({ description: 'Who crossed it; or whose version the label was moved to.' }),
    note: z.string(),
  })
  .meta({ id: 'ExperimentEnd' });

export const experiment = z
  .object({
    id: z.string(),
    promptId: z.string(),
    promptTitle: z.string(),
    label: z.string(),
    ...fields,
    status: z.enum(experimentStatuses),
    approvals: z.array(personRef).meta({ description: 'Who agreed to its start; a change of it asks anew.' }),
    approvalsNeeded: z.int(),
    createdBy: orNull(personRef),
    createdAt: time(),
    startedAt: time().nullable(),
    endedAt: time().nullable(),
    end: orNull(experimentEnd),
    revision: revision(),
  })
  .meta({ id: 'Experiment', description: 'A label that means several versions for a while.' });
export type ExperimentView = z.output<typeof experiment>;
export const experimentPage = page(experiment).meta({ id: 'ExperimentPage' });
export const experimentParams = z.object({ experimentId: id() });
export const listExperimentsQuery = z.object({
  ...pageQuery,
  promptId: id().optional(),
  status: z.enum(experimentStatuses).optional(),
});

const difference = z
  .object({ estimate: z.number(), low: z.number(), high: z.number() })
  .meta({ id: 'ExperimentDifference', description: 'Against the first variant, or of itself.' });

const lane = z
  .object({
    variant: z.string(),
    version: z.int(),
    weight: z.int(),
    subjects: z.int(),
    measured: z.int().meta({ description: 'Of these, with a value.' }),
    value: z.number().nullable(),
    difference: orNull(difference).meta({ description: 'null for the first, and before there are enough.' }),
  })
  .meta({ id: 'ExperimentLane' });
export type ExperimentLane = z.output<typeof lane>;

export const experimentVerdict = z
  .object({
    kind: z.enum(['better', 'worse', 'same', 'unclear']),
    variant: z.string().meta({ description: 'Whom it is about.' }),
    low: z.number().nullable(),
    high: z.number().nullable(),
    missing: z
      .int()
      .nullable()
      .meta({ description: 'unclear: about so many more subjects in all; null when unknown.' }),
    until: time().nullable().meta({ description: 'When they will have come, as often as in the last day.' }),
  })
  .meta({ id: 'ExperimentVerdict' });
export type ExperimentVerdict = z.output<typeof experimentVerdict>;

export const experimentReport = z
  .object({
    status: z.enum(experimentStatuses),
    at: time(),
    subjects: z.int(),
    earlier: z
      .int()
      .meta({ description: 'First seen under other weights: they keep their version and are not counted.' }),
    perDay: z.number().nullable().meta({ description: 'Subjects first seen within a day, lately.' }),
    lanes: z.array(lane),
    verdicts: z.array(experimentVerdict),
    guards: z.array(
      z.object({
        metric: z.string(),
        lanes: z.array(
          z.object({
            variant: z.string(),
            measured: z.int(),
            value: z.number().nullable(),
            reading: orNull(difference),
            isCrossed: z.boolean(),
          }),
        ),
      }),
    ),
    split: z.object({
      p: z
        .number()
        .meta({ description: 'How well the counts fit the weights; may be looked at all the time.' }),
      isOff: z.boolean(),
    }),
    parts: z.array(
      z.object({
        part: z.string().meta({ description: 'Empty for all other values.' }),
        lanes: z.array(lane),
      }),
    ),
    looks: z.array(
      z.object({
        at: time(),
        subjects: z.int(),
        readings: z.array(orNull(difference)).meta({ description: 'One for each variant but the first.' }),
      }),
    ),
  })
  .meta({
    id: 'ExperimentReport',
    description: 'What came of it so far. All intervals hold at every moment at once.',
  });
export type ExperimentReportView = z.output<typeof experimentReport>;

export const reweighBody = z.strictObject({
  weights: z
    .array(z.int().min(1).max(99))
    .min(2)
    .max(6)
    .refine(
      (all) => all.reduce((sum, weight) => sum + weight, 0) === 100,
      'The weights must add up to 100 %.',
    ),
});

export const endExperimentBody = z.strictObject({ note: text({ max: 500 }).default('') });
export const concludeExperimentBody = z.strictObject({
  variant: name(40)
    .nullable()
    .default(null)
    .meta({ description: 'The label is moved to its version, by the rules of the label; null leaves it.' }),
  note: text({ max: 500 }).default(''),
});

export const concludedExperiment = z
  .object({
    experiment,
    isMoved: z.boolean(),
    requestId: z
      .string()
      .nullable()
      .meta({ description: 'The label needs approvals: the move was asked for.' }),
  })
  .meta({ id: 'ConcludedExperiment' });

const outcome = z
  .strictObject({
    key: text({ max: 100, min: 1 }).meta({
      description: 'Names this outcome: a second of the same name is not counted.',
    }),
    assignmentId: id().optional(),
    subject: text({ max: 200, min: 1 }).optional(),
    metric: metricName,
    value: z.number().min(-1e12).max(1e12).default(1),
    at: z.iso
      .datetime({ offset: true })
      .optional()
      .meta({ description: 'When it happened; now unless said.' }),
  })
  .refine(({ assignmentId, subject }) => (assignmentId === undefined) !== (subject === undefined), {
    message: 'Name either the assignment or the subject.',
  });
export const reportOutcomesBody = z.strictObject({
  outcomes: z.array(outcome).min(1).max(mostOutcomesAtOnce),
});

export const outcomeRefusals = [
  'unknown_subject',
  'unknown_metric',
  'not_a_share',
  'too_early',
  'in_future',
  'too_late',
] as const;
export const reportedOutcomes = z
  .object({
    counted: z.int(),
    duplicates: z.int(),
    refused: z.array(
      z.object({ index: z.int(), key: z.string(), reason: z.enum(outcomeRefusals), message: z.string() }),
    ),
  })
  .meta({ id: 'ReportedOutcomes', description: 'What is counted here is stored.' });
