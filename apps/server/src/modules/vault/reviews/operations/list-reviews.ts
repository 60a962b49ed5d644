import type { listReviewsQuery } from '@promptvault/contract/vault/reviews/shapes';
import type * as z from 'zod';
import { personOf } from '../../../../foundation/context/actor.ts';
import type { Authorized } from '../../../../foundation/context/authorized.ts';
import type { Ctx } from '../../../../foundation/context/ctx.ts';
import { RequestError } from '../../../../foundation/errors/foundation-errors.ts';
import { isId } from '../../../../foundation/ids/id-maker.ts';
import type { Organization } from '../../../account/organizations/index.ts';
import { branchesOf, openPrompt } from '../../prompts/index.ts';
import { listReviewRows, type ReviewRow } from '../repository.ts';
import { type ListedReview, listShown } from './show-reviews.ts';

export type ListReviews = z.output<typeof listReviewsQuery>;

export interface ReviewList {
  reviews: ListedReview[];
  counts: { mine: number; waiting: number };
  nextCursor: string | null;
}

const batch = 100;
/** Reviews of prompts one does not see are passed over, so many of them for one page. */
const mostLookedAt = 500;

/** Newest first. */
export async function listReviews(
  ctx: Ctx,
  _organization: Authorized<Organization, 'review.read'>,
  { cursor, limit, prompt, state, scope }: ListReviews,
): Promise<ReviewList> {
  if (cursor !== undefined && !isId(cursor)) throw RequestError.invalid().at('query', 'cursor');
  const person = personOf(ctx.actor);
  const mayDecide = ctx.actor.permissions.has('review.decide');
  const look = looking(ctx);
  const counts = { mine: await countSeen('mine'), waiting: await countSeen('waiting') };
  const isNothing = (prompt !== undefined && !isId(prompt)) || (scope === 'waiting' && !mayDecide);
  if (isNothing) return { reviews: [], counts, nextCursor: null };
  const found: Parameters<typeof listShown>[1][number][] = [];
  let before = cursor;
  let isEnd = false;
  for (let looked = 0; looked < mostLookedAt && found.length < limit && !isEnd; looked += batch) {
    const filter = { promptId: prompt, state, scope, person, before, limit: batch };
    const rows = await listReviewRows(ctx, filter);
    isEnd = rows.length < batch;
    for (const review of rows) {
      if (found.length === limit) {
        isEnd = false;
        break;
      }
      before = review.id;
      const seen = await look(review);
      if (seen) found.push({ review, ...seen });
    }
  }
  return { reviews: await listShown(ctx, found), counts, nextCursor: isEnd ? null : (before ?? null) };

  /** Open ones of prompts that are still seen, up to a batch of them. */
  async function countSeen(of: 'mine' | 'waiting'): Promise<number> {
    if (person === null || (of === 'waiting' && !mayDecide)) return 0;
    const filter = { promptId: undefined, state: 'open', scope: of, person, before: undefined } as const;
    let seen = 0;
    for (const row of await listReviewRows(ctx, { ...filter, limit: batch })) if (await look(row)) seen++;
    return seen;
  }
}

interface Seen {
  promptTitle: string;
  nameOf: (branchId: string) => string | undefined;
}

/** Opens each prompt once, as the actor. */
function looking(ctx: Ctx) {
  const opened = new Map<string, Seen | undefined>();
  return async ({ promptId }: ReviewRow): Promise<Seen | undefined> => {
    if (!opened.has(promptId)) opened.set(promptId, await open(promptId));
    return opened.get(promptId);
  };

  async function open(promptId: string): Promise<Seen | undefined> {
    const facts = await ctx.ports.subjects.find(ctx, { kind: 'prompt', id: promptId });
    if (!facts) return undefined;
    const branches = await branchesOf(ctx, await openPrompt(ctx, { promptId }, 'prompt.read'));
    return {
      promptTitle: facts.title,
      nameOf: (branchId) => branches.find(({ id }) => id === branchId)?.name,
    };
  }
}
