import { suiteChanged, suiteRunEnded, suiteRunStarted } from '@promptvault/contract/studio/suites/events';
import { defineEvent } from '../../../foundation/context/define-event.ts';

export const SuiteCreated = defineEvent('suite.created', suiteChanged, { audit: true });
export const SuiteUpdated = defineEvent('suite.updated', suiteChanged, { audit: true });
export const SuiteDeleted = defineEvent('suite.deleted', suiteChanged, { audit: true });
export const SuiteRunStarted = defineEvent('suite.run_started', suiteRunStarted, { audit: true });
export const SuiteRunResumed = defineEvent('suite.run_resumed', suiteRunStarted, { audit: true });
export const SuiteRunEnded = defineEvent('suite.run_ended', suiteRunEnded, { audit: true });

export const events = [
  SuiteCreated,
  SuiteUpdated,
  SuiteDeleted,
  SuiteRunStarted,
  SuiteRunResumed,
  SuiteRunEnded,
];
