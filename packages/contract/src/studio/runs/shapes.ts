/** Runs: one call of one rendered prompt on one model each; a comparison is a set of them side by side. */
import { jsonSchema, messageSchema, samplingSchema, settingsSchema } from '@promptvault/document';
import * as z from 'zod';
import { allowance } from '../../account/billing/shapes.ts';
import { text } from '../../text.ts';
import { id, orNull, personRef, revision, time } from '../../values.ts';
import {
  assignment,
  branchName,
  documentProblem,
  labelCaller,
  labelName,
  promptDocument,
  versionNumber,
} from '../../vault/prompts/shapes.ts';
import { modelId, modelProvider } from '../models/shapes.ts';
import { runAttachmentFacts, runAttachments } from './attachments.ts';
import { runKinds, runOrigins } from './kinds.ts';
import { mostLevels, treeResult } from './tree.ts';

export const runStatuses = ['queued', 'running', 'finished', 'stopped', 'failed', 'interrupted'] as const;
export const runStatus = z.enum(runStatuses).meta({
  description:
    'queued: waits for a free place. stopped: by a person. failed: see error. interrupted: the server ended; the text so far is kept.',
});
export type RunStatus = z.output<typeof runStatus>;

/** Whether nothing more will come. */
export const isRunOver = (status: RunStatus): boolean => status !== 'queued' && status !== 'running';

export const runOrigin = z.enum(runOrigins).meta({
  description:
    'direct: somebody or a program asked for it. suite: made for a case of a suite, or by a judge of one. part: belongs to the answer of another run, as a repair or a prompt called as a tool.',
});
export const runKind = z.enum(runKinds).meta({
  description:
    'repair, tool, vote, thought, verdict and closing: part of the answer of the run that is their parent.',
});

/** What is run: the draft of a branch, a version, what a label points at, or a document of its own. */
export const runSource = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('draft'), promptId: id(), branch: branchName.default('main') }),
    z.strictObject({
      kind: z.literal('version'),
      promptId: id(),
      number: versionNumber,
      assignmentId: id().optional().meta({
        description:
          'The assignment that came with this version when a label was fetched for a subject: the run then tells its experiment and variant.',
      }),
    }),
    z.strictObject({
      kind: z.literal('label'),
      promptId: id(),
      label: labelName,
      ...labelCaller,
    }),
    z.strictObject({
      kind: z.literal('document'),
      document: promptDocument,
      promptId: id().optional().meta({ description: 'The prompt it was made from, if any.' }),
    }),
  ])
  .meta({ id: 'RunSource' });
export type RunSource = z.output<typeof runSource>;

export const mostModels = 8;
export const mostSamples = 10;
export const mostSets = 50;
/** What a person can look at, and one tab follow. */
export const mostRunsAtOnce = 100;

export const runModel = z.union([
  z.strictObject({
    connectionId: id().nullable().meta({ description: 'Null for the built-in echo model.' }),
    model: modelId(),
  }),
  z.strictObject({ chainId: id().meta({ description: 'A fallback chain, in place of one model.' }) }),
]);

/** A model that was called first and failed, so that the next one of a chain was. */
export const triedModel = z
  .object({ connectionName: z.string(), model: z.string(), code: z.string(), message: z.string() })
  .meta({ id: 'TriedModel' });
export type TriedModel = z.output<typeof triedModel>;

/** A file or a part of one; `from` and `to` are 1-based inclusive lines, absent for a whole file. */
export const runContextInput = z
  .strictObject({
    path: text({ max: 4_096, min: 1 }),
    from: z.int().min(1).optional(),
    to: z.int().min(1).optional(),
    text: text({ max: 10_000_000 }),
    hash: text({ max: 200, min: 1 }).meta({ description: 'Of the text, as the sender computed it.' }),
    tokens: z.int().min(0).optional(),
  })
  .refine((item) => item.to === undefined || (item.from !== undefined && item.to >= item.from), {
    message: 'A range needs both lines, the first not after the last.',
    path: ['to'],
  });
export type RunContextInput = z.output<typeof runContextInput>;

const valueName = z.string().min(1).max(200);
const values = z
  .record(valueName, jsonSchema)
  .refine((given) => Object.keys(given).length <= 1_000, 'At most 1,000 values.');
const context = z.array(runContextInput).max(5_000);

