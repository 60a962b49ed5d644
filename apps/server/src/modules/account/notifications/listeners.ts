/** Notices about members, limits and budgets: the modules that have them are earlier ones and speak by events. */
import { budgetWarned, usageWarned } from '@promptvault/contract/account/billing/events';
import { memberChanged } from '@promptvault/contract/account/organizations/events';
import type { ListenerDeclaration } from '../../../foundation/module/define-module.ts';
import { BudgetWarned, UsageWarned } from '../billing/index.ts';
import { MemberJoined, MemberRoleChanged } from '../organizations/index.ts';
import { notify } from './operations/notify.ts';
import { inviterOf, managersOf } from './repository/notices.ts';

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
  {
    name: 'notifications.limits',
    events: [UsageWarned, BudgetWarned],
    when: 'after',
    async handle(ctx, event) {
      const said = { subject: event.subject, key: event.id, by: null, kind: event.type };
      if (event.type === BudgetWarned.type) {
        const data = budgetWarned.parse(event.payload);
        // The 90 % take the place of the 80 % while nobody has read those.
        const group = `budget ${data.period} ${data.startsOn}`;
        return notify(ctx, { ...said, to: await managersOf(ctx.tx, ctx.organizationId), group, data });
      }
      const data = usageWarned.parse(event.payload);
      const { scope, subject, measure, window } = data;
      const to = scope === 'person' && subject ? [subject] : await managersOf(ctx.tx, ctx.organizationId);
      return notify(ctx, {
        ...said,
        to,
        group: `usage ${scope} ${subject ?? ''} ${measure} ${window}`,
        data,
      });
    },
  },
];
