import { activityTopic, discussionTopic } from '@promptvault/contract/vault/discussion/events';
import type { SocketTopic } from '../../../foundation/module/define-module.ts';
import { openOrganization } from '../../account/organizations/index.ts';
import { openDiscussed } from './open.ts';
import { type FollowedActivity, followActivity } from './operations/follow-activity.ts';
import { type FollowedThreads, followThreads } from './operations/follow-threads.ts';

/** `discussion:prompt.<id>` */
const threads: SocketTopic = {
  topic: discussionTopic,
  async open(ctx, name): Promise<FollowedThreads> {
    const dot = name.indexOf('.');
    const [kind, subject] = [name.slice(0, Math.max(0, dot)), name.slice(dot + 1)];
    const thing = await openDiscussed(ctx, { kind, subject }, 'comment.read');
    return { organizationId: ctx.organizationId, kind: thing.kind, id: thing.id };
  },
  follow: followThreads,
};

const activity: SocketTopic = {
  topic: activityTopic,
  async open(ctx): Promise<FollowedActivity> {
    const { id } = await openOrganization(ctx, {}, 'activity.read');
    return { organizationId: id };
  },
  follow: followActivity,
};

export const sockets = [threads, activity];
