/** What becomes of runs afterwards: finding them, marking them, holding them against each other, forgetting them. */
import * as z from 'zod';
import { text } from '../../text.ts';
import { id, name, orNull, page, pageQuery, personRef, revision, time } from '../../values.ts';
import { modelId, modelProvider } from '../models/shapes.ts';
import { run, runDetail, runOrigin, runStatus, runStatuses } from '../runs/shapes.ts';
import { runSorts } from './kinds.ts';

export const mostTags = 20;
export const runTag = name(60).meta({ description: 'A word of one’s own on runs.' });

const statusList = z
  .string()
  .max(100)
  .transform((value) => value.split(',').filter((part) => part !== ''))
  .pipe(z.array(runStatus).max(runStatuses.length));

/** Days that there are: 31 February would be taken for a day of March. */
const isMoment = (value: string): boolean =>
  z.iso.date().safeParse(value.slice(0, 10)).success && !Number.isNaN(Date.parse(value));

const moment = z.string().max(40).refine(isMoment, {
  message: 'This must be a day (2026-05-31) or a moment (2026-05-31T08:00:00Z).',
});

const microDollars = z.coerce.number().int().min(0).max(1_000_000_000_000);

export const runSort = z.enum(runSorts);

/** What a list of runs is narrowed to. */
export const runFilters = {
  q: text({ max: 200 }).optional().meta({
    description:
      'Words of the answer, the prompt or its title; all must be there. "…" holds words together, - leaves out, or takes either, and * at the end of the last word stands for any end.',
  }),
  status: statusList.optional().meta({ description: 'One or more, separated by commas.' }),
  model: modelId().optional(),
  provider: modelProvider.optional(),
  promptId: id().optional(),
  versionId: id().optional(),
  author: z
    .enum(['me', 'all'])
    .default('me')
    .meta({ description: 'all: those of everybody, as far as you may see them.' }),
  authorId: id().optional().meta({ description: 'Those of one person; with author=all.' }),
  from: moment.optional().meta({ description: 'Started then or later.' }),
  to: moment.optional().meta({ description: 'Started then or before; a day is taken whole.' }),
  leastCost: microDollars.optional().meta({ description: 'In millionths of a US dollar.' }),
  mostCost: microDollars.optional().meta({ description: 'In millionths of a US dollar.' }),
  origin: runOrigin.optional(),
  private: z.enum(['only', 'without']).optional().meta({
    description: 'Runs that a browser made by itself: those alone, or all others.',
  }),
  experimentId: id().optional().meta({ description: 'Those made for subjects of this experiment.' }),
  variant: text({ max: 40 }).optional().meta({ description: 'Those of one variant; with experimentId.' }),
  bookmarked: z.enum(['true']).optional(),
  folderId: id().optional(),
  tag: text({ max: 60 }).optional().meta({ description: 'A tag of one’s own.' }),
  sort: runSort.default('newest'),
};

/** A variant has its name within its experiment alone. */
const hasExperiment = (query: { variant?: string | undefined; experimentId?: string | undefined }): boolean =>
  query.variant === undefined || query.experimentId !== undefined;
const experimentNeeded = {
  path: ['variant'],
  message: 'A variant is looked for with the experiment it belongs to: give experimentId.',
};

export const listRunsQuery = z
  .object({ ...pageQuery, ...runFilters })
  .refine(hasExperiment, experimentNeeded);

export const runMarks = z
  .object({ bookmarked: z.boolean(), folderId: z.string().nullable(), tags: z.array(z.string()) })
  .meta({ id: 'RunMarks', description: 'What you put on a run. Nobody else sees it.' });
export type RunMarksView = z.output<typeof runMarks>;

export const runMatch = z
  .object({
    where: z.enum(['answer', 'prompt', 'title']),
    text: z.string().meta({ description: 'What stands around the first place found.' }),
    ranges: z
      .array(z.object({ from: z.int(), to: z.int() }))
      .meta({ description: 'The words found, as UTF-16 offsets into text.' }),
  })
  .meta({ id: 'RunMatch' });
export type RunMatchView = z.output<typeof runMatch>;

export const foundRun = run
  .extend({ marks: runMarks, match: orNull(runMatch).meta({ description: 'Null without q.' }) })
  .meta({ id: 'FoundRun', description: 'A run of a list.' });
export type FoundRunView = z.output<typeof foundRun>;
export const runPage = page(foundRun);

export const mostMarkedAtOnce = 200;

export const markRunsBody = z.strictObject({
  runIds: z.array(id()).min(1).max(mostMarkedAtOnce),
  bookmarked: z.boolean().optional(),
  folderId: id().nullable().optional().meta({ description: 'Null takes them out of their folder.' }),
  addTags: z.array(runTag).max(mostTags).optional(),
  removeTags: z.array(runTag).max(mostTags).optional(),
});

export const markedRuns = z
  .object({
    items: z.array(
      z.object({
        runId: z.string(),
        outcome: z.enum(['marked', 'not_found', 'too_many_tags']),
        marks: orNull(runMarks),
      }),
    ),
  })
  .meta({ id: 'MarkedRuns' });

export const runMarkQuery = z.object({ runId: id() });

export const runFolder = z
  .object({ id: z.string(), name: z.string(), runs: z.int(), createdAt: time(), revision: revision() })
  .meta({ id: 'RunFolder', description: 'A folder of your runs.' });
export type RunFolderView = z.output<typeof runFolder>;
export const runFolderBody = z.strictObject({ name: name(80) });
export const runFolderParams = z.object({ folderId: id() });

