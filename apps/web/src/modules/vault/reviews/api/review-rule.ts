import type { components } from '@promptvault/sdk';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '../../../../wire/api.ts';
import { dataOf } from '../../../../wire/api-client.ts';
import { etagOf } from '../../../../wire/request-headers.ts';
import { reviewsKey } from './reviews.ts';

export type ReviewRule = components['schemas']['ReviewRule'];

/** What a review needs before it may be merged. */
export const reviewRuleQuery = queryOptions({
  queryKey: ['review-rule'],
  queryFn: ({ signal }) => dataOf(api.GET('/api/v1/review-rule', { signal })),
});

/** Refused when somebody changed the rule since it was read. */
export function useSetReviewRule() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ revision, ...body }: ReviewRule) =>
      dataOf(
        api.PUT('/api/v1/review-rule', { params: { header: { 'If-Match': etagOf({ revision }) } }, body }),
      ),
    onSuccess: (rule) => {
      queries.setQueryData(reviewRuleQuery.queryKey, rule);
      void queries.invalidateQueries({ queryKey: reviewsKey });
    },
  });
}
