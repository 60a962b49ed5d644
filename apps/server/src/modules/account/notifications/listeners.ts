/** Notices about members: the module that has them is an earlier one and speaks by events. */
import { memberChanged } from '@promptvault/contract/account/organizations/events';
import type { ListenerDeclaration } from '../../../foundation/module/define-module.ts';
import { MemberJoined, MemberRoleChanged } from '../organizations/index.ts';
import { notify } from './operations/notify.ts';
import { inviterOf } from './repository/notices.ts';

const personIn = (actor: string): string | null =>
  actor.startsWith('person:') ? actor.slice('person:'.length) : null;

export const listeners: ListenerDeclaration[] = [
  {
    name: 'notifications.members',
    events: [MemberJoined, MemberRoleChanged],
    when: 'after',
    async handle(ctx, event) {
      const { userId, role } = memberChanged.parse(event.payload);
      const joined = event.type === MemberJoined.type;
      const inviter = joined ? await inviterOf(ctx.tx, { userId, organizationId: ctx.organizationId }) : null;
      const told = joined ? inviter : userId;
      if (!told) return;
      await notify(ctx, {
        kind: joined ? 'member.joined' : 'member.role_changed',
        to: [told],
        subject: event.subject,
        data: { role },
        key: event.id,
        by: personIn(event.actor),
      });
    },
  },
];
