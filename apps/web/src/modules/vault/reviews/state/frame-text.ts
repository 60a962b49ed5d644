import { defineMessages } from '../../../../messages/catalogue.ts';

/** What the frame says of this module: loaded with the first page, so only this much. */
export const frameText = defineMessages('reviews.frame', {
  title: 'Reviews',
  openReviews: 'Open reviews',
  openWaiting: 'Show reviews that wait for me',
  words: 'approve merge request changes pull',
  waitForYou: { one: '{count} waits for you', other: '{count} wait for you' },
  waiting: 'Waiting for you',
  ask: 'Review',
  rule: 'Reviews',
});
