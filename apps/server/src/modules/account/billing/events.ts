import { budgetChanged } from '@promptvault/contract/account/billing/events';
import { defineEvent } from '../../../foundation/context/define-event.ts';

export const budgetChangedEvent = defineEvent('budget.changed', budgetChanged, { audit: true });
