import { formatDay, formatNumber } from '../../../../ui/format.ts';
import type { Experiment, Verdict } from '../api/experiments.ts';
import { t } from './report-messages.ts';

type Measure = Experiment['primary']['measure'];

/** Digits that tell a difference of this size. */
const digitsFor = (size: number): number => (size >= 10 || Number.isInteger(size) ? 0 : size >= 1 ? 1 : 2);

/** Points of a share as whole numbers unless they are small. */
const pointDigits = (points: number): number => (Math.abs(points) >= 1 || points === 0 ? 0 : 1);

/** `12.5 %`, or the number itself. */
export function levelText(value: number | null, measure: Measure): string {
  if (value === null) return formatNumber(null);
  if (measure === 'mean') return formatNumber(value, digitsFor(Math.abs(value)));
  return `${formatNumber(value * 100, 1)} %`;
}

/** An interval may reach beyond what a share can be; what is shown does not. */
export const possible = (value: number, measure: Measure): number =>
  measure === 'share' ? Math.min(1, Math.max(0, value)) : value;

/** A difference with its sign: `+4.2`, in points for a share. */
export function signedText(value: number, measure: Measure): string {
  const size = measure === 'share' ? value * 100 : value;
  const digits = measure === 'share' ? 1 : digitsFor(Math.abs(size));
  const text = formatNumber(size, digits);
  return size > 0 && Number(size.toFixed(digits)) !== 0 ? `+${text}` : text;
}

/** `2 points`, or the number itself. */
export function amountText(value: number, measure: Measure): string {
  if (measure === 'mean') return formatNumber(value, digitsFor(value));
  const points = value * 100;
  const digits = pointDigits(points);
  const rounded = Number(points.toFixed(digits));
  return Number.isInteger(rounded)
    ? t('points', { count: rounded })
    : t('pointsText', { text: formatNumber(points, digits) });
}

function rangeText(low: number, high: number, measure: Measure): string {
  if (measure === 'mean') {
    const digits = digitsFor(Math.min(low, high));
    return t('range', { low: formatNumber(low, digits), high: formatNumber(high, digits) });
  }
  const [least, most] = [low * 100, high * 100];
  const digits = pointDigits(least);
  const [from, to] = [formatNumber(least, digits), formatNumber(most, digits)];
  return t('pointsText', { text: from === to ? from : t('range', { low: from, high: to }) });
}

/** What the numbers of a variant say, in a sentence anybody understands. */
export function verdictWords(
  { kind, variant, low, high, missing, until }: Verdict,
  { metric: _metric, measure, worthwhile }: Experiment['primary'],
  isOver: boolean,
): string {
  const name = variant;
  if (kind === 'same') return t('same', { name, most: amountText(worthwhile, measure) });
  if (kind !== 'unclear') return t(kind, { name, range: rangeText(low ?? 0, high ?? 0, measure) });
  if (isOver) return t('unclearEnded', { name });
  if (missing === null || missing === 0) return t('unclear', { name });
  const many = formatNumber(roughly(missing));
  if (until === null) return t('unclearMore', { name, many });
  return t('unclearUntil', { name, many, day: formatDay(new Date(until)) });
}

/** 1234 → 1200: more digits would promise more than is known. */
export function roughly(count: number): number {
  const step = 10 ** Math.max(0, Math.floor(Math.log10(Math.max(1, count))) - 1);
  return Math.ceil(count / step) * step;
}
