import { defineMessages } from '../../../../messages/catalogue.ts';
import { type ActivitySentences, open } from '../../../../shell/activity-sentences.ts';

const t = defineMessages('runs.activity', {
  started: '{who} started {what}',
  finished: '{who} ran {what}',
  failed: '{who} ran {what}, which failed',
  stopped: '{who} ran {what} and stopped it',
  cacheOn: '{who} let answers be served again for {hours} h',
  cacheOff: '{who} switched the cache of answers off',
  cacheCleared: '{who} emptied the cache of answers',
});

export const sentences: ActivitySentences = {
  'run.started': () => t('started', open),
  'run.finished': ({ status }) =>
    t(status === 'failed' ? 'failed' : status === 'stopped' ? 'stopped' : 'finished', open),
  'answer_cache.changed': ({ enabled, hours }) =>
    enabled === true ? t('cacheOn', { ...open, hours: Number(hours) }) : t('cacheOff', open),
  'answer_cache.cleared': () => t('cacheCleared', open),
};
