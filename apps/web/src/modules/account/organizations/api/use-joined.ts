import type { Membership } from '@promptvault/contract/account/organizations/shapes';
import { useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { setTabOrganization } from '../../../../wire/tab-organization.ts';

/** What follows joining: this tab works in the new organization, from its home. */
export function useJoined(): (membership: Membership) => Promise<void> {
  const queries = useQueryClient();
  const router = useRouter();
  return async ({ organizationId }) => {
    setTabOrganization(organizationId);
    queries.clear();
    await router.navigate({ to: '/', replace: true });
  };
}
