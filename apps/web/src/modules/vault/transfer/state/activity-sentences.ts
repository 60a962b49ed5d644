import { defineMessages } from '../../../../messages/catalogue.ts';
import { type ActivitySentences, open } from '../../../../shell/activity-sentences.ts';

const t = defineMessages('transfer.activity', {
  completed: '{who} imported prompts from a file',
  undone: '{who} undid an import',
});

const { who } = open;

export const sentences: ActivitySentences = {
  'import.completed': () => t('completed', { who }),
  'import.undone': () => t('undone', { who }),
};
