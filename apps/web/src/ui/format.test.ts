import { expect, test } from 'vitest';
import {
  formatBytes,
  formatCompact,
  formatCost,
  formatDuration,
  formatMoment,
  formatNumber,
  formatPercent,
  formatReached,
  formatRelative,
  formatTokens,
} from './format.ts';

const plain = (text: string | undefined) => text?.replaceAll('\u202F', ' ');

test('tokens are parted by thin spaces, and estimates are marked', () => {
  expect(formatTokens(9412)).toBe('9\u202F412');
  expect(plain(formatTokens(1_234_567, true))).toBe('≈ 1 234 567');
  expect(formatTokens(undefined)).toBe('–');
  expect(formatTokens(null, true)).toBe('–');
});

test('a negative number has a real minus', () => {
  expect(formatNumber(-3)).toBe('−3');
});

test('small costs keep the digits that tell runs apart', () => {
  expect(formatCost(0.019)).toBe('$0.0190');
  expect(formatCost(0)).toBe('$0.00');
  expect(formatCost(0.0000123)).toBe('$0.000012');
  expect(plain(formatCost(1234.5))).toBe('$1 234.50');
  expect(formatCost(2, 'INR')).toBe('₹2.00');
  expect(formatCost(null)).toBe('–');
});

test.each([
  [0, '0 ms'],
  [85.4, '85 ms'],
  [610, '0.61 s'],
  [9_996, '10.0 s'],
  [12_430, '12.4 s'],
  [59_960, '1 min 00 s'],
  [185_000, '3 min 05 s'],
  [7_800_000, '2 h 10 min'],
  [3_599_600, '1 h 00 min'],
])('%d milliseconds are %s', (milliseconds, text) => {
  expect(plain(formatDuration(milliseconds))).toBe(text);
});

test('sizes, shares and compact numbers are short', () => {
  expect(plain(formatBytes(0))).toBe('0 B');
  expect(plain(formatBytes(999))).toBe('999 B');
  expect(plain(formatBytes(1536))).toBe('1.5 kB');
  expect(plain(formatBytes(48_200_000))).toBe('48 MB');
  expect(plain(formatPercent(0.905, 1))).toBe('90.5 %');
  expect(plain(formatReached(61 / 110, 1))).toBe('55.4 %');
  expect(plain(formatReached(4_999 / 5_000, 1))).toBe('99.9 %');
  expect(plain(formatReached(0.29))).toBe('29 %');
  expect(formatReached(null)).toBe('–');
  expect(formatCompact(128_000)).toBe('128k');
  expect(formatCompact(1_500)).toBe('1.5k');
  expect(formatCompact(2_000_000)).toBe('2M');
});

test('times are told from now, and within a minute by the caller', () => {
  const now = new Date('2026-11-20T12:00:00Z');
  const ago = (seconds: number) => formatRelative(new Date(now.getTime() - seconds * 1000), now);
  expect(ago(30)).toBeUndefined();
  expect(ago(240)).toBe('4 min ago');
  expect(ago(3_700)).toBe('1 h ago');
  expect(ago(90_000)).toBe('yesterday');
  expect(ago(86_400 * 3)).toBe('3 days ago');
  expect(ago(-3_700)).toBe('in 1 h');
});

test('the exact moment names its zone', () => {
  expect(formatMoment(new Date('2026-11-20T12:00:00Z'), 'UTC')).toBe('Fri, 20 Nov 2026, 12:00:00 UTC');
});
