import { defineMessages } from '../../../../messages/catalogue.ts';
import { type ActivityFacts, type ActivitySentences, open } from '../../../../shell/activity-sentences.ts';

const t = defineMessages('billing.activity', {
  changed: '{who} changed the budget',
  limitChanged: '{who} changed a limit of use',
  limitRemoved: '{who} removed a limit of use',
  usageReset: '{who} reset what was used of a limit',
  taken: '{who} took the limits of the budget away',
  dayChanged: '{who} changed what a day may cost',
  dayTaken: '{who} took away the limit of what a day may cost',
  monthChanged: '{who} changed what a month may cost',
  monthTaken: '{who} took away the limit of what a month may cost',
  allowed: '{who} allowed models without known prices under the budget',
  disallowed: '{who} no longer allows models without known prices under the budget',
});

const { who } = open;

/** What was changed, where it was one thing; events of before that was told only say that something was. */
function budgetChange({
  dayMicroDollars: day,
  monthMicroDollars: month,
  allowUnpriced,
  changed,
}: ActivityFacts) {
  const things: unknown[] = Array.isArray(changed) ? changed : [];
  const limits = things.filter((thing) => thing !== 'allowUnpriced');
  if (limits.length === 0 && things.length === 1) return allowUnpriced === true ? 'allowed' : 'disallowed';
  if (limits.length === 2 && day === null && month === null) return 'taken';
  if (things.length !== 1) return 'changed';
  if (things[0] === 'dayMicroDollars') return day === null ? 'dayTaken' : 'dayChanged';
  return month === null ? 'monthTaken' : 'monthChanged';
}

export const sentences: ActivitySentences = {
  'budget.changed': (facts) => t(budgetChange(facts), { who }),
  'limit.changed': () => t('limitChanged', { who }),
  'limit.removed': () => t('limitRemoved', { who }),
  'usage.reset': () => t('usageReset', { who }),
};
