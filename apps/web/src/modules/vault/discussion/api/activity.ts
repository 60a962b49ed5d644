import type { components } from '@promptvault/sdk';
import { infiniteQueryOptions, useQueryClient } from '@tanstack/react-query';
import { useSession } from '../../../../shell/session.ts';
import { api } from '../../../../wire/api.ts';
import { dataOf } from '../../../../wire/api-client.ts';
import { useLiveChanges } from '../../../../wire/use-live.ts';
import type { ActivitySearch } from '../state/activity-search.ts';

export type ActivityEntry = components['schemas']['ActivityEntry'];

const activityKey = ['activity'] as const;

export const activityQuery = (search: ActivitySearch, limit = 50) =>
  infiniteQueryOptions({
    queryKey: [...activityKey, search, limit],
    queryFn: ({ pageParam, signal }) => {
      const query = { ...search, limit, ...(pageParam && { cursor: pageParam }) };
      return dataOf(api.GET('/api/v1/activity', { params: { query }, signal }));
    },
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });

/** Asks anew whenever something happens in the organization. */
export function useActivityLive(): void {
  const queries = useQueryClient();
  const organization = useSession()?.organization.id;
  useLiveChanges(organization && 'activity', () => void queries.invalidateQueries({ queryKey: activityKey }));
}
