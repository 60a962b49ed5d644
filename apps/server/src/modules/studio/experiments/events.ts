import { experimentEnded, experimentFacts } from '@promptvault/contract/studio/experiments/events';
import { defineEvent } from '../../../foundation/context/define-event.ts';

export const ExperimentCreated = defineEvent('experiment.created', experimentFacts, { audit: true });
export const ExperimentUpdated = defineEvent('experiment.updated', experimentFacts, { audit: true });
export const ExperimentDeleted = defineEvent('experiment.deleted', experimentFacts, { audit: true });
export const ExperimentApproved = defineEvent('experiment.approved', experimentFacts, { audit: true });
export const ExperimentStarted = defineEvent('experiment.started', experimentFacts, { audit: true });
export const ExperimentPaused = defineEvent('experiment.paused', experimentFacts, { audit: true });
export const ExperimentReweighed = defineEvent('experiment.reweighed', experimentFacts, { audit: true });
export const ExperimentEnded = defineEvent('experiment.ended', experimentEnded, { audit: true });

export const events = [
  ExperimentCreated,
  ExperimentUpdated,
  ExperimentDeleted,
  ExperimentApproved,
  ExperimentStarted,
  ExperimentPaused,
  ExperimentReweighed,
  ExperimentEnded,
];
