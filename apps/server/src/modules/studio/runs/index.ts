export { runFinishedEvent, runStartedEvent } from './events.ts';
export { type FollowedEvent, type FollowedRun, followRun } from './operations/follow-run.ts';
