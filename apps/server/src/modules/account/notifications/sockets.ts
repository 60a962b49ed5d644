import { noticesLiveTopic } from '@promptvault/contract/account/notifications/events';
import type { SocketTopic } from '../../../foundation/module/define-module.ts';
import { openInbox } from './open.ts';
import { followNotices } from './operations/follow-notices.ts';

const notices: SocketTopic = {
  topic: noticesLiveTopic,
  open: (ctx) => openInbox(ctx, {}, 'notice.read'),
  follow: followNotices,
};

export const sockets = [notices];
