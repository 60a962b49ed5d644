import { wilson } from '../../../../foundation/statistics/wilson.ts';
import type { Evidence } from '../schema.ts';

export interface EvidenceTotals {
  /** How many cases, of all suites; `passed` of them, which repetitions may make a broken number. */
  suites: { passed: number; cases: number; count: number };
  ratings: { up: number; total: number };
}

/** Fewer cases and ratings together say nothing. */
const fewest = 5;

/** No kind of evidence counts as more trials than this: a thousand cases do not drown what people say. */
const most = 200;

export function evidenceTotals({ suites = {}, ratings = { up: 0, total: 0 } }: Evidence): EvidenceTotals {
  const reports = Object.values(suites);
  const sum = (key: 'passed' | 'cases') => reports.reduce((all, report) => all + report[key], 0);
  return { suites: { passed: sum('passed'), cases: sum('cases'), count: reports.length }, ratings };
}

/**
 * How well a prompt works, from 0 to 100: the share of good answers that is at least to be expected, which is the lower
 * bound of the 95 % interval (Wilson) over all evidence. A case of a suite and a rating are one trial each, so each
 * kind weighs by how much there is of it, and one more good answer never lowers the score. 3 of 3 is not 100.
 * @returns −1 where there is too little to say anything
 */
export function effectivenessOf(evidence: Evidence): number {
  const { suites, ratings } = evidenceTotals(evidence);
  if (suites.cases + ratings.total < fewest) return -1;
  const [cases, people] = [capped(suites.passed, suites.cases), capped(ratings.up, ratings.total)];
  const interval = wilson(cases.good + people.good, cases.trials + people.trials);
  return Math.round((interval?.low ?? 0) * 100);
}

function capped(good: number, trials: number): { good: number; trials: number } {
  const part = Math.min(1, most / Math.max(1, trials));
  return { good: good * part, trials: trials * part };
}
