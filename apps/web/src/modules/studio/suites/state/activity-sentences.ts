import { defineMessages } from '../../../../messages/catalogue.ts';
import { type ActivitySentences, open } from '../../../../shell/activity-sentences.ts';

const t = defineMessages('suites.activity', {
  setCreated: '{who} made the set of cases {what}',
  setRenamed: '{who} renamed the set of cases {what}',
  setDeleted: '{who} deleted a set of cases',
  setRestored: '{who} brought the set of cases {what} back',
  casesChanged: '{who} changed cases of {what}',
  created: '{who} made the suite {what}',
  updated: '{who} changed the suite {what}',
  deleted: '{who} deleted a suite',
  started: '{who} ran the suite {what}',
  resumed: '{who} went on with a run of the suite {what}',
  green: 'The suite {what} passed',
  red: 'The suite {what} did not pass',
});

const { who, what } = open;

export const sentences: ActivitySentences = {
  'case_set.created': () => t('setCreated', open),
  'case_set.renamed': () => t('setRenamed', open),
  'case_set.deleted': () => t('setDeleted', { who }),
  'case_set.restored': () => t('setRestored', open),
  'case_set.cases_changed': () => t('casesChanged', open),
  'suite.created': () => t('created', open),
  'suite.updated': () => t('updated', open),
  'suite.deleted': () => t('deleted', { who }),
  'suite.run_started': () => t('started', open),
  'suite.run_resumed': () => t('resumed', open),
  'suite.run_ended': ({ isGreen }) => t(isGreen === true ? 'green' : 'red', { what }),
};
