import { defineMessages } from '../../../../messages/catalogue.ts';

/** What the frame says of this module: loaded with the first page, so only this much. */
export const frameText = defineMessages('experiments.frame', {
  title: 'Experiments',
  suites: 'Suites',
  open: 'Open experiments',
  words: 'a/b test split traffic variant conversion significance',
});
