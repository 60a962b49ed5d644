import type { Me } from '@promptvault/contract/account/identity/shapes';
import { useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { leaveModules } from '../../../../shell/modules.ts';
import { chooseTheme, themeChoice } from '../../../../shell/theme.ts';
import { live } from '../../../../wire/live.ts';
import { setTabOrganization } from '../../../../wire/tab-organization.ts';

/** What follows a sign-in or a sign-up: nothing of the person before stays, and one goes where one wanted to. */
export function useEntered(next: string): (me: Me) => Promise<void> {
  const queries = useQueryClient();
  const router = useRouter();
  return async (me) => {
    queries.clear();
    // A connection that was refused to whoever was here before begins anew.
    live.renew();
    if (me.theme !== 'auto' && me.theme !== themeChoice()) chooseTheme(me.theme);
    await router.navigate({ href: next, replace: true });
  };
}

/** What follows a sign-out: the tab knows nobody and no organization. */
export function useLeft(): () => Promise<void> {
  const queries = useQueryClient();
  const router = useRouter();
  return async () => {
    await queries.cancelQueries();
    await leaveModules();
    setTabOrganization(undefined);
    queries.clear();
    await router.navigate({ to: '/sign-in', replace: true });
  };
}
