/**
 * What a tree of thoughts does next, told from what it is so far: pure, so that a tree that was interrupted goes on
 * as it would have gone on.
 */
import type { TreeOfThoughts } from './tree-shape.ts';

export interface SearchedThought {
  id: string;
  parentId: string | null;
  /** 1 for those that follow the task. */
  depth: number;
  /** Among those of its parent, from 0. */
  place: number;
  /** Which growth it belongs to: 0 the first, then one for each time somebody let a branch grow. */
  round: number;
  status: 'writing' | 'judging' | 'done' | 'failed';
  /** Null as long as none is known, and where the judge gave none. */
  score: number | null;
  /** It says the same as one before it of the same parent, and is not followed. */
  isSame: boolean;
}

/** What the growth of a round is to reach. */
export interface TreeGoal {
  round: number;
  /** Where it begins; null: at the task. */
  rootId: string | null;
  /** The depth it ends at, counted from the task. */
  depth: number;
}

/** `open`: not decided, or never followed. */
export interface ThoughtStanding {
  state: 'open' | 'kept' | 'pruned' | 'chosen';
  prunedBy: 'score' | 'beam' | 'same' | null;
}

export type TreeGrowth =
  /** Each of these lacks so many thoughts after it. */
  | { kind: 'expand'; parents: { id: string | null; lacking: number }[] }
  /** What goes on must end first. */
  | { kind: 'wait' }
  | { kind: 'over' };

type Search<T> = (
  plan: TreeOfThoughts,
  thoughts: readonly T[],
  goal: TreeGoal,
) => {
  growth: TreeGrowth;
  standings: Map<string, ThoughtStanding>;
};

/** @returns what to do next */
export const nextGrowth = (
  plan: TreeOfThoughts,
  thoughts: readonly SearchedThought[],
  goal: TreeGoal,
): TreeGrowth => searchOf(plan)(plan, thoughts, goal).growth;

/** How each thought of the round stands; once a best one is known, all on its path are chosen, of whatever round. */
export function thoughtStandings(
  plan: TreeOfThoughts,
  thoughts: readonly SearchedThought[],
  goal: TreeGoal,
  best: string | null,
): Map<string, ThoughtStanding> {
  const { standings } = searchOf(plan)(plan, thoughts, goal);
  for (const { id } of best === null ? [] : pathTo(thoughts, best))
    standings.set(id, { state: 'chosen', prunedBy: null });
  return standings;
}

/**
 * The thought whose path the answer follows: the best of the deepest that were not pruned, also where the search was
 * ended before its end; where all were pruned, the best of the deepest of these. Where a growth gave nothing, the one it began at.
 */
export function bestThought(
  plan: TreeOfThoughts,
  thoughts: readonly SearchedThought[],
  goal: TreeGoal,
): string | null {
  const { standings } = searchOf(plan)(plan, thoughts, goal);
  const usable = thoughts.filter(
    (one) => one.round === goal.round && one.status === 'done' && standings.get(one.id)?.state !== 'pruned',
  );
  const any = thoughts.filter(
    ({ round, status, isSame }) => round === goal.round && status === 'done' && !isSame,
  );
  const pool = usable.length > 0 ? usable : any;
  const deepest = Math.max(...pool.map(({ depth }) => depth));
  const [best] = pool.filter(({ depth }) => depth === deepest).sort(byScore);
  return best?.id ?? goal.rootId;
}

/** From the first thought to this one; empty where it is not there. */
export function pathTo<T extends Pick<SearchedThought, 'id' | 'parentId'>>(
  thoughts: readonly T[],
  id: string | null,
): T[] {
  const byId = new Map(thoughts.map((one) => [one.id, one]));
  const path: T[] = [];
  for (let at = id === null ? undefined : byId.get(id); at; at = byId.get(at.parentId ?? ''))
    if (path.includes(at)) break;
    else path.unshift(at);
  return path;
}

const searchOf = ({ search }: TreeOfThoughts): Search<SearchedThought> =>
  search.by === 'beam' ? beam : depthFirst;

/** The best first, those without a score last, of equal ones the earlier. */
const byScore = (one: SearchedThought, other: SearchedThought) =>
  (other.score ?? Number.NEGATIVE_INFINITY) === (one.score ?? Number.NEGATIVE_INFINITY)
    ? 0
    : (other.score ?? Number.NEGATIVE_INFINITY) - (one.score ?? Number.NEGATIVE_INFINITY);

