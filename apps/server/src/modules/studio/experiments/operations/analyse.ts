/** What the numbers of an experiment say. Pure: rows in, report out. */
import type { ExperimentLane, ExperimentVerdict } from '@promptvault/contract/studio/experiments/shapes';
import type { Measure, Sample } from '../../../../foundation/statistics/sample.ts';
import { meanOf } from '../../../../foundation/statistics/sample.ts';
import { sampleRatioP } from '../../../../foundation/statistics/sample-ratio.ts';
import {
  compareSamples,
  intervalOfMean,
  measuredNeeded,
} from '../../../../foundation/statistics/sequential-interval.ts';
import type { ExposureCount, MetricSums } from '../repository/outcomes.ts';
import type { ExperimentPlan, Reading } from '../schema.ts';

/** So often at most is any interval of a table wrong: one of the metric, of the guard rails, or of the parts. */
const alpha = 0.05;
/** Below it something other than chance decided who was counted. */
const offP = 0.001;
const dayMs = 24 * 60 * 60 * 1_000;

export interface Counted {
  counts: readonly ExposureCount[];
  sums: readonly MetricSums[];
}

export interface GuardLane {
  variant: string;
  measured: number;
  value: number | null;
  reading: Reading | null;
  isCrossed: boolean;
}

export interface Analysis {
  subjects: number;
  perDay: number | null;
  lanes: ExperimentLane[];
  verdicts: ExperimentVerdict[];
  guards: { metric: string; lanes: GuardLane[] }[];
  split: { p: number; isOff: boolean };
  parts: { part: string; lanes: ExperimentLane[] }[];
}

interface Metric {
  metric: string;
  measure: Measure;
}

const subjectsIn = ({ counts }: Counted, variant: number): number =>
  counts.filter((row) => row.variant === variant).reduce((sum, { subjects }) => sum + subjects, 0);

/** A share is of all who were given the variant: what was not reported has not happened. */
function sampleOf(counted: Counted, variant: number, { metric, measure }: Metric): Sample {
  const own = counted.sums.filter((row) => row.variant === variant && row.metric === metric);
  const total = (key: 'measured' | 'happened' | 'sum' | 'squares') =>
    own.reduce((sum, row) => sum + row[key], 0);
  if (measure === 'mean') return { n: total('measured'), sum: total('sum'), squares: total('squares') };
  const happened = total('happened');
  return { n: subjectsIn(counted, variant), sum: happened, squares: happened };
}

const levelOf = (sample: Sample): number | null => (sample.n === 0 ? null : meanOf(sample));

function lanesOf(
  plan: ExperimentPlan,
  counted: Counted,
  {
    tests,
    planned,
    least,
    isReported,
  }: { tests: number; planned: number; least: number; isReported: boolean },
): ExperimentLane[] {
  const { primary, variants } = plan;
  const base = sampleOf(counted, 0, primary);
  return variants.map(({ name, version, weight }, index) => {
    const own = sampleOf(counted, index, primary);
    const pair = (planned * (weight + (variants[0]?.weight ?? 0))) / 100;
    const isEnough = isReported && index > 0 && Math.min(base.n, own.n) >= least;
    const certainty = { alpha: alpha / tests, planned: pair, measure: primary.measure };
    return {
      variant: name,
      version,
      weight,
      subjects: subjectsIn(counted, index),
      measured: own.n,
      value: levelOf(own),
      difference: isEnough ? compareSamples(base, own, certainty) : null,
    };
  });
}

/** How many more subjects until there is something to say of this variant, and when they will have come. */
function verdictOf(
  plan: ExperimentPlan,
  counted: Counted,
  index: number,
  lane: ExperimentLane,
  { perDay, now }: { perDay: number | null; now: Date },
): ExperimentVerdict {
  const { primary, variants, leastSubjects } = plan;
  const about = { variant: lane.variant, missing: null, until: null };
  const found = lane.difference;
  if (found) {
    const [low, high] = primary.better === 'higher' ? [found.low, found.high] : [-found.high, -found.low];
    if (low > 0) return { ...about, kind: 'better', low, high };
    if (high < 0) return { ...about, kind: 'worse', low: -high, high: -low };
    if (low >= -primary.worthwhile && high <= primary.worthwhile)
      return { ...about, kind: 'same', low, high };
  }
  const samples = variants.map((_, each) => sampleOf(counted, each, primary));
  const [base, own] = [samples[0], samples[index]];
  const subjects = variants.reduce((sum, _, each) => sum + subjectsIn(counted, each), 0);
  const share = ((variants[0]?.weight ?? 0) + (variants[index]?.weight ?? 0)) / 100;
  let missing: number | null = null;
  if (base && own && found) {
    const certainty = { alpha: alpha / (variants.length - 1), planned: plan.subjects * share };
    // Enough to tell it from nothing, or to show that it is less than what matters, whichever is nearer.
    const half = Math.max(Math.abs(found.estimate), primary.worthwhile - Math.abs(found.estimate));
    const needed = measuredNeeded(base, own, { ...certainty, half, measure: primary.measure });
    const answering = subjects === 0 ? 1 : (base.n + own.n) / Math.max(1, subjects * share);
    missing =
      needed === null ? null : Math.ceil((needed - base.n - own.n) / share / Math.max(answering, 0.01));
  } else {
    const short = [0, index].map((each) => {
      const weight = (variants[each]?.weight ?? 1) / 100;
      return Math.max(0, leastSubjects - (samples[each]?.n ?? 0)) / weight;
    });
    // Nobody knows how many more when there are enough and all their values are equal.
    missing = Math.ceil(Math.max(...short)) || null;
  }
  const days = missing !== null && perDay !== null && perDay > 0 ? missing / perDay : null;
  const until = days !== null && days < 3_650 ? new Date(now.getTime() + days * dayMs).toISOString() : null;
  return {
    kind: 'unclear',
    variant: lane.variant,
    low: found?.low ?? null,
    high: found?.high ?? null,
    missing,
    until,
  };
}

