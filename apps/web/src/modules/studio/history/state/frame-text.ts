import { defineMessages } from '../../../../messages/catalogue.ts';

/** What the frame says of this module: loaded with the first page, so only this much. */
export const frameText = defineMessages('history.frame', {
  title: 'Runs',
  bookmarks: 'Show bookmarked runs',
  retention: 'Keeping runs',
  words: 'history starred kept',
});
