/** A tree of thoughts as it stands on a run: what was thought, how it was judged, what became of it. */
import { TREE_LIMITS, treeOfThoughtsSchema } from '@promptvault/document/techniques';
import * as z from 'zod';
import { orNull } from '../../values.ts';

/** A thought is a step, not a book: more of it is in its run, but not in the tree and not in what is sent on. */
export const longestThought = 8_000;

export const thought = z
  .object({
    id: z.string(),
    parentId: z.string().nullable().meta({ description: 'The thought it follows; null after the task.' }),
    depth: z.int().meta({ description: '1 for those that follow the task.' }),
    place: z.int().meta({ description: 'Among those of its parent, from 0.' }),
    round: z.int().meta({
      description: 'Which growth it belongs to: 0 the first, then one for each time a branch was let grow.',
    }),
    status: z.enum(['writing', 'judging', 'done', 'failed']),
    text: z.string().nullable().meta({ description: 'Null until it is written, and where it failed.' }),
    problem: z.string().nullable().meta({ description: 'Why there is no text.' }),
    score: z.number().nullable(),
    why: z.string().nullable().meta({ description: 'What the judge said of it.' }),
    unscored: z.enum(['no_score', 'out_of_scale', 'ambiguous', 'failed', 'stopped']).nullable().meta({
      description:
        'Why it was judged and has no score. no_score: the judge gave none. out_of_scale: none of the scale. ambiguous: several. failed: the judge did not answer. stopped: the run ended before.',
    }),
    isSame: z.boolean().meta({ description: 'It says what one before it says: not judged, not followed.' }),
    state: z.enum(['open', 'kept', 'pruned', 'chosen']).meta({
      description:
        'open: not decided, or never followed. kept: followed, or one of the best. pruned: not followed. chosen: on the path of the answer.',
    }),
    prunedBy: z
      .enum(['score', 'beam', 'same'])
      .nullable()
      .meta({ description: 'score: too low. beam: others are better. same: said before.' }),
    runId: z.string().nullable().meta({ description: 'The run that wrote it.' }),
    verdictRunId: z.string().nullable().meta({ description: 'The run that judged it.' }),
    tokens: z.int().meta({ description: 'Of both, in and out.' }),
    microDollars: z.int().meta({ description: 'Of both, as far as prices are known.' }),
  })
  .meta({ id: 'Thought', description: 'One thought of a tree.' });
export type ThoughtView = z.output<typeof thought>;

export const treeResult = z
  .object({
    plan: treeOfThoughtsSchema,
    goal: z
      .object({
        round: z.int(),
        rootId: z.string().nullable().meta({ description: 'The thought it grows from; null: the task.' }),
        depth: z.int().meta({ description: 'The depth it grows to.' }),
        before: z.object({ calls: z.int(), tokens: z.int(), microDollars: z.int() }).optional().meta({
          description:
            'What its growth took before it was gone on with, beside what its thoughts tell: of thoughts and verdicts that failed or were stopped, and of an answer. Absent on trees that were never gone on with.',
        }),
      })
      .meta({ description: 'What this run is to reach.' }),
    thoughts: z.array(thought).meta({ description: 'Each after the one it follows.' }),
    best: z.string().nullable().meta({ description: 'The thought the answer is from.' }),
    ended: z.enum(['whole', 'calls', 'tokens', 'cost', 'refused', 'stopped']).nullable().meta({
      description:
        'Null while it grows. whole: the search came to its end. calls, tokens, cost: the budget of the technique. refused: a budget or limit of the organization.',
    }),
    answer: orNull(z.object({ runId: z.string(), tokens: z.int(), microDollars: z.int() })).meta({
      description: 'The run that wrote the answer from the best path.',
    }),
  })
  .meta({ id: 'TreeResult', description: 'A tree of thoughts as far as it has grown.' });
export type TreeResultView = z.output<typeof treeResult>;

export const mostLevels = TREE_LIMITS.depth;
