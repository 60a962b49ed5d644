/** A tree of thoughts as it stands on a run: made, settled from the rows of its parts, made ready to go on. Pure. */
import { isRunOver } from '@promptvault/contract/studio/runs/shapes';
import {
  longestThought,
  type ThoughtView,
  type TreeResultView,
} from '@promptvault/contract/studio/runs/tree';
import { readVerdict, type TreeOfThoughts, thoughtStandings } from '@promptvault/document/techniques';
import type { RunColumns } from '../repository/runs.ts';

export const freshTree = (plan: TreeOfThoughts): TreeResultView => ({
  plan,
  goal: { round: 0, rootId: null, depth: plan.depth },
  thoughts: [],
  best: null,
  ended: null,
  answer: null,
});

/** A thought that is about to be written. */
export const newThought = (
  { thoughts, goal }: TreeResultView,
  { id, parentId }: Pick<ThoughtView, 'id' | 'parentId'>,
): ThoughtView => {
  const siblings = thoughts.filter((one) => one.parentId === parentId);
  return {
    id,
    parentId,
    depth: (thoughts.find((one) => one.id === parentId)?.depth ?? 0) + 1,
    // What failed may have left a gap.
    place: Math.max(-1, ...siblings.map(({ place }) => place)) + 1,
    round: goal.round,
    status: 'writing',
    ...{ text: null, problem: null, score: null, why: null, unscored: null, isSame: false },
    ...{ state: 'open', prunedBy: null, runId: null, verdictRunId: null, tokens: 0, microDollars: 0 },
  };
};

type PartRow = Pick<
  RunColumns,
  | 'status'
  | 'output'
  | 'errorMessage'
  | 'inputTokens'
  | 'outputTokens'
  | 'costMicroDollars'
  | 'rolledMicroDollars'
>;

export const tokensOf = (row: PartRow | undefined): number =>
  (row?.inputTokens ?? 0) + (row?.outputTokens ?? 0);
export const costOf = (row: PartRow | undefined): number =>
  (row?.costMicroDollars ?? 0) + (row?.rolledMicroDollars ?? 0);

/** The thought with what its run wrote. `siblings` are those of its parent. */
export function withText(
  thought: ThoughtView,
  row: PartRow | undefined,
  siblings: readonly ThoughtView[],
): ThoughtView {
  const text = row?.status === 'finished' ? cut(row.output.trim()) : '';
  if (text === '') return { ...thought, status: 'failed', problem: whyNone(row) };
  const key = keyOf(text);
  const isSame = siblings.some(
    (one) => one.id !== thought.id && one.text !== null && !one.isSame && keyOf(one.text) === key,
  );
  return { ...thought, text, isSame, status: isSame ? 'done' : 'judging' };
}

/** The thought with what its judge said. */
export function withVerdict(
  thought: ThoughtView,
  row: PartRow | undefined,
  { scale }: TreeOfThoughts,
): ThoughtView {
  if (row?.status !== 'finished') {
    const failed = row?.status === 'failed';
    const why = failed ? (row.errorMessage ?? null) : null;
    return { ...thought, status: 'done', unscored: failed ? 'failed' : 'stopped', why };
  }
  const { why, ...verdict } = readVerdict(row.output, scale);
  const told = why === '' ? null : why;
  return 'score' in verdict
    ? { ...thought, status: 'done', score: verdict.score, why: told, unscored: null }
    : { ...thought, status: 'done', score: null, why: told, unscored: verdict.unscored };
}

function whyNone(row: PartRow | undefined): string {
  if (!row || !isRunOver(row.status) || row.status === 'stopped' || row.status === 'interrupted')
    return 'It was stopped before it was written.';
  return row.errorMessage ?? 'The model answered without any text.';
}

const keyOf = (text: string) => text.toLowerCase().replace(/\s+/g, ' ').trim();
const cut = (text: string) =>
  text.length > longestThought ? `${text.slice(0, longestThought).toWellFormed()}…` : text;

/** How all stand, told from the scores. What was chosen by an earlier round is so no more unless it is on the path again. */
export function withStandings(tree: TreeResultView): TreeResultView {
  const standings = thoughtStandings(tree.plan, tree.thoughts, tree.goal, tree.best);
  const thoughts = tree.thoughts.map((thought): ThoughtView => {
    const standing = standings.get(thought.id);
    if (standing) return { ...thought, ...standing };
    const { state } = thought;
    return state === 'chosen' ? { ...thought, state: 'kept' } : thought;
  });
  return { ...tree, thoughts };
}

/** Runs that a tree is made of. */
export const partsOf = ({ thoughts, answer }: TreeResultView): string[] =>
  [...thoughts.flatMap(({ runId, verdictRunId }) => [runId, verdictRunId]), answer?.runId ?? null].filter(
    (id) => id !== null,
  );

