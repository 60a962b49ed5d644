import { describe, expect, it } from 'vitest';
import { knownCost, layoutTree, movedRow, type Thought, treeTotals } from './tree-layout.ts';

const thought = (id: string, parentId: string | null): Thought => ({
  ...{
    id,
    parentId,
    depth: id.length,
    place: 0,
    round: 0,
    status: 'done',
    text: id,
    problem: null,
    score: 5,
  },
  ...{ why: null, unscored: null, isSame: false, state: 'open', prunedBy: null },
  ...{ runId: `run-${id}`, verdictRunId: null, tokens: 10, microDollars: 3 },
});
/** As they come: level by level. */
const thoughts = ['a', 'b', 'c', 'ba', 'bb', 'ca'].map((id) =>
  thought(id, id.length === 1 ? null : (id[0] ?? null)),
);
const { rows, lines, columns } = layoutTree(thoughts);
const at = (id: string) => rows.findIndex((row) => row.thought.id === id);

describe('a tree of thoughts', () => {
  it('lists each after the one it follows, and draws that between its own', () => {
    expect(rows.map((row) => `${row.thought.id} ${row.column} ${row.line}`)).toEqual([
      ...['a 0 0', 'b 0 1.5', 'ba 1 1', 'bb 1 2', 'c 0 3', 'ca 1 3'],
    ]);
    expect([lines, columns]).toEqual([4, 2]);
    expect(rows[at('bb')]).toMatchObject({ position: 2, siblings: 2 });
    expect(layoutTree([])).toEqual({ rows: [], lines: 0, columns: 0 });
    // A part of a tree that came before what it follows is shown all the same.
    expect(layoutTree([thought('xy', 'gone')]).rows).toHaveLength(1);
  });

  it.each([
    ['ArrowDown', 'a', 'b'],
    ['ArrowDown', 'b', 'ba'],
    ['ArrowUp', 'c', 'bb'],
    ['ArrowRight', 'b', 'ba'],
    ['ArrowLeft', 'bb', 'b'],
    ['Home', 'ca', 'a'],
    ['End', 'a', 'ca'],
    ['ArrowUp', 'a', undefined],
    ['ArrowLeft', 'a', undefined],
    ['ArrowRight', 'ca', undefined],
    ['x', 'a', undefined],
  ])('%s leads from %s to %s', (key, from, to) => {
    const moved = movedRow(key, rows, at(from));
    expect(moved === undefined ? undefined : rows[moved]?.thought.id).toBe(to);
  });

  it('calls nothing free whose price may not be known', () => {
    expect(knownCost({ microDollars: 0 })).toBeNull();
    expect(knownCost({ microDollars: 1_500_000 })).toBe(1.5);
  });

  it('says what all of it took', () => {
    const answer = { tokens: 5, microDollars: 1 };
    expect(treeTotals({ thoughts, answer })).toEqual({ calls: 7, tokens: 65, microDollars: 19 });
  });
});
