import type {
  CreatedInvitation,
  InvitationOffer,
  Membership,
  RoleKey,
} from '@promptvault/contract/account/organizations/shapes';
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api } from '../../../../wire/api.ts';
import { dataOf } from '../../../../wire/api-client.ts';
import { createOnce } from '../../../../wire/create-once.ts';

export const invitationsQuery = infiniteQueryOptions({
  queryKey: ['invitations'],
  initialPageParam: undefined as string | undefined,
  queryFn: ({ pageParam, signal }) =>
    dataOf(api.GET('/api/v1/invitations', { params: { query: { cursor: pageParam, limit: 50 } }, signal })),
  getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
});

export const createInvitation = createOnce(
  (body: { role: Exclude<RoleKey, 'owner'>; note: string }, header): Promise<CreatedInvitation> =>
    dataOf(api.POST('/api/v1/invitations', { params: { header }, body })),
);

export async function revokeInvitation(invitationId: string): Promise<void> {
  await api.DELETE('/api/v1/invitations/{invitationId}', { params: { path: { invitationId } } });
}

/** What a link offers, for whoever holds it. */
export const offerQuery = (token: string) =>
  queryOptions({
    queryKey: ['invitation-offer', token],
    queryFn: ({ signal }): Promise<InvitationOffer> =>
      dataOf(api.GET('/api/v1/invitation-links/{token}', { params: { path: { token } }, signal })),
    staleTime: 0,
  });

export const acceptInvitation = (token: string): Promise<Membership> =>
  dataOf(api.POST('/api/v1/invitation-links/{token}/accept', { params: { path: { token } } }));
