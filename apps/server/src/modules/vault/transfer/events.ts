import { importCompletedPayload, importUndonePayload } from '@promptvault/contract/vault/transfer/events';
import { defineEvent } from '../../../foundation/context/define-event.ts';

export const ImportCompleted = defineEvent('import.completed', importCompletedPayload, { audit: true });
export const ImportUndone = defineEvent('import.undone', importUndonePayload, { audit: true });

export const events = [ImportCompleted, ImportUndone];
