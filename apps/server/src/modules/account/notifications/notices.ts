import { budgetWarned, usageWarned } from '@promptvault/contract/account/billing/events';
import * as z from 'zod';
import { defineNotice } from '../../../foundation/module/notices.ts';

const data = z.strictObject({ role: z.string() });

const dollars = (micro: number) => `$${(micro / 1e6).toFixed(2)}`;
const things = { run: 'runs', upload: 'uploads' } as const;
const whose = {
  organization: 'The organization has',
  person: 'You have',
  connection: 'A connection has',
  model: 'A model has',
} as const;

export const notices = [
  defineNotice({
    kind: 'usage.warned',
    summary: 'Runs or uploads come close to a limit',
    channels: { app: true, mail: 'daily' },
    data: usageWarned,
    text: ({ data: { scope, measure, window, percent, limit } }) => ({
      title: `${whose[scope]} used ${percent} % of the ${things[measure]} ${window === 'hour' ? 'an hour' : 'a day'}`,
      body: `The limit is ${limit}. What is over it is refused until some of it is back.`,
    }),
  }),
  defineNotice({
    kind: 'budget.warned',
    summary: 'Spending comes close to the budget',
    channels: { app: true, mail: 'immediate' },
    data: budgetWarned,
    text: ({ data: { period, percent, limitMicroDollars } }) => ({
      title: `${percent} % of the budget of ${period === 'day' ? 'today' : 'this month'} is spent`,
      body: `The limit is ${dollars(limitMicroDollars)}. Runs that may cost more than what is left are refused.`,
    }),
  }),
  defineNotice({
    kind: 'member.joined',
    summary: 'Someone accepts your invitation',
    channels: { app: true, mail: 'daily' },
    data,
    text: ({ subject, data: { role } }) => ({ title: `${subject} joined as ${role}` }),
  }),
  defineNotice({
    kind: 'member.role_changed',
    summary: 'Your role changes',
    channels: { app: true, mail: 'immediate' },
    data,
    text: ({ by, data: { role } }) => ({
      title: by ? `${by} made you ${role}` : `You are ${role} now`,
    }),
  }),
];
