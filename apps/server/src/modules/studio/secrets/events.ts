import { secretChanged, secretCreated, secretDeleted } from '@promptvault/contract/studio/secrets/events';
import { defineEvent } from '../../../foundation/context/define-event.ts';

export const secretCreatedEvent = defineEvent('secret.created', secretCreated, { audit: true });
export const secretChangedEvent = defineEvent('secret.changed', secretChanged, { audit: true });
export const secretDeletedEvent = defineEvent('secret.deleted', secretDeleted, { audit: true });
