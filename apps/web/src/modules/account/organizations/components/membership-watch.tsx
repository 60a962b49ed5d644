import { membershipLiveTopic } from '@promptvault/contract/account/organizations/topics';
import { useQueryClient } from '@tanstack/react-query';
import { useLive } from '../../../../wire/use-live.ts';

/** Shows nothing: asks everything again once somebody changed what one is here. */
export function MembershipWatch() {
  const queries = useQueryClient();
  useLive(membershipLiveTopic, { onEvent: () => void queries.invalidateQueries() });
  return null;
}
