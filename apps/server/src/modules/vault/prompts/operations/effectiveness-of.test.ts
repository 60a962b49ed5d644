import { expect, it } from 'vitest';
import type { Evidence } from '../schema.ts';
import { effectivenessOf } from './effectiveness-of.ts';

const suite = (passed: number, cases: number): Evidence => ({ suites: { a: { passed, cases } } });
const ratings = (up: number, total: number): Evidence => ({ ratings: { up, total } });

it.each<[string, Evidence, number]>([
  ['nothing', {}, -1],
  ['three of three', suite(3, 3), -1],
  ['two cases and two ratings', { ...suite(2, 2), ...ratings(2, 2) }, -1],
  ['five of five', suite(5, 5), 57],
  ['the same in ratings', ratings(5, 5), 57],
  ['none of five', suite(0, 5), 0],
  ['forty cases and twelve ratings', { ...suite(38, 40), ...ratings(9, 12) }, 79],
  ['half a case, from repetitions', suite(4.5, 5), 46],
  ['many cases', suite(200, 200), 98],
  ['no more of them than count', suite(20_000, 20_000), 98],
  ['bad ratings under many good cases', { ...suite(20_000, 20_000), ...ratings(0, 200) }, 45],
  ['two suites', { suites: { a: { passed: 5, cases: 5 }, b: { passed: 0, cases: 5 } } }, 24],
])('scores %s', (_name, evidence, score) => {
  expect(effectivenessOf(evidence)).toBe(score);
});

it('is never lowered by one more good answer, nor raised by one more bad one', () => {
  for (const cases of [0, 3, 40, 900])
    for (let total = 5; total < 260; total += 7)
      for (const up of [0, Math.floor(total / 2), total]) {
        const with_ = (good: number, all: number) =>
          effectivenessOf({ ...suite(cases * 0.9, cases), ...ratings(good, all) });
        expect(with_(up + 1, total + 1)).toBeGreaterThanOrEqual(with_(up, total));
        expect(with_(up, total + 1)).toBeLessThanOrEqual(with_(up, total));
      }
});
