import {
  connectionCreated,
  connectionDeleted,
  connectionTested,
  connectionUpdated,
  modelChainChanged,
  modelFactsChanged,
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
/** What runs are said to cost may hang on it. */
export const modelFactsChangedEvent = defineEvent('model_facts.changed', modelFactsChanged, { audit: true });
export const modelFactsDeletedEvent = defineEvent('model_facts.deleted', modelFactsChanged, { audit: true });
export const modelChainChangedEvent = defineEvent('model_chain.changed', modelChainChanged, { audit: true });
export const modelChainDeletedEvent = defineEvent('model_chain.deleted', modelChainChanged, { audit: true });
