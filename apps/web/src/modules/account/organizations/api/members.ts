import type { Member, RoleKey } from '@promptvault/contract/account/organizations/shapes';
import { infiniteQueryOptions } from '@tanstack/react-query';
import { api } from '../../../../wire/api.ts';
import { dataOf } from '../../../../wire/api-client.ts';
import { etagOf } from '../../../../wire/request-headers.ts';

export const membersQuery = infiniteQueryOptions({
  queryKey: ['members'],
  initialPageParam: undefined as string | undefined,
  queryFn: ({ pageParam, signal }) =>
    dataOf(api.GET('/api/v1/members', { params: { query: { cursor: pageParam, limit: 100 } }, signal })),
  getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
});

export const changeRole = (member: Member, role: RoleKey): Promise<Member> =>
  dataOf(
    api.PATCH('/api/v1/members/{memberId}', {
      params: { path: { memberId: member.id }, header: { 'If-Match': etagOf(member) } },
      body: { role },
    }),
  );

export async function removeMember(member: Member): Promise<void> {
  await api.DELETE('/api/v1/members/{memberId}', {
    params: { path: { memberId: member.id }, header: { 'If-Match': etagOf(member) } },
  });
}