export const runQuery = z
  .object({ id: z.string(), name: z.string(), address: z.string(), createdAt: time(), revision: revision() })
  .meta({ id: 'RunQuery', description: 'A search you keep.' });
export type RunQueryView = z.output<typeof runQuery>;

const address = text({ max: 2_000 })
  .regex(/^\?[^#\s]*$|^$/, 'This must be the query of the list of runs, such as ?status=failed.')
  .meta({ description: 'The query of the list’s address, such as ?status=failed.' });
export const createRunQueryBody = z.strictObject({ name: name(80), address });
export const updateRunQueryBody = z.strictObject({ name: name(80).optional(), address: address.optional() });
export const runQueryParams = z.object({ queryId: id() });

/** Everything one marks runs with, in one answer: they are few. */
export const runShelf = z
  .object({
    folders: z.array(runFolder),
    tags: z.array(z.object({ name: z.string(), runs: z.int() })),
    queries: z.array(runQuery),
    bookmarks: z.int(),
  })
  .meta({ id: 'RunShelf', description: 'Your folders, tags, bookmarks and searches of runs.' });
export type RunShelfView = z.output<typeof runShelf>;

export const exportRunsQuery = z
  .object({
    ...runFilters,
    format: z.enum(['jsonl', 'csv']).default('jsonl').meta({
      description: 'jsonl: a run a line, as in the list but with the whole answer. csv: for spreadsheets.',
    }),
  })
  .refine(hasExperiment, experimentNeeded);

export const mostCompared = 6;
export const verdictKinds = ['open', 'winner', 'tie'] as const;

const runIds = z.array(id()).min(2).max(mostCompared);
const note = text({ max: 2_000 });

export const judgementVerdict = z
  .enum(verdictKinds)
  .meta({ description: 'open: none yet. winner: one of the runs is best. tie: several are equally good.' });

export const judgement = z
  .object({
    id: z.string(),
    title: z.string(),
    runIds: z.array(z.string()),
    baseRunId: z.string().meta({ description: 'The run that the others are compared with.' }),
    verdict: judgementVerdict,
    winnerIds: z.array(z.string()).meta({ description: 'One for winner, two or more for tie, else none.' }),
    notes: z.string(),
    runNotes: z.record(z.string(), z.string()).meta({ description: 'A note on a run, by its id.' }),
    shared: z.boolean().meta({ description: 'Whether everybody in the organization sees it with its runs.' }),
    author: orNull(personRef).meta({ description: 'null once the account is deleted.' }),
    mine: z.boolean().meta({ description: 'Whether you may change it.' }),
    createdAt: time(),
    updatedAt: time(),
    revision: revision(),
  })
  .meta({ id: 'Judgement', description: 'Runs held against each other, with notes and a verdict.' });
export type JudgementView = z.output<typeof judgement>;

export const judgementDetail = judgement
  .extend({
    runs: z.array(runDetail).meta({ description: 'Those that are still there, in their order.' }),
    openRunIds: z.array(z.string()).meta({ description: 'Runs that you see also by themselves.' }),
  })
  .meta({ id: 'JudgementDetail' });
export type JudgementDetailView = z.output<typeof judgementDetail>;
export const judgementPage = page(judgement);
export const judgementParams = z.object({ judgementId: id() });
export const listJudgementsQuery = z.object(pageQuery);

const judgementFields = {
  title: name(120),
  baseRunId: id(),
  verdict: judgementVerdict,
  winnerIds: z.array(id()).max(mostCompared),
  notes: text({ max: 20_000 }),
  runNotes: z.record(z.string().max(100), note).refine((notes) => Object.keys(notes).length <= mostCompared),
  shared: z.boolean(),
};
export const createJudgementBody = z.strictObject({
  runIds,
  title: judgementFields.title,
  baseRunId: judgementFields.baseRunId.optional(),
  verdict: judgementFields.verdict.default('open'),
  winnerIds: judgementFields.winnerIds.default([]),
  notes: judgementFields.notes.default(''),
  runNotes: judgementFields.runNotes.default({}),
  shared: judgementFields.shared.default(false),
});
export const updateJudgementBody = z.strictObject(judgementFields).partial();

export const runRetention = z
  .object({
    days: z.int().nullable().meta({ description: 'null: runs are kept for good.' }),
    revision: revision(),
  })
  .meta({
    id: 'RunRetention',
    description:
      'How long runs are kept. Those that anybody bookmarked, or that a kept comparison holds, stay.',
  });
export type RunRetentionView = z.output<typeof runRetention>;
export const longestRetentionDays = 3_650;
export const updateRetentionBody = z.strictObject({
  days: z.int().min(1).max(longestRetentionDays).nullable(),
});

export const outdatedRunsQuery = z.object({
  days: z.coerce.number().int().min(1).max(longestRetentionDays),
});

/** How far runs are counted that would be erased. */
export const mostOutdatedCounted = 100_000;

export const outdatedRuns = z
  .object({
    runs: z.int().meta({ description: 'That would be erased today.' }),
    more: z
      .boolean()
      .meta({ description: `Whether there are more; counting ends at ${mostOutdatedCounted}.` }),
    kept: z.int().meta({ description: 'As old, but bookmarked or in a kept comparison: they stay.' }),
    before: time(),
  })
  .meta({ id: 'OutdatedRuns', description: 'What a rule on how long runs are kept would erase today.' });
export type OutdatedRunsView = z.output<typeof outdatedRuns>;
