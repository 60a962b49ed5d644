import { expect, test } from 'vitest';
import type { Run } from './run-answer.ts';
import { latestRuns } from './use-run.ts';

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

test('a repeated run stands in the place of the first, its latest try', () => {
  const runs = [
    run('a'),
    run('b'),
    run('a2', { parentId: 'a' }),
    run('a3', { parentId: 'a2' }),
    run('b-repaired', { parentId: 'b', kind: 'repair' }),
    run('x', { parentId: 'elsewhere' }),
  ];
  expect(latestRuns(runs).map(({ id }) => id)).toEqual(['a3', 'b', 'x']);
});