export const valueSet = z
  .strictObject({
    name: text({ max: 100, min: 1 }).meta({ description: 'What its answers are shown under.' }),
    values,
  })
  .meta({ id: 'ValueSet' });

const confirmedTools = z
  .array(text({ max: 200, min: 1 }))
  .max(128)
  .default([])
  .meta({
    description:
      'Names of tools that may be called though they are not marked as only reading. Without it the model is told that nobody agreed.',
  });

const startRunsFields = z.strictObject({
  source: runSource,
  values: values.default({}),
  sets: z
    .array(valueSet)
    .max(mostSets)
    .refine((sets) => new Set(sets.map(({ name }) => name)).size === sets.length, {
      message: 'Each set has a name of its own.',
    })
    .default([])
    .meta({
      description:
        'Sets of values, each run on every model; what a set does not give comes from `values`. Without any, `values` are the only set.',
    }),
  models: z.array(runModel).min(1).max(mostModels),
  samples: z
    .int()
    .min(1)
    .max(mostSamples)
    .default(1)
    .meta({ description: 'Answers of each model, as runs of their own beside each other.' }),
  context: context.default([]),
  attachments: runAttachments.default([]),
  settings: settingsSchema.default({}).meta({
    description:
      "Wins over the document's settings, each by itself; a sampling strategy wins over all they say of sampling.",
  }),
  confirmedTools,
  fresh: z.boolean().default(false).meta({
    description: 'Ask the models whatever the cache of answers holds.',
  }),
  keepContext: z.boolean().default(false).meta({
    description:
      'Store the contents of files, attachments and the rendered messages with the run. Otherwise only their hashes.',
  }),
});

export const startRunsBody = startRunsFields.refine(
  ({ models, samples, sets }) => models.length * samples * Math.max(1, sets.length) <= mostRunsAtOnce,
  {
    message: `At most ${mostRunsAtOnce} runs at once: models × sets × samples.`,
    path: ['sets'],
  },
);

/** What a retry or a continuation needs again, since it was not stored. */
export const continueRunBody = z.strictObject({
  context: context.optional(),
  attachments: runAttachments
    .optional()
    .meta({ description: 'In place of those of the run; needed where these were not kept.' }),
  confirmedTools,
  values: values
    .optional()
    .meta({ description: 'Values of file variables; others are stored with the run.' }),
});

export const retryRunBody = continueRunBody.extend({
  version: z.enum(['then', 'newest']).default('then').meta({
    description:
      '`then` sends the version, draft and settings of the run again. `newest` sends the newest version of the default branch with its settings, the values of the run, and what its author had changed of the settings.',
  }),
});

export const growRunBody = continueRunBody.extend({
  thoughtId: text({ max: 100, min: 1 }).meta({ description: 'The thought of its tree that grows further.' }),
  levels: z.int().min(1).max(mostLevels).meta({ description: 'How many thoughts deep.' }),
});

export const tokenUsage = z
  .object({
    inputTokens: z.int(),
    outputTokens: z.int(),
    cachedInputTokens: z.int().nullable(),
    reasoningTokens: z.int().nullable(),
    estimated: z.boolean().meta({ description: 'Counted here, since the provider did not say.' }),
  })
  .meta({ id: 'TokenUsage' });
export type TokenUsageView = z.output<typeof tokenUsage>;

export const runCost = z
  .object({
    microDollars: z.int().meta({ description: 'Millionths of a US dollar.' }),
    priceVersion: z.string(),
    estimated: z.boolean(),
  })
  .meta({ id: 'RunCost' });
export type RunCostView = z.output<typeof runCost>;

export const runError = z
  .object({ code: z.string(), message: z.string(), retryable: z.boolean() })
  .meta({ id: 'RunError', description: 'Why a run failed, in words a person can act on.' });

export const finishReason = z.string().nullable().meta({
  description:
    'stop, length, content_filter, refusal (the model declined), tool_calls, interrupted or other.',
});

export const toolResult = z
  .object({
    ok: z.boolean().meta({ description: 'Whether the tool did its work; the model is told either way.' }),
    output: z.string().meta({ description: 'As the model got it.' }),
    durationMs: z.int(),
    partId: z
      .string()
      .optional()
      .meta({ description: 'The run of the prompt that answered, where the tool is one.' }),
  })
  .meta({ id: 'ToolResult', description: 'What came of a call of a tool.' });

