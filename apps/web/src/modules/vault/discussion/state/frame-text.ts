import { defineMessages } from '../../../../messages/catalogue.ts';

/** What the frame says of this module: loaded with the first page, so only this much. */
export const frameText = defineMessages('discussion.frame', {
  comments: 'Comments',
  activity: 'Activity',
  openActivity: 'Open the activity',
  activityWords: 'feed history log what happened',
});
