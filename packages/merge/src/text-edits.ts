import { diffTokens, longestIncreasing } from '@promptvault/document';

/** `tokens[from..to)` of the base become `into`; the edits of one side stand in order and never touch. */
export interface Edit {
  from: number;
  to: number;
  into: string[];
}

const mostEdits = 1_000;
const deepest = 32;

interface Stretch {
  from: number;
  to: number;
  /** In the other text. */
  otherFrom: number;
  otherTo: number;
}

/**
 * What turns one list of lines into another. Lines that stand once on both sides hold the texts together
 * (patience), so that a long text costs its length and a moved brace does not pair strangers; only between
 * them the shortest edit is looked for.
 */
export function lineEdits(base: readonly string[], side: readonly string[]): Edit[] {
  const edits: Edit[] = [];
  compare({ from: 0, to: base.length, otherFrom: 0, otherTo: side.length }, 0);
  return join(edits);

  function compare(stretch: Stretch, depth: number): void {
    let { from, to, otherFrom, otherTo } = stretch;
    while (from < to && otherFrom < otherTo && base[from] === side[otherFrom]) {
      from += 1;
      otherFrom += 1;
    }
    while (from < to && otherFrom < otherTo && base[to - 1] === side[otherTo - 1]) {
      to -= 1;
      otherTo -= 1;
    }
    if (from === to && otherFrom === otherTo) return;
    const inner = { from, to, otherFrom, otherTo };
    const anchors = from === to || otherFrom === otherTo || depth === deepest ? [] : anchorsIn(inner);
    if (anchors.length === 0) {
      edits.push(...shortest(inner));
      return;
    }
    let start = from;
    let otherStart = otherFrom;
    for (const [at, otherAt] of [...anchors, [to, otherTo] as const]) {
      compare({ from: start, to: at, otherFrom: otherStart, otherTo: otherAt }, depth + 1);
      start = at + 1;
      otherStart = otherAt + 1;
    }
  }

  function anchorsIn({ from, to, otherFrom, otherTo }: Stretch): (readonly [number, number])[] {
    const here = onceIn(base, from, to);
    const there = onceIn(side, otherFrom, otherTo);
    const pairs: [number, number][] = [];
    for (const [line, at] of here) {
      const otherAt = there.get(line);
      if (at >= 0 && otherAt !== undefined && otherAt >= 0) pairs.push([at, otherAt]);
    }
    const kept = longestIncreasing(pairs.map(([, otherAt]) => otherAt));
    return pairs.filter((_, index) => kept.has(index));
  }

  function shortest({ from, to, otherFrom, otherTo }: Stretch): Edit[] {
    return tokenEdits(base.slice(from, to), side.slice(otherFrom, otherTo), mostEdits).map((edit) => ({
      from: edit.from + from,
      to: edit.to + from,
      into: edit.into,
    }));
  }
}

/** Where each line stands; -1 when it stands more than once. In the order of the lines. */
function onceIn(lines: readonly string[], from: number, to: number): Map<string, number> {
  const places = new Map<string, number>();
  for (let at = from; at < to; at += 1) {
    const line = lines[at] as string;
    places.set(line, places.has(line) ? -1 : at);
  }
  return places;
}

/** The shortest edit, or one that replaces all when it is longer than `most`. */
export function tokenEdits(base: string[], side: string[], most: number): Edit[] {
  const edits: Edit[] = [];
  let at = 0;
  for (const { change, tokens } of diffTokens(base, side, most)) {
    if (change === 'added') edits.push({ from: at, to: at, into: tokens });
    if (change === 'removed') edits.push({ from: at, to: at + tokens.length, into: [] });
    if (change !== 'added') at += tokens.length;
  }
  return join(edits);
}

/** Joins edits that touch. */
function join(edits: readonly Edit[]): Edit[] {
  const joined: Edit[] = [];
  for (const edit of edits) {
    const last = joined.at(-1);
    if (last && last.to === edit.from) {
      last.to = edit.to;
      last.into = [...last.into, ...edit.into];
    } else {
      joined.push({ ...edit });
    }
  }
  return joined;
}
