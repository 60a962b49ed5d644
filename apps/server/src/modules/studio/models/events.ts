import {
  connectionCreated,
  connectionDeleted,
  connectionTested,
  connectionUpdated,
} from '@promptvault/contract/studio/models/events';
import { defineEvent } from '../../../foundation/context/define-event.ts';

export const connectionCreatedEvent = defineEvent('model_connection.created', connectionCreated, {
  audit: true,
});
export const connectionUpdatedEvent = defineEvent('model_connection.updated', connectionUpdated, {
  audit: true,
});
export const connectionDeletedEvent = defineEvent('model_connection.deleted', connectionDeleted, {
  audit: true,
});
export const connectionTestedEvent = defineEvent('model_connection.tested', connectionTested, {
  audit: true,
});
