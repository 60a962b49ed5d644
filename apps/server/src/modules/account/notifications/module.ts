import * as z from 'zod';
import { personOf } from '../../../foundation/context/actor.ts';
import { defineJob, defineModule } from '../../../foundation/module/define-module.ts';
import { listeners } from './listeners.ts';
import { notices } from './notices.ts';
import { resealNotices } from './operations/reseal-notices.ts';
import { pages } from './pages.ts';
import { insertNotices } from './repository/notices.ts';
import { putSubscription } from './repository/push.ts';
import { routes } from './routes.ts';
import { tables } from './schema.ts';
import { sockets } from './sockets.ts';

export const module = defineModule({
  name: 'account/notifications',
  tables,
  routes,
  pages,
  sockets,
  listeners,
  notices,
  start: resealNotices,
  permissions: {
    'notice.read': {
      summary: 'Be told what happens',
      roles: ['owner', 'admin', 'editor', 'viewer'],
    },
  },
  jobs: {
    'notice.forget': defineJob({
      urgency: 'later',
      data: z.object({}),
      cron: '47 3 * * *',
      handler: async () => (await import('./operations/forget-notices.ts')).forgetNotices,
    }),
    'notice.settle': defineJob({
      urgency: 'soon',
      data: z.object({ organizationId: z.string(), people: z.array(z.string()) }),
      handler: async () => (await import('./operations/settle-notices.ts')).settleNotices,
    }),
    'notice.digest': defineJob({
      urgency: 'later',
      data: z.object({}),
      cron: '*/15 * * * *',
      handler: async () => (await import('./operations/settle-notices.ts')).sendDigests,
    }),
    'mail.send': defineJob({
      urgency: 'soon',
      data: z.object({ organizationId: z.string(), id: z.string(), userId: z.string().nullable() }),
      handler: async () => (await import('./operations/send-mail.ts')).sendMail,
    }),
    'mail.tend': defineJob({
      urgency: 'later',
      data: z.object({}),
      cron: '* * * * *',
      handler: async () => (await import('./operations/send-mail.ts')).tendMail,
    }),
    'push.send': defineJob({
      urgency: 'soon',
      data: z.object({ organizationId: z.string(), userId: z.string(), id: z.string() }),
      handler: async () => (await import('./operations/send-push.ts')).sendPush,
    }),
    'mail.forget': defineJob({
      urgency: 'later',
      data: z.object({}),
      cron: '51 3 * * *',
      handler: async () => (await import('./operations/send-mail.ts')).forgetMail,
    }),
  },
  subjects: [
    {
      kind: 'notice',
      async sample(ctx) {
        const id = ctx.newId();
        await insertNotices(ctx.tx, [{ userId: personOf(ctx.actor) ?? ctx.newId(), id }], {
          organizationId: ctx.organizationId,
          kind: 'member.joined',
          subjectKind: 'member',
          subjectId: ctx.newId(),
          groupKey: id,
          key: id,
          byPerson: null,
          data: { role: 'editor' },
          createdAt: ctx.clock.now(),
        });
        return { id };
      },
    },
    {
      kind: 'push_subscription',
      async sample(ctx) {
        const id = ctx.newId();
        await putSubscription(ctx.tx, {
          userId: personOf(ctx.actor) ?? ctx.newId(),
          id,
          sessionId: ctx.actor.kind === 'person' ? ctx.actor.sessionId : ctx.newId(),
          endpointHash: id,
          sealed: '',
          service: 'push.example',
          device: null,
          createdAt: ctx.clock.now(),
          toldAt: null,
          problem: null,
        });
        return { id };
      },
    },
  ],
});
