import { defineMessages } from '../../../../messages/catalogue.ts';

/** What the frame says of this module: loaded with the first page, so only this much. */
export const frameText = defineMessages('reviews.frame', {
  title: 'Reviews',
  openReviews: 'Open reviews',
  openWaiting: 'Show reviews that wait for me',
  words: 'approve merge request changes pull',
  ask: 'Review',
  rule: 'Reviews',
});
