import { defineMessages } from '../../../../messages/catalogue.ts';

/** What the frame says of this module: loaded with the first page, so only this much. */
export const frameText = defineMessages('suites.frame', {
  title: 'Suites',
  open: 'Open suites',
  words: 'test cases evaluate assertions check regression',
  makeCase: 'Make a case',
});
