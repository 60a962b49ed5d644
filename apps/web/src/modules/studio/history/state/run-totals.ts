import type { Run } from '../../runs/index.ts';

export type RunTotals = {
  runs: number;
  failed: number;
  tokens: number;
  /** Dollars of the runs whose price is known; null when none is. */
  cost: number | null;
  medianFirstMs: number | null;
  /** Dollars a run, oldest first, for a picture. */
  costs: number[];
};

const shownAtMost = 60;

export function totalsOf(runs: readonly Run[]): RunTotals {
  const priced = runs.flatMap(({ cost }) => (cost ? [cost.microDollars / 1e6] : []));
  const first = runs
    .flatMap(({ timeToFirstTokenMs }) => (timeToFirstTokenMs === null ? [] : [timeToFirstTokenMs]))
    .sort((a, b) => a - b);
  return {
    runs: runs.length,
    failed: runs.filter(({ status }) => status === 'failed').length,
    tokens: runs.reduce((sum, { usage }) => sum + (usage ? usage.inputTokens + usage.outputTokens : 0), 0),
    cost: priced.length > 0 ? priced.reduce((sum, each) => sum + each, 0) : null,
    medianFirstMs: first[Math.floor(first.length / 2)] ?? null,
    costs: runs
      .slice(0, shownAtMost)
      .map(({ cost }) => (cost?.microDollars ?? 0) / 1e6)
      .reverse(),
  };
}
