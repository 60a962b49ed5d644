import {
  judgementPayload,
  retentionPayload,
  runsExportedPayload,
  runsForgottenPayload,
} from '@promptvault/contract/studio/history/events';
import { defineEvent } from '../../../foundation/context/define-event.ts';

export const judgementCreatedEvent = defineEvent('judgement.created', judgementPayload, { audit: true });
export const judgementUpdatedEvent = defineEvent('judgement.updated', judgementPayload, { audit: true });
export const judgementDeletedEvent = defineEvent('judgement.deleted', judgementPayload, { audit: true });
export const retentionChangedEvent = defineEvent('run_retention.changed', retentionPayload, { audit: true });
export const runsForgottenEvent = defineEvent('run_retention.applied', runsForgottenPayload, { audit: true });
export const runsExportedEvent = defineEvent('run.exported', runsExportedPayload, { audit: true });

export const events = [
  judgementCreatedEvent,
  judgementUpdatedEvent,
  judgementDeletedEvent,
  retentionChangedEvent,
  runsForgottenEvent,
  runsExportedEvent,
];
