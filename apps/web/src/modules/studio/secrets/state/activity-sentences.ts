import { defineMessages } from '../../../../messages/catalogue.ts';
import { type ActivitySentences, open } from '../../../../shell/activity-sentences.ts';

const t = defineMessages('secrets.activity', {
  created: '{who} stored a secret for tools',
  changed: '{who} changed a secret of tools',
  deleted: '{who} deleted a secret of tools',
});

const { who } = open;

export const sentences: ActivitySentences = {
  'secret.created': () => t('created', { who }),
  'secret.changed': () => t('changed', { who }),
  'secret.deleted': () => t('deleted', { who }),
};
