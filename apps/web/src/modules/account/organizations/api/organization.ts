import type { Organization } from '@promptvault/contract/account/organizations/shapes';
import { queryOptions } from '@tanstack/react-query';
import { api } from '../../../../wire/api.ts';
import { dataOf } from '../../../../wire/api-client.ts';
import { etagOf } from '../../../../wire/request-headers.ts';

/** The organization of this tab, with one's role in it. */
export const organizationQuery = queryOptions({
  queryKey: ['organization'],
  queryFn: ({ signal }): Promise<Organization> => dataOf(api.GET('/api/v1/organization', { signal })),
});

export const renameOrganization = (organization: Organization, name: string): Promise<Organization> =>
  dataOf(
    api.PATCH('/api/v1/organization', {
      params: { header: { 'If-Match': etagOf(organization) } },
      body: { name },
    }),
  );
