import type { Session } from '@promptvault/contract/account/identity/shapes';
import { queryOptions } from '@tanstack/react-query';
import { api } from '../../../../wire/api.ts';
import { dataOf } from '../../../../wire/api-client.ts';

export const sessionsQuery = queryOptions({
  queryKey: ['me', 'sessions'],
  queryFn: async ({ signal }): Promise<readonly Session[]> =>
    (await dataOf(api.GET('/api/v1/me/sessions', { signal }))).items,
});

export async function endSession(sessionId: string): Promise<void> {
  await api.DELETE('/api/v1/me/sessions/{sessionId}', { params: { path: { sessionId } } });
}
