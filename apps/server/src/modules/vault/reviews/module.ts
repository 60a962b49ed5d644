import { defineModule } from '../../../foundation/module/define-module.ts';
import { events } from './events.ts';
import { listeners } from './listeners.ts';
import { openReview } from './open.ts';
import { sampleReview } from './operations/sample-review.ts';
import { notices } from './operations/tell-people.ts';
import { reviewersOf } from './repository.ts';
import { routes } from './routes.ts';
import { tables } from './schema.ts';
import { sockets } from './sockets.ts';

const everyone = ['owner', 'admin', 'editor', 'viewer'] as const;
const writers = ['owner', 'admin', 'editor'] as const;

export const module = defineModule({
  name: 'vault/reviews',
  tables,
  routes,
  sockets,
  events,
  listeners,
  notices,
  permissions: {
    'review.read': { summary: 'See the reviews of prompts one sees', roles: everyone },
    'review.create': { summary: 'Ask for reviews', roles: writers },
    'review.decide': { summary: 'Approve and ask for changes', roles: writers },
    'review.manage': {
      summary: 'Set what a review needs before it may be merged',
      roles: ['owner', 'admin'],
    },
  },
  subjects: [
    {
      kind: 'review',
      async open(ctx, reviewId) {
        const { review, prompt } = await openReview(ctx, { reviewId }, 'review.read');
        const reviewers = (await reviewersOf(ctx, [review.id])).map(({ userId }) => userId);
        const address = `/reviews/${review.id}`;
        return { title: review.title, address, promptId: prompt.id, groups: { reviewers } };
      },
      sample: sampleReview,
    },
  ],
});
