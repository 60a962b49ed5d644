/** Optimisations: rewrites of a prompt that a model proposes, measured on cases it has and has not seen. */
import { settingsSchema } from '@promptvault/document';
import * as z from 'zod';
import { text } from '../../text.ts';
import { id, orNull, page, pageQuery, personRef, time } from '../../values.ts';
import { branchName, promptDocument } from '../../vault/prompts/shapes.ts';
import { interval, mostProposals, suiteModel } from '../suites/shapes.ts';

export const mostOptimiserItems = 20_000;
/** Fewer cases cannot be split. */
export const leastOptimiserCases = 2;

export const startOptimisationBody = z.strictObject({
  promptId: id(),
  branch: branchName.default('main').meta({ description: 'Its newest version is what is rewritten.' }),
  suiteId: id()
    .nullable()
    .default(null)
    .meta({ description: 'Its cases, models and settings measure each rewrite; null has cases generated.' }),
  model: suiteModel.meta({ description: 'The model that finds fault and rewrites.' }),
  target: suiteModel
    .nullable()
    .default(null)
    .meta({ description: 'Without a suite: the model that answers the cases.' }),
  generate: z
    .strictObject({
      count: z.int().min(leastOptimiserCases).max(mostProposals).default(10),
      about: text({ max: 4_000 }).default(''),
    })
    .nullable()
    .default(null)
    .meta({ description: 'Without a suite: how many cases are generated, and what they should try.' }),
  rubric: text({ max: 20_000 }).nullable().default(null).meta({
    description:
      'Without a suite: what a good answer is. `model` judges by it; where it is null, only cases without assertions are judged, by whether the answer does what the prompt asks.',
  }),
  candidates: z.int().min(1).max(6).default(3).meta({ description: 'Rewrites a round.' }),
  rounds: z.int().min(1).max(10).default(3),
  heldOut: z
    .number()
    .min(0)
    .max(0.8)
    .default(0.3)
    .meta({ description: 'Share of the cases that the model never sees.' }),
  budgetMicroDollars: z
    .int()
    .min(1)
    .max(1_000_000_000_000)
    .meta({ description: 'What all of it may cost, in millionths of a dollar. Nothing is bought beyond.' }),
});

export const optimisationStatuses = ['running', 'finished', 'stopped', 'failed'] as const;
export const optimisationEnds = ['perfect', 'rounds', 'no_improvement', 'budget', 'person', 'fault'] as const;

export const candidateScore = z
  .object({
    cases: z.int().meta({ description: 'Items: cases on models, settings and repetitions.' }),
    passed: z.int(),
    rate: z.number().nullable(),
    interval: orNull(interval),
    score: z.number().nullable().meta({ description: 'Mean score by the weights of the cases.' }),
    microDollars: z.int().nullable().meta({ description: 'Mean cost of an answer.' }),
  })
  .meta({ id: 'CandidateScore' });

export const optimisationCandidate = z
  .object({
    id: z.string(),
    number: z.int().meta({ description: '0 is the prompt as it was.' }),
    round: z.int(),
    idea: z.string(),
    discarded: z.string().nullable().meta({ description: 'Why it was never run, in words.' }),
    seen: candidateScore.meta({ description: 'On cases the model was shown.' }),
    heldOut: candidateScore.meta({
      description: 'On cases it never saw; only of those that are among the best.',
    }),
    isBest: z.boolean().meta({ description: 'No other is better in score and not dearer.' }),
    isOverfit: z
      .boolean()
      .meta({ description: 'Better than the original on what was seen, and worse on what was not.' }),
  })
  .meta({ id: 'OptimisationCandidate' });
export type OptimisationCandidateView = z.output<typeof optimisationCandidate>;

const fields = {
  id: z.string(),
  promptId: z.string(),
  promptTitle: z.string(),
  branch: z.string(),
  version: z.int(),
  suiteId: z.string().nullable(),
  status: z.enum(optimisationStatuses),
  end: z.enum(optimisationEnds).nullable(),
  reason: z.string().nullable().meta({ description: 'Why it ended, in words.' }),
  evidence: z
    .string()
    .meta({ description: 'What the scores rest on: a suite, generated cases or a rubric, in words.' }),
  round: z.int(),
  rounds: z.int(),
  candidates: z.int(),
  microDollars: z.int(),
  budgetMicroDollars: z.int().nullable(),
  startedBy: orNull(personRef),
  adopted: orNull(z.object({ candidate: z.int(), branch: z.string(), reviewId: z.string() })),
  createdAt: time(),
  endedAt: time().nullable(),
};
export const optimisation = z.object(fields).meta({ id: 'Optimisation' });
export type OptimisationView = z.output<typeof optimisation>;
export const optimisationPage = page(optimisation).meta({ id: 'OptimisationPage' });

export const optimisationReport = z
  .object({
    ...fields,
    model: suiteModel,
    lanes: z.array(z.object({ ...suiteModel.shape, settings: settingsSchema })),
    cases: z.object({ seen: z.int(), heldOut: z.int() }),
    critiques: z.array(z.object({ round: z.int(), text: z.string(), runId: z.string() })),
    all: z.array(optimisationCandidate),
    /** Items of all candidates that are laid out and not judged yet. */
    waiting: z.int(),
  })
  .meta({ id: 'OptimisationReport' });
export type OptimisationReportView = z.output<typeof optimisationReport>;

const outcome = z.object({
  status: z.enum(['waiting', 'running', 'passed', 'failed', 'error']),
  score: z.number().nullable(),
  excerpt: z.string(),
  reason: z.string().nullable(),
  runId: z.string().nullable(),
});
export const candidateDetail = z
  .object({
    candidate: optimisationCandidate,
    original: promptDocument,
    document: promptDocument.nullable().meta({ description: 'null where what was proposed is no prompt.' }),
    items: z.array(
      z.object({
        caseId: z.string(),
        caseName: z.string(),
        isHeldOut: z.boolean(),
        lane: z.int(),
        repetition: z.int(),
        before: orNull(outcome),
        after: outcome,
      }),
    ),
  })
  .meta({ id: 'CandidateDetail', description: 'A candidate case by case, beside the original.' });
export type CandidateDetailView = z.output<typeof candidateDetail>;

export const optimisationParams = z.object({ optimisationId: id() });
export const candidateParams = z.object({ candidateId: id() });
export const listOptimisationsQuery = z.object({ ...pageQuery, promptId: id() });
export const resumeOptimisationBody = z.strictObject({
  budgetMicroDollars: z.int().min(1).max(1_000_000_000_000),
});
export const adoptCandidateBody = z.strictObject({
  branch: branchName.meta({ description: 'The new branch that holds it.' }),
});