/** Where no program has told anything of a metric, shares of nothing would look like a low share, or no difference. */
const isTold = ({ sums }: Counted, metric: string) => sums.some((row) => row.metric === metric);

function guardsOf(plan: ExperimentPlan, counted: Counted): Analysis['guards'] {
  const { guards, variants, leastSubjects, subjects } = plan;
  // A guard rail is to see harm soon: its interval is narrowest early.
  const planned = Math.min(subjects, leastSubjects * 4);
  const challengers = variants.length - 1;
  // Against a value the first variant has an interval too.
  const intervals = guards.reduce(
    (sum, { against }) => sum + (against === 'value' ? variants.length : challengers),
    0,
  );
  const certainty = { alpha: alpha / Math.max(1, intervals), planned };
  return guards.map(({ metric, measure, bound, against, limit }) => {
    const base = sampleOf(counted, 0, { metric, measure });
    return {
      metric,
      lanes: variants.map(({ name }, index) => {
        const own = sampleOf(counted, index, { metric, measure });
        const isEnough =
          isTold(counted, metric) &&
          own.n >= leastSubjects &&
          (against === 'value' || base.n >= leastSubjects);
        const reading = !isEnough
          ? null
          : against === 'value'
            ? intervalOfMean(own, { ...certainty, measure })
            : index === 0
              ? null
              : compareSamples(base, own, { ...certainty, measure });
        // What the first variant does is what everybody got before: stopping would not mend it.
        const isCrossed =
          index > 0 && reading !== null && (bound === 'at_most' ? reading.low > limit : reading.high < limit);
        return { variant: name, measured: own.n, value: levelOf(own), reading, isCrossed };
      }),
    };
  });
}

function pace({ counts }: Counted, now: Date): number | null {
  const recent = counts.reduce((sum, row) => sum + row.recent, 0);
  const first = Math.min(...counts.map((row) => row.first.getTime()));
  if (recent === 0 || !Number.isFinite(first)) return null;
  const span = Math.min(dayMs, Math.max(dayMs / 24, now.getTime() - first));
  return (recent * dayMs) / span;
}

/** @param now the moment the rows were read */
export function analyse(plan: ExperimentPlan, counted: Counted, now: Date): Analysis {
  const { variants, parts, leastSubjects } = plan;
  const challengers = variants.length - 1;
  const subjects = variants.map((_, index) => subjectsIn(counted, index));
  const perDay = pace(counted, now);
  const isReported = isTold(counted, plan.primary.metric);
  const lanes = lanesOf(plan, counted, {
    isReported,
    tests: challengers,
    planned: plan.subjects,
    least: leastSubjects,
  });
  const p = sampleRatioP(
    subjects,
    variants.map(({ weight }) => weight),
  );
  const named = parts ? [...parts.values, ''] : [];
  return {
    subjects: subjects.reduce((sum, count) => sum + count, 0),
    perDay,
    lanes,
    verdicts: lanes.slice(1).map((lane, index) => verdictOf(plan, counted, index + 1, lane, { perDay, now })),
    guards: guardsOf(plan, counted),
    split: { p, isOff: p < offP },
    parts: named.map((part) => ({
      part,
      lanes: lanesOf(
        plan,
        {
          counts: counted.counts.filter((row) => row.part === part),
          sums: counted.sums.filter((row) => row.part === part),
        },
        {
          isReported,
          tests: challengers * named.length,
          planned: Math.max(1, plan.subjects / named.length),
          least: leastSubjects,
        },
      ),
    })),
  };
}
