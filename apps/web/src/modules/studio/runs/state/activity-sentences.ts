import { defineMessages } from '../../../../messages/catalogue.ts';
import { type ActivitySentences, open } from '../../../../shell/activity-sentences.ts';

const t = defineMessages('runs.activity', {
  started: '{who} started {what}',
  finished: '{who} ran {what}',
  failed: '{who} ran {what}, which failed',
  stopped: '{who} ran {what} and stopped it',
});

export const sentences: ActivitySentences = {
  'run.started': () => t('started', open),
  'run.finished': ({ status }) =>
    t(status === 'failed' ? 'failed' : status === 'stopped' ? 'stopped' : 'finished', open),
};
