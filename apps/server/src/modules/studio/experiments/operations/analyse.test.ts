import { expect, it } from 'vitest';
import { intervalOfMean } from '../../../../foundation/statistics/sequential-interval.ts';
import type { ExperimentPlan } from '../schema.ts';
import { analyse } from './analyse.ts';

const now = new Date('2026-03-01T00:00:00Z');

it('shares the chance of being wrong among all intervals of the guard rails that it shows', () => {
  const plan = {
    ...{ subjects: 4_000, leastSubjects: 100, parts: null },
    primary: { metric: 'solved', measure: 'share', better: 'higher', worthwhile: 0.02 },
    variants: ['A', 'B', 'C'].map((name, index) => ({
      name,
      version: index + 1,
      weight: [40, 30, 30][index],
    })),
    guards: [
      { metric: 'seconds', measure: 'mean', bound: 'at_most', against: 'value', limit: 9 },
      { metric: 'seconds', measure: 'mean', bound: 'at_most', against: 'control', limit: 2 },
    ],
  } as unknown as ExperimentPlan;
  const sample = { n: 200, sum: 1_000, squares: 6_000 };
  const { guards } = analyse(
    plan,
    {
      counts: [0, 1, 2].map((variant) => ({ variant, part: '', subjects: 200, recent: 200, first: now })),
      sums: [0, 1, 2].map((variant) => ({
        ...{ variant, part: '', metric: 'seconds', measured: 200, happened: 200 },
        ...{ sum: sample.sum, squares: sample.squares },
      })),
    },
    now,
  );
  // Three against the value, two against the first variant.
  const wanted = intervalOfMean(sample, { alpha: 0.05 / 5, planned: 400, measure: 'mean' });
  expect(guards[0]?.lanes.map(({ reading }) => reading)).toEqual([wanted, wanted, wanted]);
  expect(guards[1]?.lanes.map(({ reading }) => reading !== null)).toEqual([false, true, true]);
});

it('says nothing of a share that no program has reported, and of one reported as 0 that there is no difference', () => {
  const plan = {
    ...{ subjects: 20_000, leastSubjects: 100, parts: null, guards: [] },
    primary: { metric: 'solved', measure: 'share', better: 'higher', worthwhile: 0.02 },
    variants: ['A', 'B'].map((name, index) => ({ name, version: index + 1, weight: 50 })),
  } as unknown as ExperimentPlan;
  const counts = [0, 1].map((variant) => ({
    ...{ variant, part: '', subjects: 10_000, recent: 10_000, first: now },
  }));
  const [silent] = analyse(plan, { counts, sums: [] }, now).verdicts;
  expect(silent).toMatchObject({ kind: 'unclear', low: null, high: null, missing: null });
  const sums = [0, 1].map((variant) => ({
    ...{ variant, part: '', metric: 'solved', measured: 10, happened: 0, sum: 0, squares: 0 },
  }));
  expect(analyse(plan, { counts, sums }, now).verdicts[0]).toMatchObject({ kind: 'same' });
});

it('stops nothing for a share below its guard rail that no program has reported', () => {
  const guard = { metric: 'kept', measure: 'share', bound: 'at_least', against: 'value', limit: 0.5 };
  const plan = {
    ...{ subjects: 20_000, leastSubjects: 100, parts: null, guards: [guard] },
    primary: { metric: 'solved', measure: 'share', better: 'higher', worthwhile: 0.02 },
    variants: ['A', 'B'].map((name, index) => ({ name, version: index + 1, weight: 50 })),
  } as unknown as ExperimentPlan;
  const counts = [0, 1].map((variant) => ({
    ...{ variant, part: '', subjects: 10_000, recent: 10_000, first: now },
  }));
  const crossed = (sums: Parameters<typeof analyse>[1]['sums']) =>
    analyse(plan, { counts, sums }, now).guards[0]?.lanes.map(({ isCrossed }) => isCrossed);
  expect(crossed([])).toEqual([false, false]);
  const sums = [0, 1].map((variant) => ({
    ...{ variant, part: '', metric: 'kept', measured: 10, happened: 10, sum: 10, squares: 10 },
  }));
  expect(crossed(sums)).toEqual([false, true]);
});
