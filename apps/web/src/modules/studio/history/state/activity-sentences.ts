import { defineMessages } from '../../../../messages/catalogue.ts';
import { type ActivitySentences, open } from '../../../../shell/activity-sentences.ts';

const t = defineMessages('history.activity', {
  compared: '{who} kept the comparison {what}',
  changed: '{who} changed the comparison {what}',
  deleted: '{who} deleted the comparison {what}',
  retention: '{who} set how long runs are kept',
  forgotten: 'Runs older than the organization keeps were deleted',
  exported: '{who} exported runs',
});

export const sentences: ActivitySentences = {
  'judgement.created': () => t('compared', open),
  'judgement.updated': () => t('changed', open),
  'judgement.deleted': () => t('deleted', open),
  'run_retention.changed': () => t('retention', open),
  'run_retention.applied': () => t('forgotten'),
  'run.exported': () => t('exported', open),
};
