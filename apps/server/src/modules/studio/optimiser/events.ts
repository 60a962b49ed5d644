import {
  optimisationAdopted,
  optimisationEnded,
  optimisationStarted,
} from '@promptvault/contract/studio/optimiser/events';
import { defineEvent } from '../../../foundation/context/define-event.ts';

export const OptimisationStarted = defineEvent('optimisation.started', optimisationStarted, { audit: true });
export const OptimisationResumed = defineEvent('optimisation.resumed', optimisationStarted, { audit: true });
export const OptimisationEnded = defineEvent('optimisation.ended', optimisationEnded, { audit: true });
export const OptimisationAdopted = defineEvent('optimisation.adopted', optimisationAdopted, { audit: true });

export const events = [OptimisationStarted, OptimisationResumed, OptimisationEnded, OptimisationAdopted];
