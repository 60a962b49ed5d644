export { answerCacheQuery } from './api/answer-cache.ts';
export { privatePolicyQuery } from './api/private-runs.ts';
export { type RetryRun, type StartRuns, useRetryRun, useStartRuns, useStopRun } from './api/run-changes.ts';
export { type Comparison, runQuery, runsKey } from './api/runs.ts';
export { AnswerColumn } from './components/answer-column.tsx';
export { AnswerGrid } from './components/answer-grid.tsx';
export { AttachedList } from './components/attached-list.tsx';
export { PrivateAnswers, PrivateModels, startPrivateRuns } from './components/private-lazily.tsx';
export { PrivateMark } from './components/private-mark.tsx';
export { RunState } from './components/run-state.tsx';
export { costOf, costText, finishText, promptText, speedOf, statusText } from './components/run-words.ts';
export { givenSettings } from './components/settings-words.ts';
export { type AttachedFile, readFiles, sortFiles } from './state/attached-files.ts';
export { t as privateText } from './state/private-messages.ts';
export { differences, needsServer, type PrivateMode, usePrivateMode } from './state/private-mode.ts';
export { isPrivateComparison, type PrivateSending } from './state/private-runs.ts';
export {
  isOver,
  type Run,
  type RunAnswer,
  type RunDetail,
  type RunStatus,
} from './state/run-answer.ts';
export { type FollowedRun, useComparison, useLiveAnswers, useRun } from './state/use-run.ts';
