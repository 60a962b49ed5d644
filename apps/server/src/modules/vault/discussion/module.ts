import type { Ctx } from '../../../foundation/context/ctx.ts';
import { defineModule } from '../../../foundation/module/define-module.ts';
import { events } from './events.ts';
import { listeners } from './listeners.ts';
import { openThread } from './open.ts';
import { notices } from './operations/notices.ts';
import { sampleThread } from './operations/sample-thread.ts';
import { routes } from './routes.ts';
import { tables } from './schema.ts';
import { sockets } from './sockets.ts';

const everyone = ['owner', 'admin', 'editor', 'viewer'] as const;

export const module = defineModule({
  name: 'vault/discussion',
  tables,
  routes,
  events,
  listeners,
  sockets,
  notices,
  permissions: {
    'comment.read': { summary: 'Read comments on what one sees', roles: everyone },
    'comment.write': { summary: 'Comment on what one sees, and change one’s own comments', roles: everyone },
    'comment.moderate': { summary: 'Delete the comments of others', roles: ['owner', 'admin'] },
    'activity.read': { summary: 'See what happened to what one sees', roles: everyone },
  },
  subjects: [
    {
      kind: 'thread',
      async open(ctx, threadId) {
        const { thing } = await openThread(ctx, { threadId }, 'comment.read');
        return { title: thing.title, address: addressOf(thing.address, threadId) };
      },
      sample: async (ctx) => ({ id: (await sampleThread(ctx, await samplePrompt(ctx))).threadId }),
    },
    {
      kind: 'comment',
      sample: async (ctx) => ({ id: (await sampleThread(ctx, await samplePrompt(ctx))).commentId }),
    },
    {
      kind: 'suggestion',
      sample: async (ctx) => ({
        id: (await sampleThread(ctx, await samplePrompt(ctx), 'Describe')).commentId,
      }),
    },
  ],
});

/** The page of the thing, with this thread open. */
const addressOf = (address: string, threadId: string) => `${address}?tab=comments&target=${threadId}`;

/** Threads are about something: the prompt that its own module makes for samples. */
const samplePrompt = async (ctx: Ctx) => (await ctx.ports.subjects.sample(ctx, 'prompt')).id;
