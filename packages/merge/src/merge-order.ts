/**
 * The order in which elements of a list stand after both sides moved some. Of two elements the side that
 * changed their order decides; when that goes round in a circle, there is no such order.
 */
export function mergeOrder(
  ids: readonly string[],
  ours: readonly string[],
  theirs: readonly string[],
): string[] | 'clash' {
  const our = ranksOf(ids, ours);
  const their = ranksOf(ids, theirs);
  if (isRising(our) && isRising(their)) return [...ids];
  const count = ids.length;
  const ahead = new Int32Array(count);
  for (let one = 0; one < count; one += 1)
    for (let other = one + 1; other < count; other += 1) {
      const stays = keeps(our, one, other) && keeps(their, one, other);
      ahead[stays ? one : other] = (ahead[stays ? one : other] as number) + 1;
    }
  if (new Set(ahead).size !== count) return 'clash';
  return ids
    .map((id, index) => ({ id, ahead: ahead[index] as number }))
    .sort((one, other) => other.ahead - one.ahead)
    .map(({ id }) => id);
}

/** The place of each id in a list, -1 when it is not there. */
function ranksOf(ids: readonly string[], list: readonly string[]): Int32Array {
  const places = new Map(list.map((id, index) => [id, index]));
  return Int32Array.from(ids, (id) => places.get(id) ?? -1);
}

/** Whether `one` still stands before `other`, or the side has not both and says nothing. */
function keeps(ranks: Int32Array, one: number, other: number): boolean {
  const first = ranks[one] as number;
  const second = ranks[other] as number;
  return first < 0 || second < 0 || first < second;
}

function isRising(ranks: Int32Array): boolean {
  let last = -1;
  for (const rank of ranks) {
    if (rank < 0) continue;
    if (rank < last) return false;
    last = rank;
  }
  return true;
}

/**
 * Puts what each side added behind the element it followed there. What both added at one place stands in the
 * order of its ids, as far as each side's own order allows, so that it does not matter who came first.
 */
export function insertAdded(
  order: readonly string[],
  ours: readonly string[],
  theirs: readonly string[],
  survives: (id: string) => boolean,
): string[] {
  const after = new Map<string | null, string | null>();
  const known = new Set<string>();
  const put = (id: string, anchor: string | null) => {
    after.set(id, after.get(anchor) ?? null);
    after.set(anchor, id);
    known.add(id);
  };
  let last: string | null = null;
  for (const id of order) {
    put(id, last);
    last = id;
  }
  const [first, second] = ours.join('\n') < theirs.join('\n') ? [ours, theirs] : [theirs, ours];
  const early = new Set<string>();
  for (const side of [first, second]) {
    let anchor: string | null = null;
    for (const id of side) {
      if (!known.has(id)) {
        if (!survives(id)) continue;
        if (side === first) early.add(id);
        else anchor = passSmaller(anchor, id, after, early);
        put(id, anchor);
      }
      anchor = id;
    }
  }
  const all: string[] = [];
  for (let id = after.get(null) ?? null; id !== null; id = after.get(id) ?? null) all.push(id);
  return all;
}

/** Past what the first side added here under smaller ids. */
function passSmaller(
  from: string | null,
  id: string,
  after: ReadonlyMap<string | null, string | null>,
  early: ReadonlySet<string>,
): string | null {
  let anchor = from;
  for (let next = after.get(anchor) ?? null; next !== null; next = after.get(next) ?? null) {
    if (!early.has(next) || next > id) return anchor;
    anchor = next;
  }
  return anchor;
}
