import type { Me } from '@promptvault/contract/account/identity/shapes';
import { queryOptions } from '@tanstack/react-query';
import { api } from '../../../../wire/api.ts';
import { dataOf } from '../../../../wire/api-client.ts';
import { etagOf } from '../../../../wire/request-headers.ts';

export const meQuery = queryOptions({
  queryKey: ['me'],
  queryFn: ({ signal }): Promise<Me> => dataOf(api.GET('/api/v1/me', { signal })),
  staleTime: 60_000,
});

export type MeChange = { name?: string; theme?: Me['theme'] };

export const changeMe = (me: Me, change: MeChange): Promise<Me> =>
  dataOf(api.PATCH('/api/v1/me', { params: { header: { 'If-Match': etagOf(me) } }, body: change }));

export async function changePassword(body: { currentPassword: string; newPassword: string }): Promise<void> {
  await api.POST('/api/v1/me/password', { body });
}