export const runToolCall = z
  .object({
    id: z.string(),
    name: z.string(),
    input: z.unknown(),
    result: orNull(toolResult).meta({
      description: 'Null while it goes on, and for a tool that is only declared.',
    }),
  })
  .meta({ id: 'RunToolCall' });

const answerProblem = z
  .object({
    path: z.string().meta({ description: 'JSON pointer into the answer; empty for the whole.' }),
    message: z.string(),
  })
  .meta({ id: 'AnswerProblem' });

/** What came of the form that a prompt asks for. */
export const answerOutcome = z
  .object({
    kind: z.enum(['valid', 'repaired', 'invalid', 'unchecked']).meta({
      description:
        'valid: the answer follows the schema. repaired: it did not, and was asked for once more. invalid: it does not. unchecked: the schema cannot be used.',
    }),
    asked: z.enum(['provider', 'words']).meta({
      description: 'How the model was told: by its provider, or in words where that takes no schemas.',
    }),
    problems: z.array(answerProblem).meta({ description: 'Of the answer as it came first.' }),
    repair: orNull(z.object({ runId: z.string(), problems: z.array(answerProblem) })).meta({
      description: 'The run that asked once more, and what is wrong with its answer.',
    }),
    note: z.string().nullable().meta({ description: 'Why it was not asked for once more.' }),
  })
  .meta({ id: 'AnswerOutcome', description: 'Whether an answer has the form its prompt asks for.' });
export type AnswerOutcomeView = z.output<typeof answerOutcome>;

export const voteResult = z
  .object({
    samples: z.array(
      z.object({
        runId: z.string(),
        status: runStatus,
        answer: z
          .string()
          .nullable()
          .meta({ description: 'What was taken as its answer; null where nothing was.' }),
        drawn: z
          .object({ sampling: samplingSchema.nullable(), temperature: z.number().nullable() })
          .optional()
          .meta({
            description:
              'Its strategy and temperature, as far as they are set; its run holds all of it. Absent on runs that are older than this.',
          }),
      }),
    ),
    votes: z
      .array(
        z.object({
          answer: z.string(),
          samples: z.array(z.int()).meta({ description: 'Their places among the samples, from 0.' }),
        }),
      )
      .meta({ description: 'Answers that are the same, the most often given first.' }),
    agreement: z.number().nullable().meta({
      description: 'The part of those who answered that agrees with the winner, 0 to 1.',
    }),
    winner: z.int().nullable().meta({ description: 'The sample whose answer is that of the run.' }),
  })
  .meta({ id: 'VoteResult', description: 'What several samples of the same answered, counted.' });
export type VoteResultView = z.output<typeof voteResult>;

export const chosenPairs = z
  .object({
    caseSetId: z.string(),
    setName: z.string().nullable().meta({
      description: 'Null for those who do not see the set, and in events, which tell everybody the same.',
    }),
    setVersion: z.int(),
    cases: z
      .array(
        z.object({
          caseId: z.string(),
          name: z.string().nullable().meta({ description: 'As the name of the set.' }),
          tokens: z.int().meta({ description: 'By the model of the run that counts most.' }),
          similarity: z.number().meta({ description: 'Of its values and those of the run, 0 to 1.' }),
        }),
      )
      .meta({ description: 'As they are sent: the most alike last.' }),
  })
  .meta({ id: 'ChosenPairs', description: 'Cases that were sent as examples, with their expected answers.' });
export type ChosenPairsView = z.output<typeof chosenPairs>;

export const techniqueResult = z
  .object({
    pairs: orNull(chosenPairs).optional().meta({
      description: 'Where the prompt takes examples from cases. Absent on runs that are older than this.',
    }),
    vote: orNull(voteResult).meta({ description: 'Where the prompt asks several samples to vote.' }),
    tree: orNull(treeResult).optional().meta({
      description: 'Where the prompt grows a tree of thoughts. Absent on runs that are older than this.',
    }),
  })
  .meta({ id: 'TechniqueResult', description: 'What came of the techniques of the prompt.' });
export type TechniqueResultView = z.output<typeof techniqueResult>;

