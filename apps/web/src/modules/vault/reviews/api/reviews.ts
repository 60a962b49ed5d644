import type { components, operations } from '@promptvault/sdk';
import {
  infiniteQueryOptions,
  keepPreviousData,
  queryOptions,
  useMutation,
  useQueryClient,
} from '@tanstack/react-query';
import { api } from '../../../../wire/api.ts';
import { dataOf } from '../../../../wire/api-client.ts';
import { etagOf, newIdempotencyKey } from '../../../../wire/request-headers.ts';
import type { ReviewSearch } from '../state/review-search.ts';

export type Review = components['schemas']['Review'];
export type ReviewSummary = components['schemas']['ReviewSummary'];
export type LabelRequest = components['schemas']['LabelRequest'];
export type MergePreview = components['schemas']['MergePreview'];
export type Resolution = { path: string; choose: 'ours' | 'theirs' | 'base' };
type Body<Name extends keyof operations> = operations[Name] extends {
  requestBody: { content: { 'application/json': infer B } };
}
  ? B
  : never;

export const reviewsKey = ['reviews'] as const;

export const reviewListQuery = ({ scope, state = undefined, prompt }: ReviewSearch) =>
  infiniteQueryOptions({
    queryKey: [...reviewsKey, 'lists', { scope, state, prompt }],
    queryFn: ({ pageParam, signal }) => {
      const query = {
        state: state ?? ('open' as const),
        ...(scope && { scope }),
        ...(prompt && { prompt }),
        ...(pageParam && { cursor: pageParam }),
      };
      return dataOf(api.GET('/api/v1/reviews', { params: { query }, signal }));
    },
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });

/** As many as the card of the home page shows; the counts are of all. */
const waitingShown = 5;

export const waitingReviewsQuery = queryOptions({
  queryKey: [...reviewsKey, 'lists', 'waiting'],
  queryFn: ({ signal }) => {
    const query = { scope: 'waiting', state: 'open', limit: waitingShown } as const;
    return dataOf(api.GET('/api/v1/reviews', { params: { query }, signal }));
  },
});

export const waitingLabelsQuery = queryOptions({
  queryKey: ['label-requests', 'waiting'],
  queryFn: ({ signal }) => {
    const query = { scope: 'waiting', limit: waitingShown } as const;
    return dataOf(api.GET('/api/v1/label-requests', { params: { query }, signal }));
  },
});

export const reviewQuery = (reviewId: string) =>
  queryOptions({
    queryKey: [...reviewsKey, 'one', reviewId],
    queryFn: ({ signal }) =>
      dataOf(api.GET('/api/v1/reviews/{reviewId}', { params: { path: { reviewId } }, signal })),
    staleTime: 0,
  });

/** Those who see the prompt, and so can look at its reviews. */
export const readersQuery = (promptId: string) =>
  queryOptions({
    queryKey: ['prompt-readers', promptId],
    queryFn: async ({ signal }) => {
      const query = { q: '', kind: 'prompt', subject: promptId, limit: 100 };
      return (await dataOf(api.GET('/api/v1/mentions', { params: { query }, signal }))).items;
    },
  });

export const branchesQuery = (promptId: string) =>
  queryOptions({
    queryKey: ['review-branches', promptId],
    queryFn: async ({ signal }) =>
      (
        await dataOf(
          api.GET('/api/v1/prompts/{promptId}/branches', { params: { path: { promptId } }, signal }),
        )
      ).items,
    enabled: promptId !== '',
  });

export const versionTextQuery = (promptId: string, number: number | null) =>
  queryOptions({
    queryKey: ['prompt-version', promptId, number ?? 0],
    queryFn: ({ signal }) =>
      dataOf(
        api.GET('/api/v1/prompts/{promptId}/versions/{number}', {
          params: { path: { promptId, number: number ?? 0 } },
          signal,
        }),
      ),
    enabled: number !== null,
    staleTime: Number.POSITIVE_INFINITY,
  });

/** What merging gives, and what both sides changed. */
export const mergePreviewQuery = (review: Review, resolutions: readonly Resolution[]) =>
  queryOptions({
    queryKey: ['review-merge', review.id, review.sourceVersion, review.targetVersion, resolutions],
    queryFn: ({ signal }) =>
      dataOf(
        api.POST('/api/v1/prompts/{promptId}/merges/preview', {
          params: { path: { promptId: review.prompt.id } },
          body: { from: { branch: review.source }, into: review.target, resolutions: [...resolutions] },
          signal,
        }),
      ),
    enabled: review.sourceVersion !== null && review.targetVersion !== null,
    placeholderData: keepPreviousData,
    retry: false,
  });

export const createReview = (promptId: string, body: Body<'createReview'>): Promise<Review> =>
  dataOf(
    api.POST('/api/v1/prompts/{promptId}/reviews', {
      params: { path: { promptId }, header: { 'Idempotency-Key': newIdempotencyKey() } },
      body,
    }),
  );

/** What can be done with a review; each answer is the review as it is then. */
export function useReviewChanges(review: Review) {
  const queries = useQueryClient();
  const path = { reviewId: review.id };
  const once = () => ({ path, header: { 'Idempotency-Key': newIdempotencyKey() } });
  const then = {
    onSuccess: (next: Review) => {
      queries.setQueryData(reviewQuery(review.id).queryKey, next);
      void queries.invalidateQueries({ queryKey: reviewsKey });
      void queries.invalidateQueries({ queryKey: ['prompt-versions'] });
    },
    onError: () => void queries.invalidateQueries({ queryKey: reviewsKey }),
  };
  const decide = useMutation({
    mutationFn: (body: Body<'decideReview'>) =>
      dataOf(api.POST('/api/v1/reviews/{reviewId}/verdicts', { params: once(), body })),
    ...then,
  });
  const update = useMutation({
    mutationFn: (body: Body<'updateReview'>) =>
      dataOf(
        api.PATCH('/api/v1/reviews/{reviewId}', {
          params: { path, header: { 'If-Match': etagOf(review) } },
          body,
        }),
      ),
    ...then,
  });
  const close = useMutation({
    mutationFn: () => dataOf(api.POST('/api/v1/reviews/{reviewId}/close', { params: { path } })),
    ...then,
  });
  const reopen = useMutation({
    mutationFn: () => dataOf(api.POST('/api/v1/reviews/{reviewId}/reopen', { params: { path } })),
    ...then,
  });
  const merge = useMutation({
    mutationFn: (body: Body<'mergeReview'>) =>
      dataOf(api.POST('/api/v1/reviews/{reviewId}/merge', { params: once(), body })),
    ...then,
  });
  return { decide, update, close, reopen, merge };
}

export type ReviewChanges = ReturnType<typeof useReviewChanges>;
