import {
  answerCacheChanged,
  answerCacheCleared,
  privateRunRecorded,
  privateRunsChanged,
  runFinished,
  runRated,
  runStarted,
} from '@promptvault/contract/studio/runs/events';
import { defineEvent } from '../../../foundation/context/define-event.ts';

/** Together they are the audit entry of a run: who ran what on what, and what it cost. */
export const runStartedEvent = defineEvent('run.started', runStarted, { audit: true });
export const runFinishedEvent = defineEvent('run.finished', runFinished, { audit: true });
export const runRatedEvent = defineEvent('run.rated', runRated, { audit: true });
export const answerCacheChangedEvent = defineEvent('answer_cache.changed', answerCacheChanged, {
  audit: true,
});
export const answerCacheClearedEvent = defineEvent('answer_cache.cleared', answerCacheCleared, {
  audit: true,
});
/** The audit entry of a private run: who ran what on what, and what it cost. */
export const privateRunRecordedEvent = defineEvent('private_run.recorded', privateRunRecorded, {
  audit: true,
});
export const privateRunsChangedEvent = defineEvent('private_runs.changed', privateRunsChanged, {
  audit: true,
});
