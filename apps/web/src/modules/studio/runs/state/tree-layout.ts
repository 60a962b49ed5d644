/** Where each thought of a tree stands, in a drawing from left to right and in a list that is indented: pure. */
import type { ThoughtView } from '@promptvault/contract/studio/runs/tree';

export type Thought = ThoughtView;

export type TreeRow = {
  thought: Thought;
  /** Its place among those of its parent, from 1, and how many these are. */
  position: number;
  siblings: number;
  /** In the drawing: columns from the left, and lines from the top, halves where it stands between its own. */
  column: number;
  line: number;
};

export type TreeLayout = { rows: TreeRow[]; lines: number; columns: number };

/** Each thought after the one it follows, with all that follow it before its next sibling. */
export function layoutTree(thoughts: readonly Thought[]): TreeLayout {
  const known = new Set(thoughts.map(({ id }) => id));
  const below = new Map<string | null, Thought[]>();
  for (const thought of thoughts) {
    const parent = thought.parentId !== null && known.has(thought.parentId) ? thought.parentId : null;
    below.set(parent, [...(below.get(parent) ?? []), thought]);
  }
  const rows: TreeRow[] = [];
  let lines = 0;
  /** @returns the lines its first and its last stand on */
  const place = (parent: string | null, column: number): [number, number] | undefined => {
    const own = below.get(parent) ?? [];
    const places = own.map((thought, at) => {
      const row: TreeRow = { thought, position: at + 1, siblings: own.length, column, line: 0 };
      rows.push(row);
      const children = place(thought.id, column + 1);
      row.line = children ? (children[0] + children[1]) / 2 : lines++;
      return row.line;
    });
    const [first] = places;
    return first === undefined ? undefined : [first, places.at(-1) ?? first];
  };
  place(null, 0);
  return { rows, lines, columns: Math.max(0, ...rows.map(({ column }) => column + 1)) };
}

/** The row a key leads to; undefined where it is none of the tree's, or there is none. */
export function movedRow(key: string, rows: readonly TreeRow[], at: number): number | undefined {
  const here = rows[at]?.thought;
  const moves: Record<string, () => number> = {
    ArrowDown: () => at + 1,
    ArrowUp: () => at - 1,
    Home: () => 0,
    End: () => rows.length - 1,
    ArrowRight: () => rows.findIndex(({ thought }) => here && thought.parentId === here.id),
    ArrowLeft: () => rows.findIndex(({ thought }) => thought.id === here?.parentId),
  };
  const to = moves[key]?.();
  return to !== undefined && rows[to] ? to : undefined;
}

/** Dollars of calls that are added up as far as their prices are known; null where nothing is, since none may be. */
export const knownCost = ({ microDollars }: Pick<Thought, 'microDollars'>): number | null =>
  microDollars === 0 ? null : microDollars / 1e6;

/** What a tree took so far, its answer counted; `calls` are of models. */
export function treeTotals({
  thoughts,
  answer,
}: {
  thoughts: readonly Thought[];
  answer: { tokens: number; microDollars: number } | null;
}) {
  const parts = [...thoughts, ...(answer ? [answer] : [])];
  const calls = thoughts.flatMap(({ runId, verdictRunId }) => [runId, verdictRunId]);
  return {
    calls: calls.filter((id) => id !== null).length + (answer ? 1 : 0),
    tokens: parts.reduce((sum, { tokens }) => sum + tokens, 0),
    microDollars: parts.reduce((sum, { microDollars }) => sum + microDollars, 0),
  };
}
