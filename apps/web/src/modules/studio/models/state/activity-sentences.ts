import { defineMessages } from '../../../../messages/catalogue.ts';
import { type ActivitySentences, open } from '../../../../shell/activity-sentences.ts';

const t = defineMessages('models.activity', {
  created: '{who} added a connection to a model provider',
  updated: '{who} changed a connection to a model provider',
  deleted: '{who} removed a connection to a model provider',
  tested: '{who} tested a connection to a model provider',
  chainChanged: '{who} changed a chain of models',
  chainDeleted: '{who} removed a chain of models',
  factsChanged: '{who} corrected what is known about a model',
  factsDeleted: '{who} took back a correction of a model',
});

const { who } = open;

export const sentences: ActivitySentences = {
  'model_connection.created': () => t('created', { who }),
  'model_connection.updated': () => t('updated', { who }),
  'model_connection.deleted': () => t('deleted', { who }),
  'model_connection.tested': () => t('tested', { who }),
  'model_chain.changed': () => t('chainChanged', { who }),
  'model_chain.deleted': () => t('chainDeleted', { who }),
  'model_facts.changed': () => t('factsChanged', { who }),
  'model_facts.deleted': () => t('factsDeleted', { who }),
};
