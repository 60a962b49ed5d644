import type {
  PrivateRunCounts,
  PrivateRunPolicyView,
} from '@promptvault/contract/studio/runs/private-shapes';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '../../../../wire/api.ts';
import { dataOf } from '../../../../wire/api-client.ts';
import { etagOf } from '../../../../wire/request-headers.ts';
import type { Run } from '../state/run-answer.ts';

export type PrivateRunPolicy = PrivateRunPolicyView;

export const privatePolicyQuery = queryOptions({
  queryKey: ['private-run-policy'],
  queryFn: ({ signal }): Promise<PrivateRunPolicy> =>
    dataOf(api.GET('/api/v1/private-run-policy', { signal })),
});

export function usePrivatePolicyChange() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ policy, allowed }: { policy: PrivateRunPolicy; allowed: boolean }) =>
      dataOf(
        api.PATCH('/api/v1/private-run-policy', {
          params: { header: { 'If-Match': etagOf(policy) } },
          body: { allowed },
        }),
      ),
    onSuccess: (policy: PrivateRunPolicy) => queries.setQueryData(privatePolicyQuery.queryKey, policy),
  });
}

/** Tells the server the numbers of a private run; the same `id` again counts it once. */
export async function recordPrivateRun(id: string, counts: PrivateRunCounts): Promise<Run | undefined> {
  const { runs } = await dataOf(
    api.POST('/api/v1/private-runs', {
      params: { header: { 'Idempotency-Key': id } },
      body: { runs: [counts] },
    }),
  );
  return runs[0];
}
