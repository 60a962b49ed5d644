import { defineMessages } from '../../../../messages/catalogue.ts';
import { type ActivitySentences, open } from '../../../../shell/activity-sentences.ts';

const t = defineMessages('experiments.activity', {
  created: '{who} planned the experiment {what}',
  updated: '{who} changed the experiment {what}',
  deleted: '{who} deleted an experiment',
  approved: '{who} agreed to the experiment {what}',
  started: '{who} started the experiment {what}',
  paused: '{who} paused the experiment {what}',
  reweighed: '{who} changed the weights of the experiment {what}',
  stopped: '{who} stopped the experiment {what}',
  concluded: '{who} concluded the experiment {what}',
  guard: 'The experiment {what} stopped by itself: a guard rail was crossed',
  end_date: 'The experiment {what} came to its planned end',
  label_moved: 'The experiment {what} ended: its label was moved',
  prompt_deleted: 'The experiment {what} ended with its prompt',
});

const { who, what } = open;

export const sentences: ActivitySentences = {
  'experiment.created': () => t('created', open),
  'experiment.updated': () => t('updated', open),
  'experiment.deleted': () => t('deleted', { who }),
  'experiment.approved': () => t('approved', open),
  'experiment.started': () => t('started', open),
  'experiment.paused': () => t('paused', open),
  'experiment.reweighed': () => t('reweighed', open),
  'experiment.ended': ({ reason }) => {
    if (
      reason === 'guard' ||
      reason === 'end_date' ||
      reason === 'label_moved' ||
      reason === 'prompt_deleted'
    )
      return t(reason, { what });
    return t(reason === 'concluded' ? 'concluded' : 'stopped', open);
  },
};
