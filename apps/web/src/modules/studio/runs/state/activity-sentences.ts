import { defineMessages } from '../../../../messages/catalogue.ts';
import { type ActivitySentences, open } from '../../../../shell/activity-sentences.ts';

const t = defineMessages('runs.activity', {
  started: '{who} started {what}',
  finished: '{who} ran {what}',
  failed: '{who} ran {what}, which failed',
  stopped: '{who} ran {what} and stopped it',
  ratedUp: '{who} found the answer of {what} good',
  ratedDown: '{who} found the answer of {what} bad',
  unrated: '{who} took back a rating of {what}',
  cacheOn: '{who} let answers be served again for {hours} h',
  cacheOff: '{who} switched the cache of answers off',
  cacheCleared: '{who} emptied the cache of answers',
  privateRun: '{who} ran a prompt privately',
  privateOn: '{who} allowed private runs',
  privateOff: '{who} forbade private runs',
});

export const sentences: ActivitySentences = {
  'run.started': () => t('started', open),
  'run.finished': ({ status }) =>
    t(status === 'failed' ? 'failed' : status === 'stopped' ? 'stopped' : 'finished', open),
  'run.rated': ({ rating }) =>
    t(rating === 'up' ? 'ratedUp' : rating === 'down' ? 'ratedDown' : 'unrated', open),
  'answer_cache.changed': ({ enabled, hours }) =>
    enabled === true ? t('cacheOn', { ...open, hours: Number(hours) }) : t('cacheOff', open),
  'private_run.recorded': () => t('privateRun', open),
  'private_runs.changed': ({ allowed }) => t(allowed === true ? 'privateOn' : 'privateOff', open),
  'answer_cache.cleared': () => t('cacheCleared', open),
};
