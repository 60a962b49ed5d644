/**
 * Questions about the history of one prompt. A version's parents have smaller numbers than itself, because
 * numbers are given in the order of saving; so one pass from the newest to the oldest answers each of them.
 */

/** The parents of each version, by number. */
export type VersionGraph = ReadonlyMap<number, readonly number[]>;

const ours = 1;
const theirs = 2;
const both = ours | theirs;
/** Below a common ancestor that was found already. */
const passed = 4;

/** Every version that leads to one of `heads`, with the sides it leads to; the newest first. */
function* walk(
  graph: VersionGraph,
  heads: { ours: readonly number[]; theirs: readonly number[] },
): Generator<{ number: number; sides: number }> {
  const marks = new Map<number, number>();
  const waiting = new NumberHeap();
  const mark = (number: number, sides: number) => {
    const known = marks.get(number);
    if (known === undefined) waiting.push(number);
    marks.set(number, (known ?? 0) | sides);
  };
  for (const number of heads.ours) mark(number, ours);
  for (const number of heads.theirs) mark(number, theirs);
  for (let number = waiting.pop(); number !== undefined; number = waiting.pop()) {
    const sides = marks.get(number) ?? 0;
    yield { number, sides };
    const inherited = (sides & both) === both ? sides | passed : sides;
    for (const parent of graph.get(number) ?? []) if (parent < number) mark(parent, inherited);
  }
}

/** The largest number first. */
class NumberHeap {
  readonly #items: number[] = [];

  push(number: number): void {
    const items = this.#items;
    let place = items.push(number) - 1;
    while (place > 0) {
      const above = (place - 1) >> 1;
      if ((items[above] as number) >= number) break;
      items[place] = items[above] as number;
      place = above;
    }
    items[place] = number;
  }

  pop(): number | undefined {
    const items = this.#items;
    const top = items[0];
    const last = items.pop();
    if (last === undefined || items.length === 0) return top;
    let place = 0;
    for (;;) {
      let below = place * 2 + 1;
      if (below >= items.length) break;
      if ((items[below + 1] ?? -1) > (items[below] as number)) below += 1;
      if ((items[below] as number) <= last) break;
      items[place] = items[below] as number;
      place = below;
    }
    items[place] = last;
    return top;
  }
}

const headOf = (number: number | null): number[] => (number === null ? [] : [number]);

/** How many versions `head` has that `other` lacks, and the other way round; null is a branch without versions. */
export function aheadBehind(
  graph: VersionGraph,
  head: number | null,
  other: number | null,
): { ahead: number; behind: number } {
  let ahead = 0;
  let behind = 0;
  for (const { sides } of walk(graph, { ours: headOf(head), theirs: headOf(other) })) {
    if ((sides & both) === ours) ahead += 1;
    else if ((sides & both) === theirs) behind += 1;
  }
  return { ahead, behind };
}

/**
 * The best common ancestors: those that lead to both sides and to no other common ancestor, the oldest first.
 * Several of them mean that the histories crossed.
 */
export function commonAncestors(
  graph: VersionGraph,
  one: readonly number[],
  other: readonly number[],
): number[] {
  const found: number[] = [];
  for (const { number, sides } of walk(graph, { ours: one, theirs: other }))
    if (sides === both) found.push(number);
  return found.reverse();
}

/** A version and everything it was made from, the newest first. */
export function history(graph: VersionGraph, head: number | null): number[] {
  return [...walk(graph, { ours: headOf(head), theirs: [] })].map(({ number }) => number);
}
