import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import type { Candidate } from '../api/optimisations.ts';
import { ParetoChart } from './pareto-chart.tsx';

const score = { cases: 10, passed: 4, interval: null, score: 0.4 };
const candidate = (number: number, rate: number, microDollars: number): Candidate => ({
  ...{ id: String(number), number, round: 1, idea: '', discarded: null, isBest: false, isOverfit: false },
  seen: { ...score, rate, microDollars },
  heldOut: { ...score, rate: null, microDollars: null },
});
const textsOf = (...candidates: Candidate[]) =>
  [...renderToStaticMarkup(<ParetoChart candidates={candidates} />).matchAll(/>(#[^<]*)</g)].map(
    ([, text]) => text,
  );

it('writes the numbers of dots in one place beside each other, not over each other', () => {
  expect(textsOf(candidate(0, 0.4, 100), candidate(1, 0.6, 300), candidate(2, 0.4, 101))).toEqual([
    '#0, #2',
    '#1',
  ]);
});

it('shows of dots in one place the one that is among the best', () => {
  const best = { ...candidate(1, 0.4, 100), isBest: true };
  const shown = renderToStaticMarkup(<ParetoChart candidates={[best, candidate(2, 0.4, 100)]} />);
  expect(shown.match(/<circle[^>]*>/g)?.at(-1)).toContain('fill-accent');
});
