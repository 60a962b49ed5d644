import type { ThoughtView, TreeResultView } from '@promptvault/contract/studio/runs/tree';
import type { TreeOfThoughts } from '@promptvault/document/techniques';
import { describe, expect, it } from 'vitest';
import { freshTree, settleTree, takenOfGrowth, toGoOn, toGrow } from './tree-state.ts';

const plan: TreeOfThoughts = {
  ...{ branching: 2, depth: 2, instruction: null, temperature: null, thoughtTokens: 50 },
  evaluator: { by: 'rubric', rubric: null },
  ...{ scale: { from: 1, to: 10 }, search: { by: 'beam', width: 1, prune: null }, answer: 'write' },
  budget: { calls: 20, tokens: null, microDollars: null },
};
const thought = (id: string, more: Partial<ThoughtView> = {}): ThoughtView => ({
  ...{ id, parentId: null, depth: 1, place: 0, round: 0, status: 'done', text: id, problem: null },
  ...{ score: 5, why: null, unscored: null, isSame: false, state: 'open', prunedBy: null },
  ...{ runId: `run ${id}`, verdictRunId: `verdict ${id}`, tokens: 100, microDollars: 7, ...more },
});
const treeOf = (thoughts: ThoughtView[], more: Partial<TreeResultView> = {}): TreeResultView => ({
  ...freshTree(plan),
  ...more,
  thoughts,
});
const row = (more: object) =>
  ({
    ...{ status: 'stopped', output: '', errorMessage: null, inputTokens: 0, outputTokens: 0 },
    ...{ costMicroDollars: null, rolledMicroDollars: 0, ...more },
  }) as never;

describe('a tree that goes on', () => {
  const whole = treeOf(
    [
      thought('a'),
      thought('b', { status: 'failed', text: null, verdictRunId: null, tokens: 30, microDollars: 2 }),
      thought('c', { score: null, unscored: 'stopped' }),
      thought('d', { score: null, unscored: 'failed' }),
      thought('e', { score: null, unscored: 'no_score' }),
    ],
    { answer: { runId: 'answer', tokens: 400, microDollars: 11 }, ended: 'stopped' },
  );

  it('remembers all that it took of its limits, however often it goes on', () => {
    const taken = takenOfGrowth(whole);
    expect(taken).toEqual({ calls: 9, tokens: 430, microDollars: 30 });
    const once = toGoOn(whole);
    expect(once.thoughts.map(({ id }) => id)).toEqual(['a', 'c', 'd', 'e']);
    // With the answer that was written before.
    const all = { calls: 10, tokens: 830, microDollars: 41 };
    expect(takenOfGrowth(once)).toEqual(all);
    expect(takenOfGrowth(toGoOn({ ...once, ended: 'stopped' }))).toEqual(all);
  });

  it('begins anew where a branch is let grow: each growth has limits of its own', () => {
    const grown = toGrow(toGoOn(whole), whole.thoughts[0] as ThoughtView, 2);
    expect(grown.goal).toEqual({ round: 1, rootId: 'a', depth: 3 });
    expect(takenOfGrowth(grown)).toEqual({ calls: 0, tokens: 0, microDollars: 0 });
  });
});

describe('a tree whose process died', () => {
  it('keeps what the first verdict of a thought took that was being judged anew', () => {
    const again = toGoOn(
      treeOf([thought('a', { score: null, unscored: 'stopped', tokens: 20, microDollars: 5 })]),
    );
    const judged = again.thoughts.map((one) => ({ ...one, verdictRunId: 'verdict again' }));
    const rows = new Map([
      [
        'run a',
        row({ status: 'finished', output: 'a', inputTokens: 5, outputTokens: 6, costMicroDollars: 1 }),
      ],
      ['verdict again', row({ inputTokens: 2, outputTokens: 1, costMicroDollars: 1 })],
    ]);
    const settled = settleTree({ ...again, thoughts: judged }, rows);
    expect(takenOfGrowth(settled)).toEqual({ calls: 3, tokens: 23, microDollars: 6 });
  });

  it('took what its rows say, of its answer too, and nothing for what was only named', () => {
    const dead = treeOf(
      [
        thought('a', { status: 'judging', score: null, tokens: 0, microDollars: 0 }),
        thought('b', {
          status: 'writing',
          text: null,
          score: null,
          verdictRunId: null,
          tokens: 0,
          microDollars: 0,
        }),
      ],
      { answer: { runId: 'answer', tokens: 0, microDollars: 0 } },
    );
    const rows = new Map([
      [
        'run a',
        row({ status: 'finished', output: 'a', inputTokens: 5, outputTokens: 6, costMicroDollars: 1 }),
      ],
      ['verdict a', row({ inputTokens: 2, outputTokens: 1 })],
      ['answer', row({ inputTokens: 40, outputTokens: 2, costMicroDollars: 9 })],
    ]);
    const settled = settleTree(dead, rows);
    expect(settled.answer).toEqual({ runId: 'answer', tokens: 42, microDollars: 9 });
    expect(settled.thoughts[1]).toMatchObject({ status: 'failed', runId: null });
    expect(takenOfGrowth(toGoOn(settled))).toEqual({ calls: 3, tokens: 56, microDollars: 10 });
  });
});
