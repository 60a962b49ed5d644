export { runFinishedEvent, runStartedEvent } from './events.ts';
export { type FollowedEvent, type FollowedRun, followRun } from './operations/follow-run.ts';
export { forgetFresh, readRuns } from './operations/read-runs.ts';
export {
  type PreparedRun,
  placeRun,
  prepareRun,
  type RunOutcomeFacts,
  runOutcome,
  stopRunById,
} from './operations/run-for-others.ts';
export type { RunRow } from './repository.ts';
export { toRun } from './views.ts';
