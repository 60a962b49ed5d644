import { defineMessages } from '../../../../messages/catalogue.ts';
import { type ActivitySentences, open } from '../../../../shell/activity-sentences.ts';

const t = defineMessages('optimiser.activity', {
  started: '{who} began to optimise {what}',
  resumed: '{who} went on optimising {what}',
  ended: 'Optimising {what} ended',
  adopted: '{who} made a branch of a rewrite of {what}',
});

const { what } = open;

export const sentences: ActivitySentences = {
  'optimisation.started': () => t('started', open),
  'optimisation.resumed': () => t('resumed', open),
  'optimisation.ended': () => t('ended', { what }),
  'optimisation.adopted': () => t('adopted', open),
};
