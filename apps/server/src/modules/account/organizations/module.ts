import { personOf } from '../../../foundation/context/actor.ts';
import { defineModule } from '../../../foundation/module/define-module.ts';
import { events } from './events.ts';
import { openMember, openWholeOrganization } from './open.ts';
import { createInvitation } from './operations/create-invitation.ts';
import { createEnter, createEnterAsJob, permissionsByRole } from './operations/enter.ts';
import { namePeople } from './operations/name-people.ts';
import { isInvited, isOwn, welcome } from './operations/welcome.ts';
import { addMember, myHomeOrganization, myMemberships } from './repository.ts';
import { routes } from './routes.ts';
import { tables } from './schema.ts';
import { sockets } from './sockets.ts';

export const module = defineModule({
  name: 'account/organizations',
  tables,
  routes,
  events,
  sockets,
  permissions: {
    'organization.enter': {
      summary: 'Be here: the name of the organization, and what one may do',
      roles: ['owner', 'admin', 'editor', 'viewer', 'guest'],
    },
    'organization.read': {
      summary: 'See the organization and its members',
      roles: ['owner', 'admin', 'editor', 'viewer'],
    },
    'organization.manage': { summary: 'Change the organization', roles: ['owner', 'admin'] },
    'member.manage': { summary: 'Invite, change and remove members', roles: ['owner', 'admin'] },
    'owner.manage': { summary: 'Make and unmake owners', roles: ['owner'] },
    'billing.manage': { summary: 'Manage the plan and payments', roles: ['owner'] },
    'data.export': { summary: 'Export more than one’s own data', roles: ['owner', 'admin'] },
  },
  provides: ({ ports }, modules) => {
    const seeded = permissionsByRole(modules);
    return {
      enter: createEnter(seeded, ports),
      enterAsJob: createEnterAsJob(seeded, ports),
      homeOrganization: (tx) => myHomeOrganization(tx),
      ownOrganization: async (tx) => (await myMemberships(tx)).find(isOwn)?.organizationId,
      welcome,
      isInvited,
    };
  },
  subjects: [
    {
      kind: 'member',
      async open(ctx, memberId) {
        const { userId } = await openMember(ctx, { memberId }, 'organization.read');
        return {
          title: (await namePeople(ctx, [userId])).get(userId)?.name ?? '',
          address: '/settings/members',
        };
      },
      async sample(ctx) {
        const id = ctx.newId();
        await addMember(ctx.tx, {
          organizationId: ctx.organizationId,
          id,
          userId: ctx.newId(),
          roleKey: 'viewer',
          joinedAt: ctx.clock.now(),
        });
        return { id };
      },
    },
    {
      kind: 'invitation',
      async sample(ctx) {
        const organization = await openWholeOrganization(ctx, {}, 'member.manage');
        const { row } = await createInvitation(ctx, organization, {
          role: 'viewer',
          note: personOf(ctx.actor) ?? '',
        });
        return { id: row.id };
      },
    },
  ],
});
