import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { randomTreePlans } from './random-tree-plans.ts';
import { treeForecast } from './tree-forecast.ts';
import {
  bestThought,
  nextGrowth,
  pathTo,
  type SearchedThought,
  type TreeGoal,
  thoughtStandings,
} from './tree-search.ts';
import { type TreeOfThoughts, treeOfThoughtsSchema } from './tree-shape.ts';

const plan = (more: Partial<TreeOfThoughts>): TreeOfThoughts =>
  treeOfThoughtsSchema.parse({
    ...{ branching: 2, depth: 2, instruction: null, temperature: null, thoughtTokens: 100 },
    evaluator: { by: 'rubric', rubric: null },
    scale: { from: 1, to: 10 },
    search: { by: 'beam', width: 1, prune: null },
    answer: 'write',
    budget: { calls: 200, tokens: null, microDollars: null },
    ...more,
  });
const first = (of: TreeOfThoughts): TreeGoal => ({ round: 0, rootId: null, depth: of.depth });

type Judge = (id: string) => number | null;

/** Grows it to its end, a growth at a time, all thoughts written and judged at once; ids are the places of the path. */
function grow(
  of: TreeOfThoughts,
  judge: Judge,
  thoughts: SearchedThought[] = [],
  goal = first(of),
  most = 500,
) {
  const all = [...thoughts];
  for (let turn = 0; turn < most; turn += 1) {
    const growth = nextGrowth(of, all, goal);
    if (growth.kind !== 'expand') break;
    for (const { id: parentId, lacking } of growth.parents) {
      const before = all.filter((one) => one.parentId === parentId).length;
      const depth = (all.find(({ id }) => id === parentId)?.depth ?? 0) + 1;
      for (let place = before; place < before + lacking; place += 1) {
        const id = `${parentId ?? ''}${place}`;
        const score = judge(id);
        all.push({ id, parentId, depth, place, round: goal.round, status: 'done', score, isSame: false });
      }
    }
  }
  const best = bestThought(of, all, goal);
  return { all, best, standings: thoughtStandings(of, all, goal, best) };
}
const scores =
  (given: Record<string, number | null>, other: number | null = 5): Judge =>
  (id) =>
    Object.hasOwn(given, id) ? (given[id] ?? null) : other;
const written = ({ all, standings }: ReturnType<typeof grow>) =>
  all.map(({ id }) => {
    const { state, prunedBy } = standings.get(id) ?? { state: 'open', prunedBy: null };
    return `${id} ${state}${prunedBy ? ` ${prunedBy}` : ''}`;
  });

describe('a beam', () => {
  it('follows the best of each level, and chooses the path of the best at the end', () => {
    const grown = grow(plan({}), scores({ 0: 3, 1: 8, 10: 9, 11: 4 }));
    expect(written(grown)).toEqual(['0 pruned beam', '1 chosen', '10 chosen', '11 pruned beam']);
    expect(grown.best).toBe('10');
  });

  it('does not follow what is scored too low, and takes those without a score last', () => {
    const search = { by: 'beam' as const, width: 2, prune: 4 };
    const grown = grow(plan({ branching: 3, depth: 1, search }), scores({ 0: null, 1: 3, 2: 6 }));
    expect(written(grown)).toEqual(['0 kept', '1 pruned score', '2 chosen']);
    const silent = grow(plan({ branching: 2, depth: 2, search }), scores({}, null));
    expect(silent.all).toHaveLength(6);
    expect(silent.best).toBe('00');
  });

  it('answers from the level above where the last is all too low, and from the best where everything is', () => {
    const search = { by: 'beam' as const, width: 2, prune: 4 };
    expect(grow(plan({ search }), scores({ 0: 5, 1: 6 }, 1)).best).toBe('1');
    expect(grow(plan({ search }), scores({ 0: 2, 1: 3 }, 1)).best).toBe('1');
  });
});

describe('depth first', () => {
  const search = { by: 'depth_first' as const, threshold: 5 };
  it('ends at the first thought of full depth that is good enough', () => {
    const grown = grow(plan({ search }), scores({ 0: 6, 1: 9, 10: 7, 11: 2 }));
    expect(written(grown)).toEqual(['0 open', '1 chosen', '10 chosen', '11 pruned score']);
  });

  it('turns back where nothing below is good enough', () => {
    const grown = grow(plan({ search }), scores({ 0: 6, 1: 9, 10: 1, 11: 2, '00': 5, '01': 1 }));
    expect(written(grown)).toEqual([
      '0 chosen',
      '1 kept',
      '10 pruned score',
      '11 pruned score',
      '00 chosen',
      '01 pruned score',
    ]);
  });

  it('is not ended by a thought that nobody could judge, and not stopped by one either', () => {
    const grown = grow(plan({ search }), scores({ 0: null, 1: 1, '00': null, '01': 8 }));
    expect(grown.best).toBe('01');
  });
});