const isPending = ({ status }: SearchedThought) => status === 'writing' || status === 'judging';

function childrenBy(thoughts: readonly SearchedThought[], round: number) {
  const own = thoughts.filter((one) => one.round === round).sort((a, b) => a.place - b.place);
  return (id: string | null) => own.filter(({ parentId }) => parentId === id);
}

const beam: Search<SearchedThought> = (plan, thoughts, goal) => {
  const { width, prune } = plan.search as Extract<TreeOfThoughts['search'], { by: 'beam' }>;
  const childrenOf = childrenBy(thoughts, goal.round);
  const standings = new Map<string, ThoughtStanding>();
  let parents: (string | null)[] = [goal.rootId];
  for (
    let depth = depthOf(thoughts, goal.rootId) + 1;
    depth <= goal.depth && parents.length > 0;
    depth += 1
  ) {
    const level = parents.flatMap(childrenOf);
    for (const one of level) {
      if (one.isSame) standings.set(one.id, { state: 'pruned', prunedBy: 'same' });
      else if (one.score !== null && prune !== null && one.score < prune)
        standings.set(one.id, { state: 'pruned', prunedBy: 'score' });
      else standings.set(one.id, { state: 'open', prunedBy: null });
    }
    const lacking = lackingOf(parents, childrenOf, plan.branching);
    if (lacking.length > 0) return { growth: { kind: 'expand', parents: lacking }, standings };
    if (level.some(isPending)) return { growth: { kind: 'wait' }, standings };
    const ranked = level
      .filter(({ id, status }) => status === 'done' && standings.get(id)?.state === 'open')
      .sort(byScore);
    for (const [place, { id }] of ranked.entries())
      standings.set(
        id,
        place < width ? { state: 'kept', prunedBy: null } : { state: 'pruned', prunedBy: 'beam' },
      );
    parents = ranked.slice(0, width).map(({ id }) => id);
  }
  return { growth: { kind: 'over' }, standings };
};

const depthFirst: Search<SearchedThought> = (plan, thoughts, goal) => {
  const { threshold } = plan.search as Extract<TreeOfThoughts['search'], { by: 'depth_first' }>;
  const childrenOf = childrenBy(thoughts, goal.round);
  const standings = new Map<string, ThoughtStanding>();
  /** Undefined where nothing more is to be found below. */
  const visit = (id: string | null, depth: number): TreeGrowth | undefined => {
    const children = childrenOf(id);
    for (const one of children) {
      const low = one.score !== null && one.score < threshold;
      const prunedBy = one.isSame ? 'same' : low ? 'score' : null;
      standings.set(one.id, { state: prunedBy === null ? 'open' : 'pruned', prunedBy });
    }
    const lacking = lackingOf([id], childrenOf, plan.branching);
    if (lacking.length > 0) return { kind: 'expand', parents: lacking };
    if (children.some(isPending)) return { kind: 'wait' };
    const followed = children
      .filter((one) => one.status === 'done' && standings.get(one.id)?.state === 'open')
      .sort(byScore);
    for (const one of followed) {
      standings.set(one.id, { state: 'kept', prunedBy: null });
      // Without a score nobody knows whether it is the end.
      if (depth === goal.depth && one.score !== null) return { kind: 'over' };
      const below = depth === goal.depth ? undefined : visit(one.id, depth + 1);
      if (below) return below;
    }
    return undefined;
  };
  const first = depthOf(thoughts, goal.rootId) + 1;
  const growth = first > goal.depth ? undefined : visit(goal.rootId, first);
  return { growth: growth ?? { kind: 'over' }, standings };
};

const depthOf = (thoughts: readonly SearchedThought[], id: string | null) =>
  thoughts.find((one) => one.id === id)?.depth ?? 0;

function lackingOf(
  parents: readonly (string | null)[],
  childrenOf: (id: string | null) => readonly SearchedThought[],
  branching: number,
) {
  return parents
    .map((id) => ({ id, lacking: branching - childrenOf(id).length }))
    .filter(({ lacking }) => lacking > 0);
}
