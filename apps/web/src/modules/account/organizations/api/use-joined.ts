import type { Membership } from '@promptvault/contract/account/organizations/shapes';
import { useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { setTabOrganization } from '../../../../wire/tab-organization.ts';

/** What follows joining: this tab works in the new organization, on the page the invitation leads to. */
export function useJoined(address: string): (membership: Membership) => Promise<void> {
  const queries = useQueryClient();
  const router = useRouter();
  return async ({ organizationId }) => {
    setTabOrganization(organizationId);
    queries.clear();
    await router.navigate({ href: address.split('?')[0] ?? '/', replace: true });
  };
}
