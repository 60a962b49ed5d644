import { expect, test } from 'vitest';
import type { Run } from '../../runs/index.ts';
import { isNarrowed, readRunSearch, toRunFilter, withoutFilters } from './run-search.ts';
import { totalsOf } from './run-totals.ts';

const run = (id: string, more: Partial<Run> = {}): Run => ({
  id,
  comparisonId: 'c',
  parentId: null,
  kind: 'single',
  origin: 'direct',
  continuesId: null,
  sampleIndex: 0,
  setName: null,
  setIndex: null,
  status: 'finished',
  promptId: null,
  promptTitle: null,
  versionId: null,
  versionNumber: null,
  assignment: null,
  connectionId: null,
  connectionName: '',
  provider: 'echo',
  model: 'echo',
  chainName: null,
  tried: [],
  author: null,
  excerpt: '',
  createdAt: '2026-11-20T12:00:00Z',
  startedAt: null,
  endedAt: null,
  timeToFirstTokenMs: null,
  durationMs: null,
  finishReason: null,
  usage: null,
  cost: null,
  totalMicroDollars: null,
  error: null,
  outcome: null,
  cached: null,
  sentHash: '',
  keepContext: false,
  private: false,
  revision: 1,
  ...more,
});

const cost = (microDollars: number) => ({ microDollars, priceVersion: 'p', estimated: false });

test('totals leave out what is not known instead of counting it as nothing', () => {
  const runs = [
    run('a', { cost: cost(2_000_000), timeToFirstTokenMs: 100 }),
    run('b', { status: 'failed' }),
    run('c', { cost: cost(500_000), timeToFirstTokenMs: 300 }),
    run('d', { timeToFirstTokenMs: 200 }),
  ];
  expect(totalsOf(runs)).toMatchObject({
    runs: 4,
    failed: 1,
    cost: 2.5,
    medianFirstMs: 200,
    costs: [0, 0.5, 0, 2],
  });
  expect(totalsOf([run('a')])).toMatchObject({ cost: null, medianFirstMs: null });
});

test('an address that means nothing narrows nothing', () => {
  expect(
    readRunSearch({ status: ['failed', 'confetti'], model: [7], q: '  ', all: 'yes', from: 'May' }),
  ).toEqual({
    status: ['failed'],
  });
  expect(
    readRunSearch({ model: 7, least: '0.5', most: -1, sort: 'best', provider: 'echo', to: '2026-13-01' }),
  ).toEqual({
    model: '7',
    least: 0.5,
    provider: 'echo',
  });
  expect(toRunFilter({ status: ['failed', 'stopped'], prompt: 'p', all: true })).toEqual({
    status: 'failed,stopped',
    promptId: 'p',
    origin: 'direct',
    author: 'all',
  });
});

test('what suites made is hidden until it is asked for, and that stays when filters are cleared', () => {
  expect(toRunFilter({})).toEqual({ origin: 'direct', author: 'me' });
  expect(toRunFilter(readRunSearch({ origin: 'suite' }))).toEqual({ origin: 'suite', author: 'me' });
  expect(toRunFilter(readRunSearch({ origin: 'all' }))).toEqual({ author: 'me' });
  expect(readRunSearch({ origin: 'direct' })).toEqual({});
  expect(isNarrowed({ origin: 'suite' })).toBe(false);
  expect(withoutFilters({ q: 'a', origin: 'all' })).toEqual({ origin: 'all' });
});

test('days are whole, costs are millionths, and the order is no narrowing', () => {
  const filter = toRunFilter({
    from: '2026-05-01',
    to: '2026-05-01',
    least: 0.000_001,
    most: 1.5,
    author: 'a',
  });
  expect(Date.parse(filter.to as string) - Date.parse(filter.from as string)).toBe(86_400_000 - 1);
  expect(filter).toMatchObject({ leastCost: 1, mostCost: 1_500_000, author: 'all', authorId: 'a' });
  expect(isNarrowed({ all: true, sort: 'oldest' })).toBe(false);
  expect(isNarrowed({ bookmarked: true })).toBe(true);
  expect(withoutFilters({ q: 'a', tag: 'b', sort: 'oldest', all: true })).toEqual({
    sort: 'oldest',
    all: true,
  });
});

test('private runs and those of an experiment are asked for by the address', () => {
  expect(readRunSearch({ private: 'perhaps', variant: 2 })).toEqual({ variant: '2' });
  expect(toRunFilter(readRunSearch({ private: 'without', experiment: 'e', variant: 'B' }))).toEqual({
    ...{ private: 'without', experimentId: 'e', variant: 'B' },
    ...{ origin: 'direct', author: 'me' },
  });
  // A variant by itself is of no experiment.
  expect(toRunFilter({ variant: 'B' })).toEqual({ origin: 'direct', author: 'me' });
  expect(isNarrowed({ private: 'only' })).toBe(true);
});