const runFields = {
  id: z.string(),
  comparisonId: z.string(),
  parentId: z.string().nullable().meta({ description: 'The run that this one repeats or goes on from.' }),
  kind: runKind,
  origin: runOrigin,
  continuesId: z.string().nullable().meta({
    description: 'The run whose answer this one goes on with: the whole answer is both texts joined.',
  }),
  sampleIndex: z.int(),
  setName: z
    .string()
    .nullable()
    .meta({ description: 'The set of values it was run with, where there were several.' }),
  setIndex: z.int().nullable().meta({ description: 'Its place among them, from 0.' }),
  status: runStatus,
  promptId: z.string().nullable(),
  promptTitle: z.string().nullable().meta({ description: 'As it was when the run started.' }),
  versionId: z.string().nullable().meta({ description: 'Null when a draft or a loose document was run.' }),
  versionNumber: z.int().nullable(),
  assignment: orNull(assignment).meta({
    description: 'The variant of an experiment that its subject was given; null where it was made for none.',
  }),
  connectionId: z.string().nullable(),
  connectionName: z.string(),
  provider: modelProvider,
  model: z.string().meta({ description: 'The one that answered; of a chain the last that was called.' }),
  chainName: z.string().nullable().meta({ description: 'The fallback chain it was run on.' }),
  tried: z
    .array(triedModel)
    .meta({ description: 'Models of the chain that were called before it and failed.' }),
  author: orNull(personRef).meta({ description: 'null once the account is deleted.' }),
  excerpt: z.string().meta({ description: 'The beginning of the answer.' }),
  createdAt: time(),
  startedAt: time().nullable(),
  endedAt: time().nullable(),
  timeToFirstTokenMs: z.int().nullable(),
  durationMs: z.int().nullable(),
  finishReason,
  usage: orNull(tokenUsage),
  cost: orNull(runCost).meta({ description: 'Null when the price of the model is not known.' }),
  totalMicroDollars: z.int().nullable().meta({
    description:
      'What the whole answer cost: this run with those it goes on from and its parts. Null as long as nothing is known.',
  }),
  error: orNull(runError),
  cached: orNull(z.object({ answeredAt: time() })).meta({
    description: 'Served from the cache: no model was called. When the answer was given first.',
  }),
  outcome: orNull(answerOutcome).meta({
    description: 'Null where no form was asked for, or no whole answer came.',
  }),
  sentHash: z.string().meta({
    description: 'SHA-256 of the messages, the same as in the preview; empty for a private run.',
  }),
  private: z.boolean().meta({
    description:
      'Made by the browser of its author: only numbers are known, and nothing of what was said or sent.',
  }),
  keepContext: z.boolean(),
  revision: revision(),
};

export const run = z
  .object(runFields)
  .meta({ id: 'Run', description: 'One call of one prompt on one model.' });
export type RunView = z.output<typeof run>;

export const runContextItem = z
  .object({
    path: z.string(),
    from: z.int().nullable(),
    to: z.int().nullable(),
    hash: z.string(),
    tokens: z.int().nullable(),
    characters: z.int(),
    text: z.string().nullable().meta({ description: 'Only when kept with the run.' }),
  })
  .meta({ id: 'RunContextItem' });

export const omittedValue = z
  .object({ name: z.string(), characters: z.int(), hash: z.string() })
  .meta({ id: 'OmittedValue', description: 'A file given as a value: its content is not stored.' });

export const continuedAnswer = z
  .object({
    text: z.string().meta({ description: 'What stands before this output, from all the runs before.' }),
    by: z.enum(['prefill', 'instruction']).meta({
      description:
        'prefill: the provider went on with the text itself. instruction: it was asked to go on, since it takes no beginnings.',
    }),
  })
  .meta({ id: 'ContinuedAnswer', description: 'The beginning of an answer that this run goes on with.' });

