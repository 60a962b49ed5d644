import { defineMessages } from '../../../messages/catalogue.ts';

export const t = defineMessages('billing', {
  title: 'Budget',
  hint: 'What this organization lets itself spend on models. Before a run starts, the most it can cost is held; what does not fit is refused.',
  readOnlyHint: 'What this organization lets itself spend on models. An owner or admin changes it.',
  failed: 'The budget could not be loaded',
  day: 'Today',
  month: 'This month',
  spentOf: '{spent} of {limit}',
  spentOnly: '{spent} spent, no limit',
  held: '{held} held for runs that go on',
  until: 'until {time}',
  dayLimit: 'Limit a day',
  monthLimit: 'Limit a month',
  limitHint: 'US dollars; empty means no limit. Days and months are those of UTC.',
  limitInvalid: 'Enter dollars, such as 20 or 12.50, or nothing.',
  save: 'Save',
  saved: 'Saved. It holds from the next run on.',
  unknownPrices:
    'Models without a known price, such as local ones, count as nothing. Enter a price under Models to have them counted.',
});
