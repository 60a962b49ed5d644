import type { Ctx } from '../../../../foundation/context/ctx.ts';
import type { RecordedEvent } from '../../../../foundation/module/define-module.ts';
import { liveReviewsOf, purgeReviews } from '../repository.ts';
import { tellFollowers } from './tell-followers.ts';

/** What happens to a prompt changes what its reviews show: versions, checks, names of branches, whether it is there. */
export async function followPrompts(ctx: Ctx, events: readonly RecordedEvent[]): Promise<void> {
  const promptIds = events.map(({ subject }) => subject.id);
  for (const { id } of await liveReviewsOf(ctx, promptIds)) tellFollowers(ctx, id);
}

/** With a prompt go its reviews. */
export const followPurge = (ctx: Ctx, event: RecordedEvent): Promise<void> =>
  purgeReviews(ctx, event.subject.id);
