/**
 * The one algorithm behind every limit. Time is cut into slices of a twentieth of the window; what was taken
 * is counted by slice, and counts until the whole slice has left the window. So never more than the limit
 * passes in any stretch of the window, with at most 22 numbers a key. The memory adapter runs this code; the
 * Lua and the SQL beside it say the same, and a property test compares the three.
 */
export const slicesInWindow = 20;

/** Slices in ascending order; `at` is the time of the slice divided by its width. */
export type Slices = readonly { at: number; count: number }[];

export type WindowRequest = { limit: number; windowMs: number; cost: number; now: number };

export type WindowDecision = {
  slices: Slices;
  allowed: boolean;
  remaining: number;
  resetAt: number;
  retryAfterMs: number;
};

export function sliceWidth(windowMs: number): number {
  return Math.ceil(windowMs / slicesInWindow);
}

export function decide(before: Slices, { limit, windowMs, cost, now }: WindowRequest): WindowDecision {
  const width = sliceWidth(windowMs);
  // A clock that steps back must not reorder slices: time stands still until it has caught up.
  const current = Math.max(Math.floor(now / width), before.at(-1)?.at ?? 0);
  const live = before.filter(({ at }) => at >= current - slicesInWindow);
  const used = live.reduce((sum, { count }) => sum + count, 0);
  const allowed = used + cost <= limit;
  const slices = allowed && cost > 0 ? added(live, current, cost) : live;
  const newest = slices.at(-1);
  return {
    slices,
    allowed,
    remaining: Math.max(0, limit - used - (allowed ? cost : 0)),
    resetAt: newest ? leavesAt(newest.at, width) : now,
    retryAfterMs: allowed ? 0 : Math.max(1, roomAt(live, used + cost - limit, width, now + windowMs) - now),
  };
}

function added(slices: Slices, at: number, cost: number): Slices {
  const newest = slices.at(-1);
  return newest?.at === at
    ? [...slices.slice(0, -1), { at, count: newest.count + cost }]
    : [...slices, { at, count: cost }];
}

/** When a slice counts no longer. */
function leavesAt(at: number, width: number): number {
  return (at + slicesInWindow + 1) * width;
}

/** When `needed` will have left the window; `never` if it cannot. */
function roomAt(slices: Slices, needed: number, width: number, never: number): number {
  let freed = 0;
  for (const { at, count } of slices) {
    freed += count;
    if (freed >= needed) return leavesAt(at, width);
  }
  return never;
}
