import { defineMessages } from '../../../../messages/catalogue.ts';
import { type ActivitySentences, open } from '../../../../shell/activity-sentences.ts';

const t = defineMessages('billing.activity', {
  changed: '{who} changed the budget',
  taken: '{who} took the limits of the budget away',
});

const { who } = open;

export const sentences: ActivitySentences = {
  'budget.changed': ({ dayMicroDollars, monthMicroDollars }) =>
    t(dayMicroDollars === null && monthMicroDollars === null ? 'taken' : 'changed', { who }),
};
