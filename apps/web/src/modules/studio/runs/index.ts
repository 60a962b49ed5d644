export { type RetryRun, type StartRuns, useRetryRun, useStartRuns, useStopRun } from './api/run-changes.ts';
export type { Comparison } from './api/runs.ts';
export { AnswerColumn } from './components/answer-column.tsx';
export { AnswerGrid } from './components/answer-grid.tsx';
export { type CompareSearch, readCompareSearch } from './state/compare-search.ts';
export { isOver, type Run, type RunAnswer, type RunStatus } from './state/run-answer.ts';
export { readRunSearch } from './state/run-filter.ts';
export { type FollowedRun, useComparison, useRun } from './state/use-run.ts';
