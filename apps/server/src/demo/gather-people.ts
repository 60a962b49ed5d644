import { signUp } from '@promptvault/contract/account/identity/routes';
import {
  acceptInvitation,
  createInvitation,
  createOrganization,
} from '@promptvault/contract/account/organizations/routes';
import { type Caller, createCaller } from './caller.ts';
import { type DemoOrganization, demoPassword, organizations, type PersonKey, people } from './demo-people.ts';

type Signed = Partial<Record<PersonKey, Caller>>;

export interface Gathered {
  organization: DemoOrganization;
  as(who: PersonKey): Caller;
}

/** Signs everybody up, founds the organizations, and lets people join by invitation links. */
export async function gatherPeople(url: string): Promise<[Gathered, Gathered]> {
  const signed: Signed = {};
  const enter = async (who: PersonKey, invitation?: string): Promise<Caller> => {
    const known = signed[who];
    if (known) {
      if (invitation) await known.call(acceptInvitation, { params: { token: invitation } });
      return known;
    }
    const caller = createCaller(url);
    const { name, email } = people[who];
    await caller.call(signUp, {
      body: { name, email, password: demoPassword, ...(invitation && { invitation }) },
    });
    signed[who] = caller;
    return caller;
  };
  const [first, second] = organizations;
  return [await found(first, enter), await found(second, enter)];
}

async function found(
  organization: DemoOrganization,
  enter: (who: PersonKey, invitation?: string) => Promise<Caller>,
): Promise<Gathered> {
  const founder = await enter(organization.owner);
  const { organizationId } = await founder.call(createOrganization, { body: { name: organization.name } });
  const owner = founder.within(organizationId);
  const inside = new Map<PersonKey, Caller>([[organization.owner, owner]]);
  for (const { who, role } of organization.members) {
    const { link } = await owner.call(createInvitation, { body: { role, note: people[who].name } });
    const caller = await enter(who, link.split('/').at(-1) ?? '');
    inside.set(who, caller.within(organizationId));
  }
  return {
    organization,
    as(who) {
      const caller = inside.get(who);
      if (!caller) throw new Error(`${who} is not in ${organization.name}`);
      return caller;
    },
  };
}

/** Leaves an invitation open in each organization. */
export async function inviteOthers(gathered: readonly Gathered[]): Promise<void> {
  for (const { organization, as } of gathered)
    await as(organization.owner).call(createInvitation, { body: organization.openInvitation });
}
