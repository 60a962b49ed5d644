import { defineErrors } from '../../errors.ts';

const dollars = (micro: number) => `$${(micro / 1e6).toFixed(micro < 10_000 ? 4 : 2)}`;

export const BudgetError = defineErrors('budget', {
  exhausted: {
    status: 402,
    message: (p: { period: string; leftMicroDollars: number; neededMicroDollars: number }) =>
      `The budget of this ${p.period} has ${dollars(p.leftMicroDollars)} left, and this could cost up to ${dollars(p.neededMicroDollars)}. Choose a cheaper model, limit the longest answer, or have an owner or admin raise the budget.`,
  },
  price_unknown: {
    status: 422,
    message: (p: { models: readonly string[] }) =>
      `The price of ${p.models.join(', ')} is not known, so no budget can tell what ${p.models.length === 1 ? 'it' : 'they'} would spend. Enter the prices in the facts of the model under Settings, Models, or have an owner or admin allow models without known prices under Settings, Budget.`,
  },
});

const whose: Record<string, string> = {
  organization: 'This organization',
  person: 'You',
  connection: 'This connection',
  model: 'This model',
  address: 'Your network',
};
const things: Record<string, string> = { run: 'run', upload: 'upload' };

const counted = (count: number, measure: string) => {
  const thing = things[measure] ?? measure;
  return `${count} ${count === 1 ? thing : `${thing}s`}`;
};

const waiting = (ms: number) =>
  ms < 90_000
    ? `${Math.max(1, Math.ceil(ms / 1000))} s`
    : ms < 5_400_000
      ? `${Math.ceil(ms / 60_000)} min`
      : `${Math.ceil(ms / 3_600_000)} h`;

export const LimitError = defineErrors('limit', {
  reached: {
    status: 429,
    message: (p: {
      scope: string;
      measure: string;
      window: string;
      limit: number;
      used: number;
      remaining: number;
      resetAt: string;
      retryAfterMs: number;
    }) =>
      `${whose[p.scope] ?? 'This'} may have ${counted(p.limit, p.measure)} ${p.window === 'hour' ? 'an hour' : 'a day'}, and ${p.used} ${p.used === 1 ? 'is' : 'are'} used. There is room again in ${waiting(p.retryAfterMs)}. An owner or admin sees and changes limits under Settings, Usage.`,
  },
  exists: {
    status: 409,
    message: (_: { limitId: string }) => 'There is a limit of this already. Change that one.',
  },
  above_plan: {
    status: 403,
    message: (p: { most: number }) =>
      `The plan allows at most ${p.most}. Only whoever runs this instance can go above it.`,
  },
  operator_only: {
    status: 403,
    message: () => 'What the whole organization has used is only reset by whoever runs this instance.',
  },
  too_many: {
    status: 409,
    message: (p: { most: number }) => `There are ${p.most} limits already. Remove one first.`,
  },
});
