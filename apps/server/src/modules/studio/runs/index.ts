export { runFinishedEvent, runStartedEvent } from './events.ts';
export { type FollowedEvent, type FollowedRun, followRun } from './operations/follow-run.ts';
export type { WholeRun } from './operations/get-run.ts';
export { refuseUnpriced } from './operations/hold-cost.ts';
export { type PaidAhead, payAhead, settleAhead } from './operations/pay-ahead.ts';
export { isBudgetCode, limitPurse, openPurse, type PurseFacts, readPurse } from './operations/purses.ts';
export { eraseRuns, forgetFresh, readRuns, readShownRuns, readTexts } from './operations/read-runs.ts';
export { refusePrivate } from './operations/refuse-private.ts';
export {
  type PreparedRun,
  placeRun,
  prepareRun,
  type RunOutcomeFacts,
  type RunWish,
  readRunOutcome,
  runOutcome,
  stopRunById,
} from './operations/run-for-others.ts';
export { headingsOf } from './operations/show-runs.ts';
export { excerptCharacters, type RunRow } from './repository/runs.ts';
export { toRun, toRunDetail } from './views.ts';
