import { describe, expect, it } from 'vitest';
import { sentences } from './activity-sentences.ts';

const none = { dayMicroDollars: null, monthMicroDollars: null, allowUnpriced: false };

describe('what the activity says of a budget', () => {
  it.each([
    [
      { ...none, changed: ['allowUnpriced'] },
      'no longer allows models without known prices under the budget',
    ],
    [
      { ...none, allowUnpriced: true, changed: ['allowUnpriced'] },
      'allowed models without known prices under the budget',
    ],
    [{ ...none, changed: ['dayMicroDollars', 'monthMicroDollars'] }, 'took the limits of the budget away'],
    [{ ...none, changed: ['dayMicroDollars'] }, 'took away the limit of what a day may cost'],
    [{ ...none, monthMicroDollars: 5, changed: ['monthMicroDollars'] }, 'changed what a month may cost'],
    [{ ...none, dayMicroDollars: 5, changed: ['dayMicroDollars', 'allowUnpriced'] }, 'changed the budget'],
    // Told before it was told what was changed.
    [none, 'changed the budget'],
  ])('%j', (facts, said) => {
    expect(sentences['budget.changed']?.(facts)).toBe(`{who} ${said}`);
  });
});
