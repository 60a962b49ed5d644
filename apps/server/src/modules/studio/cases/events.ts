import { caseSetChanged, casesChanged } from '@promptvault/contract/studio/cases/events';
import { defineEvent } from '../../../foundation/context/define-event.ts';

export const CaseSetCreated = defineEvent('case_set.created', caseSetChanged, { audit: true });
export const CaseSetRenamed = defineEvent('case_set.renamed', caseSetChanged, { audit: true });
export const CaseSetDeleted = defineEvent('case_set.deleted', caseSetChanged, { audit: true });
export const CaseSetRestored = defineEvent('case_set.restored', caseSetChanged, { audit: true });
export const CasesChanged = defineEvent('case_set.cases_changed', casesChanged, { audit: true });

export const events = [CaseSetCreated, CaseSetRenamed, CaseSetDeleted, CaseSetRestored, CasesChanged];
