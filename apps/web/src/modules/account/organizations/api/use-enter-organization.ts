import { useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { enterOrganization } from '../../../../shell/session.ts';
import { rememberOrganization } from './memberships.ts';

/** Moves this tab to another organization, to its home: what was open belongs to the old one. */
export function useEnterOrganization(): (id: string) => Promise<void> {
  const queries = useQueryClient();
  const router = useRouter();
  return async (id) => {
    await router.navigate({ to: '/' });
    await enterOrganization(queries, id);
    await rememberOrganization();
  };
}
