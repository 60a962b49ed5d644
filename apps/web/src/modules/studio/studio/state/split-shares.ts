/** How a label splits what it is asked for: shares in whole percent, as they are written in the form. */
import type { LabelTarget } from '../api/labels.ts';
import { t } from '../messages.ts';

export type Share = { version: number; percent: string };

export const mostTargets = 10;

/** Whole percents that come to 100; what is lost by rounding goes to those that lost most. */
export function sharesOf(targets: readonly LabelTarget[]): Share[] {
  const all = targets.reduce((sum, { weight }) => sum + weight, 0);
  const parts = targets.map(({ version, weight }) => ({ version, exact: (weight / all) * 100 }));
  const rest = 100 - parts.reduce((sum, { exact }) => sum + Math.floor(exact), 0);
  const favoured = [...parts]
    .sort((a, b) => (b.exact % 1) - (a.exact % 1))
    .slice(0, rest)
    .map(({ version }) => version);
  return parts.map(({ version, exact }) => ({
    version,
    percent: String(Math.floor(exact) + (favoured.includes(version) ? 1 : 0)),
  }));
}

export const evenShares = (shares: readonly Share[]): Share[] =>
  sharesOf(shares.map(({ version }) => ({ version, weight: 1 })));

const percentOf = ({ percent }: Share): number | undefined => {
  const written = percent.trim();
  const number = Number(written);
  return /^\d{1,3}$/.test(written) && number >= 1 && number <= 100 ? number : undefined;
};

export type SplitProblems = {
  /** Of each share, in their order. */
  versions: (string | undefined)[];
  percents: (string | undefined)[];
  sum: string | undefined;
};

export function splitProblems(shares: readonly Share[]): SplitProblems {
  const percents = shares.map(percentOf);
  const sum = percents.reduce<number>((all, percent) => all + (percent ?? 0), 0);
  const isWritten = percents.every((percent) => percent !== undefined);
  return {
    versions: shares.map(({ version }, index) =>
      shares.findIndex((other) => other.version === version) < index
        ? t('splitTwice', { number: version })
        : undefined,
    ),
    percents: percents.map((percent) => (percent === undefined ? t('splitPercentRule') : undefined)),
    sum: isWritten && sum !== 100 ? t('splitSumRule', { sum }) : undefined,
  };
}

/** undefined while something is wrong with them. */
export function targetsOf(shares: readonly Share[]): LabelTarget[] | undefined {
  const { versions, percents, sum } = splitProblems(shares);
  if (shares.length === 0 || sum || [...versions, ...percents].some(Boolean)) return undefined;
  return shares.map((share) => ({ version: share.version, weight: percentOf(share) ?? 0 }));
}
