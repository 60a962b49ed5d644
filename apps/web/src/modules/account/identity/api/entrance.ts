import type { Entrance } from '@promptvault/contract/account/identity/shapes';
import { queryOptions } from '@tanstack/react-query';
import { api } from '../../../../wire/api.ts';
import { dataOf } from '../../../../wire/api-client.ts';

/** What the door looks like: whether there is an owner, and who may sign up. */
export const entranceQuery = queryOptions({
  queryKey: ['entrance'],
  queryFn: ({ signal }): Promise<Entrance> => dataOf(api.GET('/api/v1/entrance', { signal })),
  staleTime: 0,
});
