import type {
  CreatedShareLink,
  LinkLife,
  SharedKind,
  ShareLevel,
  ShareLink,
} from '@promptvault/contract/vault/sharing/shapes';
import { infiniteQueryOptions } from '@tanstack/react-query';
import { api } from '../../../../wire/api.ts';
import { dataOf } from '../../../../wire/api-client.ts';
import { createOnce } from '../../../../wire/create-once.ts';

export type Shared = { kind: SharedKind; id: string };
export type NewShareLink = Shared & {
  version?: number;
  life: LinkLife;
  password?: string;
  mailTo?: string;
  indexable: boolean;
  level: ShareLevel;
};

export const shareLinksKey = ['share-links'] as const;

/** Links to one thing, or all that one may see. */
export const shareLinksQuery = (subject?: Shared) =>
  infiniteQueryOptions({
    queryKey: [...shareLinksKey, subject ?? 'all'],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) =>
      dataOf(
        api.GET('/api/v1/share-links', {
          params: { query: { ...subject, cursor: pageParam, limit: 50 } },
          signal,
        }),
      ),
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
  });

export const createShareLink = createOnce(
  (body: NewShareLink, header): Promise<CreatedShareLink> =>
    dataOf(api.POST('/api/v1/share-links', { params: { header }, body })),
);

export async function revokeShareLink({ id }: ShareLink): Promise<void> {
  await api.DELETE('/api/v1/share-links/{linkId}', { params: { path: { linkId: id } } });
}
