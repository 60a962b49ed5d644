import type { Organization } from '@promptvault/contract/account/organizations/shapes';
import type { SessionSource } from '../../../../shell/session.ts';
import { api } from '../../../../wire/api.ts';
import { dataOf } from '../../../../wire/api-client.ts';
import { ApiProblem } from '../../../../wire/api-problem.ts';
import { setTabOrganization, tabOrganization } from '../../../../wire/tab-organization.ts';

/** Who is here, in the organization of this tab. */
export const sessionSource: SessionSource = {
  signIn: '/sign-in',
  async load() {
    try {
      const [me, organization] = await Promise.all([dataOf(api.GET('/api/v1/me')), loadOrganization()]);
      setTabOrganization(organization.id);
      return {
        person: { id: me.id, name: me.name, email: me.email },
        organization: { id: organization.id, name: organization.name },
        // Whoever runs the instance is no role of an organization, but pages ask in one way.
        permissions: me.operator
          ? [...organization.permissions, 'instance.operate']
          : organization.permissions,
      };
    } catch (error) {
      if (error instanceof ApiProblem && error.status === 401) return undefined;
      throw error;
    }
  },
};

/** A tab may remember an organization one has left, or one of another person: then the server chooses. */
async function loadOrganization(): Promise<Organization> {
  const get = () => dataOf(api.GET('/api/v1/organization'));
  try {
    return await get();
  } catch (error) {
    const isLost = error instanceof ApiProblem && (error.status === 403 || error.status === 404);
    if (!isLost || tabOrganization() === undefined) throw error;
    setTabOrganization(undefined);
    return get();
  }
}
