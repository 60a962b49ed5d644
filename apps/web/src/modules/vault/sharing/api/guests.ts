import type { Guest, LinkLife, ShareLevel } from '@promptvault/contract/vault/sharing/shapes';
import { infiniteQueryOptions } from '@tanstack/react-query';
import { api } from '../../../../wire/api.ts';
import { dataOf } from '../../../../wire/api-client.ts';
import { createOnce } from '../../../../wire/create-once.ts';

export type NewGuest = { mailTo: string; prompts: string[]; level: ShareLevel; guestFor: LinkLife };

export const guestsKey = ['guests'] as const;

/** Guests of one prompt, or all that one may see. */
export const guestsQuery = (prompt?: string) =>
  infiniteQueryOptions({
    queryKey: [...guestsKey, prompt ?? 'all'],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) =>
      dataOf(
        api.GET('/api/v1/guests', { params: { query: { prompt, cursor: pageParam, limit: 50 } }, signal }),
      ),
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
  });

export const inviteGuest = createOnce((body: NewGuest, header) =>
  dataOf(api.POST('/api/v1/guests', { params: { header }, body })),
);

export async function removeGuest({ id }: Guest): Promise<void> {
  await api.DELETE('/api/v1/guests/{guestId}', { params: { path: { guestId: id } } });
}
