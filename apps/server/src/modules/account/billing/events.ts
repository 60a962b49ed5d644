import {
  budgetChanged,
  budgetWarned,
  limitChanged,
  limitRemoved,
  usageReset,
  usageWarned,
} from '@promptvault/contract/account/billing/events';
import { defineEvent } from '../../../foundation/context/define-event.ts';

export const budgetChangedEvent = defineEvent('budget.changed', budgetChanged, { audit: true });
export const budgetWarnedEvent = defineEvent('budget.warned', budgetWarned);
export const limitChangedEvent = defineEvent('limit.changed', limitChanged, { audit: true });
export const limitRemovedEvent = defineEvent('limit.removed', limitRemoved, { audit: true });
export const usageResetEvent = defineEvent('usage.reset', usageReset, { audit: true });
export const usageWarnedEvent = defineEvent('usage.warned', usageWarned);
