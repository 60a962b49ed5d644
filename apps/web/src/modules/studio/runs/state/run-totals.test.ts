import { expect, test } from 'vitest';
import type { Run } from './run-answer.ts';
import { readRunSearch, toRunFilter } from './run-filter.ts';
import { totalsOf } from './run-totals.ts';
import { latestRuns } from './use-run.ts';

const run = (id: string, more: Partial<Run> = {}): Run => ({
  id,
  comparisonId: 'c',
  parentId: null,
  kind: 'single',
  continuesId: null,
  sampleIndex: 0,
  setName: null,
  setIndex: null,
  status: 'finished',
  promptId: null,
  promptTitle: null,
  versionId: null,
  versionNumber: null,
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
  sentHash: '',
  keepContext: false,
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

test('a repeated run stands in the place of the first, its latest try', () => {
  const runs = [
    run('a'),
    run('b'),
    run('a2', { parentId: 'a' }),
    run('a3', { parentId: 'a2' }),
    run('x', { parentId: 'elsewhere' }),
  ];
  expect(latestRuns(runs).map(({ id }) => id)).toEqual(['a3', 'b', 'x']);
});

test('an address that means nothing narrows nothing', () => {
  expect(readRunSearch({ status: ['failed', 'confetti'], model: 7, q: '  ', all: 'yes' })).toEqual({
    status: ['failed'],
  });
  expect(toRunFilter({ status: ['failed', 'stopped'], prompt: 'p', all: true })).toEqual({
    status: 'failed,stopped',
    promptId: 'p',
    author: 'all',
  });
});
