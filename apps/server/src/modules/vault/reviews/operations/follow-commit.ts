import type { promptCommittedPayload } from '@promptvault/contract/vault/prompts/events';
import type * as z from 'zod';
import type { Ctx } from '../../../../foundation/context/ctx.ts';
import type { RecordedEvent } from '../../../../foundation/module/define-module.ts';
import { ReviewDismissed } from '../events.ts';
import { branchIdOf, changeReview, dismissApprovals, liveReviewsOf, lockReviewsFrom } from '../repository.ts';
import { ruleOf } from './show-reviews.ts';
import { tellFollowers } from './tell-followers.ts';
import { tellApprovers } from './tell-people.ts';

/** New versions take approvals of older ones back, where the rule says so. */
export async function followCommits(ctx: Ctx, events: readonly RecordedEvent[]): Promise<void> {
  const live = await liveReviewsOf(
    ctx,
    events.map(({ subject }) => subject.id),
  );
  const reviewed = new Set(live.map(({ promptId }) => promptId));
  for (const event of events) if (reviewed.has(event.subject.id)) await followCommit(ctx, event);
}

async function followCommit(ctx: Ctx, event: RecordedEvent): Promise<void> {
  const { number } = event.payload as z.output<typeof promptCommittedPayload>;
  const sourceId = await branchIdOf(ctx, event.subject.id, number);
  const reviews = sourceId === undefined ? [] : await lockReviewsFrom(ctx, sourceId);
  if (reviews.length === 0) return;
  const { dismissOnCommit } = await ruleOf(ctx);
  const now = ctx.clock.now();
  for (const review of reviews) {
    const people = dismissOnCommit ? await dismissApprovals(ctx, review.id, number, now) : [];
    await changeReview(ctx, review.id, { updatedAt: now });
    tellFollowers(ctx, review.id);
    if (people.length === 0) continue;
    const facts = { promptId: review.promptId, title: review.title, version: number, people };
    await ctx.emit(ReviewDismissed, { kind: 'review', id: review.id }, facts);
    await tellApprovers(ctx, review, people, event);
  }
}