it('grows any branch further, as a round of its own', () => {
  const own = plan({});
  const { all } = grow(own, scores({ 0: 3, 1: 8, 10: 9, 11: 4 }));
  const goal = { round: 1, rootId: '0', depth: 3 };
  const further = grow(own, scores({ '00': 2, '01': 7 }), all, goal);
  expect(further.all.filter(({ round }) => round === 1).map(({ id }) => id)).toEqual([
    '00',
    '01',
    '010',
    '011',
  ]);
  expect(pathTo(further.all, further.best).map(({ id }) => id)).toEqual(['0', '01', '010']);
  // Beside thoughts that are there already.
  const beside = grow(own, scores({}), all, { round: 1, rootId: '1', depth: 2 });
  expect(beside.all.filter(({ round }) => round === 1).map(({ id }) => id)).toEqual(['12', '13']);
  expect(bestThought(own, all, { round: 1, rootId: '0', depth: 3 })).toBe('0');
});

it('goes on from wherever it was cut as it would have gone on, and never beyond what was foretold', () => {
  const seed = Date.now();
  console.info(`seed of the trees: ${seed}`);
  fc.assert(
    fc.property(randomTreePlans(fc), fc.nat(1_000), fc.nat(40), (own, salt, cut) => {
      const judge: Judge = (id) => {
        const score = [...`${salt}${id}`].reduce((sum, sign) => (sum * 31 + sign.charCodeAt(0)) % 97, 7) % 12;
        return score < 1 || score > 10 ? null : score;
      };
      const whole = grow(own, judge);
      const forecast = treeForecast(
        { ...own, budget: { ...own.budget, calls: 200 } },
        { inputTokens: 1, answerTokens: 1 },
      );
      expect(whole.all.length).toBeLessThanOrEqual(forecast.thoughts);
      expect(nextGrowth(own, whole.all, first(own)).kind).toBe('over');
      const again = grow(own, judge, whole.all.slice(0, cut));
      expect(new Set(again.all.map(({ id }) => id))).toEqual(new Set(whole.all.map(({ id }) => id)));
      expect(again.best).toBe(whole.best);
      expect([...again.standings].sort()).toEqual([...whole.standings].sort());
    }),
    { seed, numRuns: 500 },
  );
});

it('waits for what goes on, and counts what failed as there', () => {
  const own = plan({ depth: 1 });
  const one = { parentId: null, depth: 1, round: 0, score: null, isSame: false };
  const going = [
    { ...one, id: '0', place: 0, status: 'judging' as const },
    { ...one, id: '1', place: 1, status: 'failed' as const },
  ];
  expect(nextGrowth(own, going, first(own)).kind).toBe('wait');
  const over = going.map((each) => ({ ...each, status: 'failed' as const }));
  expect(nextGrowth(own, over, first(own)).kind).toBe('over');
  expect(bestThought(own, over, first(own))).toBeNull();
});

it('foretells how many calls at most, within the budget of calls', () => {
  const known = { inputTokens: 100, answerTokens: 50 };
  const wide = plan({ branching: 3, depth: 3, search: { by: 'beam', width: 2, prune: null } });
  // 3 + 6 + 6 thoughts, each judged, and the answer.
  expect(treeForecast(wide, known)).toMatchObject({ calls: 31, thoughts: 15 });
  expect(treeForecast({ ...wide, answer: 'leaf' }, known).calls).toBe(30);
  const deep = plan({ branching: 3, depth: 3, search: { by: 'depth_first', threshold: 5 } });
  expect(treeForecast(deep, known).calls).toBe(79);
  const bounded = treeForecast({ ...deep, budget: { ...deep.budget, calls: 10 } }, known);
  expect(bounded).toMatchObject({ calls: 9, thoughts: 4 });
  expect(bounded.outputTokens).toBe(4 * 2 * 100 + 50);
  expect(treeForecast(wide, { ...known, levels: 1, above: 2 }).thoughts).toBe(3);
});