/** What of it had not ended when its process died, told from the rows: nothing that was paid for is lost. */
export function settleTree(tree: TreeResultView, rows: ReadonlyMap<string, PartRow>): TreeResultView {
  const settled: ThoughtView[] = [];
  for (const thought of tree.thoughts) {
    if (thought.status === 'done' || thought.status === 'failed') {
      settled.push(thought);
      continue;
    }
    const [row, verdict] = [rows.get(thought.runId ?? ''), rows.get(thought.verdictRunId ?? '')];
    const paid = {
      ...thought,
      // What was named and never placed was not called.
      runId: row ? thought.runId : null,
      verdictRunId: verdict ? thought.verdictRunId : null,
      // A thought that is judged anew holds what its first verdict took.
      tokens: Math.max(thought.tokens, tokensOf(row)) + tokensOf(verdict),
      microDollars: Math.max(thought.microDollars, costOf(row)) + costOf(verdict),
    };
    const siblings = settled.filter(({ parentId }) => parentId === thought.parentId);
    const written = thought.text === null ? withText(paid, row, siblings) : paid;
    settled.push(written.status === 'judging' ? withVerdict(written, verdict, tree.plan) : written);
  }
  const closing = rows.get(tree.answer?.runId ?? '');
  const answer = tree.answer && {
    ...tree.answer,
    ...(closing && { tokens: tokensOf(closing), microDollars: costOf(closing) }),
  };
  return withStandings({ ...tree, thoughts: settled, answer, ended: tree.ended ?? 'stopped' });
}

/** To go on where it ended: what was never written is asked for anew, what was never judged is judged. */
export function toGoOn(tree: TreeResultView): TreeResultView {
  const thoughts = tree.thoughts
    .filter(({ status, round }) => status !== 'failed' || round !== tree.goal.round)
    .map((thought): ThoughtView => {
      const unjudged = thought.unscored === 'stopped' || thought.unscored === 'failed';
      return unjudged && thought.round === tree.goal.round
        ? { ...thought, status: 'judging', unscored: null, why: null, verdictRunId: null }
        : thought;
    });
  const goal = { ...tree.goal, before: takenBefore(tree) };
  return withStandings({ ...tree, goal, thoughts, best: null, ended: null, answer: null });
}

type Taken = NonNullable<TreeResultView['goal']['before']>;

const sumOf = (all: readonly Taken[]): Taken => ({
  calls: all.reduce((sum, { calls }) => sum + calls, 0),
  tokens: all.reduce((sum, { tokens }) => sum + tokens, 0),
  microDollars: all.reduce((sum, { microDollars }) => sum + microDollars, 0),
});

/** What this growth took of its limits, as far as its thoughts tell it no more once it goes on. */
function takenBefore({ thoughts, goal, answer }: TreeResultView): Taken {
  const own = thoughts.filter(({ round }) => round === goal.round);
  const gone = own.filter(({ status }) => status === 'failed').map(takenBy);
  // What its verdict took stays on the thought; that it was a call does not.
  const again = own.filter(
    ({ unscored, verdictRunId }) =>
      (unscored === 'stopped' || unscored === 'failed') && verdictRunId !== null,
  );
  return sumOf([
    ...(goal.before ? [goal.before] : []),
    ...gone,
    { calls: again.length, tokens: 0, microDollars: 0 },
    ...(answer ? [{ calls: 1, tokens: answer.tokens, microDollars: answer.microDollars }] : []),
  ]);
}

const takenBy = ({ runId, verdictRunId, tokens, microDollars }: ThoughtView): Taken => ({
  calls: (runId === null ? 0 : 1) + (verdictRunId === null ? 0 : 1),
  ...{ tokens, microDollars },
});

/** What its growth took of its limits so far. */
export const takenOfGrowth = ({ thoughts, goal }: TreeResultView): Taken =>
  sumOf([
    ...(goal.before ? [goal.before] : []),
    ...thoughts.filter(({ round }) => round === goal.round).map(takenBy),
  ]);

/** To let one of its branches grow so many levels more. */
export function toGrow(tree: TreeResultView, thought: ThoughtView, levels: number): TreeResultView {
  const round = Math.max(...tree.thoughts.map((one) => one.round)) + 1;
  const goal = { round, rootId: thought.id, depth: thought.depth + levels };
  const thoughts = tree.thoughts.map(
    (one): ThoughtView =>
      one.id === thought.id && one.state === 'pruned' ? { ...one, state: 'kept', prunedBy: null } : one,
  );
  return withStandings({ ...tree, goal, thoughts, best: null, ended: null, answer: null });
}
