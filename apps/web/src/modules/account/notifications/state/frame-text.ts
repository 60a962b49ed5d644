import { defineMessages } from '../../../../messages/catalogue.ts';

/** What the frame says of this module: loaded with the first page, so only this much. */
export const frameText = defineMessages('notifications.frame', {
  notices: 'Notices',
  none: 'Notices: nothing new',
  unread: { one: 'Notices: {count} new', other: 'Notices: {count} new' },
  unreadMore: 'Notices: more than {count} new',
  settings: 'Notices',
  mail: 'Mail',
  words: 'notifications bell inbox alerts unread mail',
});
