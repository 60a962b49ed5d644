import type { Membership } from '@promptvault/contract/account/organizations/shapes';
import { queryOptions } from '@tanstack/react-query';
import { api } from '../../../../wire/api.ts';
import { dataOf } from '../../../../wire/api-client.ts';
import { createOnce } from '../../../../wire/create-once.ts';

/** Organizations one belongs to. */
export const membershipsQuery = queryOptions({
  queryKey: ['me', 'organizations'],
  queryFn: async ({ signal }): Promise<readonly Membership[]> =>
    (await dataOf(api.GET('/api/v1/me/organizations', { signal }))).items,
});

export const createOrganization = createOnce(
  (name: string, header): Promise<Membership> =>
    dataOf(api.POST('/api/v1/organizations', { params: { header }, body: { name } })),
);

/** Makes it the organization of new tabs and of calls that name none. */
export async function rememberOrganization(): Promise<void> {
  await api.POST('/api/v1/organization/enter');
}