export const runDetail = z
  .object({
    ...runFields,
    output: z.string(),
    continued: orNull(continuedAnswer),
    json: z.unknown().meta({
      description:
        'The answer as JSON where it is valid or was repaired; null otherwise, and for very long ones.',
    }),
    reasoning: z.string(),
    toolCalls: z.array(runToolCall),
    techniqueResult: orNull(techniqueResult).meta({ description: 'Null where there is nothing to tell.' }),
    parts: z.array(run).meta({
      description:
        'Runs that belong to this answer: repairs, prompts that its tools called, samples, thoughts.',
    }),
    warnings: z.array(z.string()),
    marked: z
      .int()
      .meta({ description: 'Characters of the answer that could not be stored and were replaced.' }),
    document: orNull(promptDocument).meta({ description: 'The copy of a draft; null for a version.' }),
    values: z.record(z.string(), z.unknown()),
    omittedValues: z.array(omittedValue),
    settings: settingsSchema.meta({
      description: 'As sent: those of the document with the changes of this run.',
    }),
    context: z.array(runContextItem),
    attachments: z.array(runAttachmentFacts),
    messages: z.array(messageSchema).nullable().meta({ description: 'Only when kept with the run.' }),
  })
  .meta({ id: 'RunDetail', description: 'A run with everything needed to repeat it.' });
export type RunDetailView = z.output<typeof runDetail>;

export const comparison = z
  .object({
    id: z.string(),
    createdAt: time(),
    author: orNull(personRef).meta({ description: 'null once the account is deleted.' }),
    promptId: z.string().nullable(),
    promptTitle: z.string().nullable(),
    runs: z.array(run),
  })
  .meta({ id: 'Comparison', description: 'Runs of one prompt side by side.' });
export type ComparisonView = z.output<typeof comparison>;

export const startedRuns = z
  .object({
    comparison,
    problems: z
      .array(documentProblem)
      .meta({ description: 'What rendering remarked; none of it is an error.' }),
    allowance: orNull(allowance),
  })
  .meta({ id: 'StartedRuns' });

export const changedContext = z
  .object({ path: z.string(), from: z.int().nullable(), to: z.int().nullable() })
  .meta({ id: 'ChangedContext' });

export const retriedRun = z
  .object({
    run,
    changed: z.array(changedContext).meta({ description: 'Files whose content differs from the first run.' }),
    sentSame: z.boolean().meta({
      description: 'Whether the messages are those of the first run, to the last character.',
    }),
  })
  .meta({ id: 'RetriedRun', description: 'A run that repeats another, or goes on with its answer.' });

export const longestCacheHours = 24 * 90;

export const answerCache = z
  .object({
    enabled: z.boolean(),
    hours: z.int().meta({ description: 'How long an answer is served again.' }),
    answers: z.int().meta({ description: 'How many are kept now.' }),
    revision: revision(),
  })
  .meta({
    id: 'AnswerCache',
    description: 'Whether identical requests at temperature 0 are served from an earlier answer.',
  });
export type AnswerCacheView = z.output<typeof answerCache>;

export const updateAnswerCacheBody = z
  .strictObject({ enabled: z.boolean(), hours: z.int().min(1).max(longestCacheHours) })
  .partial();

const rating = z.enum(['up', 'down']).nullable();

export const runRating = z
  .object({ mine: rating, up: z.int(), down: z.int() })
  .meta({ id: 'RunRating', description: 'What people think of an answer; `mine` is null without a rating.' });
export type RunRatingView = z.output<typeof runRating>;

export const rateRunBody = z.strictObject({
  rating: rating.meta({ description: 'null takes the rating back.' }),
});

export const runParams = z.object({ runId: id() });
export const runAttachmentParams = z.object({
  runId: id(),
  // Not coerced: a path without it would be read as 0.
  position: z.string().regex(/^\d{1,4}$/),
});
export const comparisonParams = z.object({ comparisonId: id() });

export const compareRunsQuery = z.object({ left: id(), right: id() });

const diffSide = z
  .object({ line: z.int(), parts: z.array(z.object({ text: z.string(), changed: z.boolean() })) })
  .nullable();

/** As `compareTexts` of packages/document makes it: lines, and within changed lines words. */
export const answerDiff = z
  .object({
    rows: z.array(
      z.object({
        change: z.enum(['same', 'changed', 'removed', 'added']),
        before: diffSide,
        after: diffSide,
      }),
    ),
    hunks: z.array(z.object({ from: z.int(), to: z.int() })),
    added: z.int(),
    removed: z.int(),
  })
  .meta({ id: 'AnswerDiff', description: 'before is the left answer, after the right one.' });

export const comparedRuns = z
  .object({ left: runDetail, right: runDetail, diff: answerDiff })
  .meta({ id: 'ComparedRuns' });
export type ComparedRunsView = z.output<typeof comparedRuns>;
