import * as z from 'zod';
import type { Ctx } from '../../../../foundation/context/ctx.ts';
import type { RecordedEvent } from '../../../../foundation/module/define-module.ts';
import { defineNotice } from '../../../../foundation/module/notices.ts';
import { notify } from '../../../account/notifications/index.ts';
import { type ReviewRow, reviewersOf, verdictsOf } from '../repository.ts';

const channels = { app: true, mail: 'immediate' } as const;
const nothing = z.object({});

const requested = defineNotice({
  kind: 'review.requested',
  summary: 'Somebody asks you for a review',
  channels,
  data: nothing,
  text: ({ by, subject }) => ({ title: `${by ?? 'Somebody'} asks you to review ${subject}` }),
});

const words = {
  approve: 'approved',
  request_changes: 'asked for changes in',
  comment: 'commented on',
} as const;

const decided = defineNotice({
  kind: 'review.decided',
  summary: 'Verdicts on the reviews you asked for',
  channels,
  data: z.object({ verdict: z.enum(['approve', 'request_changes', 'comment']), id: z.string().optional() }),
  place: ({ id }) => (id === undefined ? '' : `?target=${id}`),
  text: ({ by, data, subject }) => ({ title: `${by ?? 'Somebody'} ${words[data.verdict]} ${subject}` }),
});

const ended = defineNotice({
  kind: 'review.ended',
  summary: 'Reviews you take part in are merged or closed',
  channels: { ...channels, mail: 'daily' },
  data: z.object({ state: z.enum(['merged', 'closed']) }),
  text: ({ by, data, subject }) => ({ title: `${by ?? 'Somebody'} ${data.state} ${subject}` }),
});

const outdated = defineNotice({
  kind: 'review.outdated',
  summary: 'What you approved has changed',
  channels: { ...channels, mail: 'daily' },
  data: nothing,
  text: ({ subject }) => ({ title: `${subject} has a new version since you approved it` }),
});

export const notices = [requested, decided, ended, outdated];

const about = ({ id }: ReviewRow) => ({ kind: 'review', id });

export const askReviewers = (ctx: Ctx, review: ReviewRow, to: readonly string[]): Promise<void> =>
  notify(ctx, { kind: requested.kind, to, subject: about(review), data: {} });

export const tellAuthor = (
  ctx: Ctx,
  review: ReviewRow,
  verdict: { id: string; verdict: 'approve' | 'request_changes' | 'comment' },
): Promise<void> =>
  notify(ctx, {
    kind: decided.kind,
    to: review.authorId === null ? [] : [review.authorId],
    subject: about(review),
    data: { verdict: verdict.verdict, id: verdict.id },
  });

/** Everybody who asked, was asked, or said something. */
export async function tellParticipants(
  ctx: Ctx,
  review: ReviewRow,
  state: 'merged' | 'closed',
): Promise<void> {
  const asked = await reviewersOf(ctx, [review.id]);
  const said = await verdictsOf(ctx, [review.id]);
  const people = [...asked, ...said].map(({ userId }) => userId);
  const to = review.authorId === null ? people : [review.authorId, ...people];
  await notify(ctx, { kind: ended.kind, to, subject: about(review), data: { state } });
}

export const tellApprovers = (
  ctx: Ctx,
  review: ReviewRow,
  to: readonly string[],
  event: RecordedEvent,
): Promise<void> =>
  notify(ctx, {
    kind: outdated.kind,
    to,
    subject: about(review),
    data: {},
    key: `${event.id} ${review.id}`,
    by: event.actor.startsWith('person:') ? event.actor.slice('person:'.length) : null,
  });
