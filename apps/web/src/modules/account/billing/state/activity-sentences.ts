import { defineMessages } from '../../../../messages/catalogue.ts';
import { type ActivitySentences, open } from '../../../../shell/activity-sentences.ts';

const t = defineMessages('billing.activity', {
  changed: '{who} changed the budget',
  limitChanged: '{who} changed a limit of use',
  limitRemoved: '{who} removed a limit of use',
  usageReset: '{who} reset what was used of a limit',
  taken: '{who} took the limits of the budget away',
});

const { who } = open;

export const sentences: ActivitySentences = {
  'budget.changed': ({ dayMicroDollars, monthMicroDollars, allowUnpriced }) =>
    t(
      dayMicroDollars === null && monthMicroDollars === null && allowUnpriced !== true ? 'taken' : 'changed',
      { who },
    ),
  'limit.changed': () => t('limitChanged', { who }),
  'limit.removed': () => t('limitRemoved', { who }),
  'usage.reset': () => t('usageReset', { who }),
};
