/** Counting use against limits: in the transaction of what is used, as its last step. */
import { createHash } from 'node:crypto';
import { LimitError } from '@promptvault/contract/account/billing/errors';
import type { UsageMeasure } from '@promptvault/contract/account/billing/shapes';
import { personOf } from '../../../../foundation/context/actor.ts';
import type { Ctx } from '../../../../foundation/context/ctx.ts';
import type { PlaceLimit, TakeDecision, TakeRequest } from '../../../../foundation/limits/limits.ts';
import { usageWarnedEvent } from '../events.ts';
import { type LimitRow, listLimitRows } from '../repository.ts';
import { selfHosted } from './plan-limits.ts';
import {
  type CountedWindow,
  placesOf,
  stepOver,
  type Target,
  type User,
  windowsOf,
  withGrace,
} from './which-limits.ts';

export const windowMs = { hour: 3_600_000, day: 86_400_000 } as const;

/** What limits the runs of one call: read once, with the rest that is asked of the database. */
export interface UseLimits {
  user: User;
  rules: readonly LimitRow[];
}

export interface Allowance extends CountedWindow {
  used: number;
  remaining: number;
  resetAt: Date;
}

export const userOf = (ctx: Ctx): User => ({
  userId: personOf(ctx.actor),
  address: ctx.request.address,
});

export async function useLimitsOf(ctx: Ctx): Promise<UseLimits> {
  return { user: userOf(ctx), rules: await listLimitRows(ctx.tx, ctx.organizationId) };
}

/** Names of models are long and of any letters. */
const short = (subject: string) => createHash('sha256').update(subject).digest('base64url').slice(0, 22);

const subjectKey = (organizationId: string, { scope, subject }: Pick<CountedWindow, 'scope' | 'subject'>) =>
  // An address is one whatever organization it works in.
  scope === 'address' ? `address:${short(subject)}` : `${organizationId}:${scope}:${short(subject)}`;

export const useKey = (
  organizationId: string,
  { measure, window, ...whose }: Pick<CountedWindow, 'measure' | 'window' | 'scope' | 'subject'>,
): string => `use:${measure}:${window}:${subjectKey(organizationId, whose)}`;

/** @returns the places a run of this target needs, all of them */
export const runPlacesOf = (ctx: Ctx, { user, rules }: UseLimits, target: Target): PlaceLimit[] =>
  placesOf(selfHosted, rules, user, target).map(({ limit, ...whose }) => ({
    key: `runs:${subjectKey(ctx.organizationId, whose)}`,
    limit,
  }));

/**
 * Counts use in every window it belongs to, or refuses it and counts nothing. Call it last: where limits stand in
 * memory or in Redis, a rollback after it gives nothing back.
 * @returns the window with the least left
 * @throws limit.reached
 */
export async function takeUse(
  ctx: Ctx,
  { user, rules }: UseLimits,
  {
    measure,
    targets,
    amount = targets?.length ?? 1,
  }: { measure: UsageMeasure; targets?: readonly Target[]; amount?: number },
): Promise<Allowance | undefined> {
  const windows = windowsOf(selfHosted, rules, { user, targets: targets ?? [], measures: [measure] });
  const costs = windows.map(({ scope, subject }) => costIn(scope, subject, targets ?? [], amount));
  const requests = windows.map((window, index) => requestOf(ctx, window, costs[index] ?? 0));
  const { limits } = ctx.ports;
  const { allowed, decisions } = await limits.takeAll(requests, ctx.tx);
  const counted = windows.map((window, index) => toAllowance(window, decisions[index] as TakeDecision));
  if (!allowed) throw refusal(counted, decisions);
  await warn(ctx, counted, costs);
  return counted.toSorted((one, other) => one.remaining / one.limit - other.remaining / other.limit)[0];
}

const costIn = (
  scope: CountedWindow['scope'],
  subject: string,
  targets: readonly Target[],
  amount: number,
) =>
  scope === 'connection'
    ? targets.filter(({ connectionId }) => connectionId === subject).length
    : scope === 'model'
      ? targets.filter(({ model }) => model === subject).length
      : amount;

export const requestOf = (
  ctx: Pick<Ctx, 'organizationId'>,
  window: CountedWindow,
  cost: number,
): TakeRequest => ({
  key: useKey(ctx.organizationId, window),
  limit: withGrace(window),
  windowMs: windowMs[window.window],
  cost,
});

export function toAllowance(window: CountedWindow, { remaining, resetAt }: TakeDecision): Allowance {
  const used = withGrace(window) - remaining;
  return { ...window, used, remaining: Math.max(0, window.limit - used), resetAt };
}

/** Of the windows that refuse, the one that does so for longest. */
function refusal(counted: readonly Allowance[], decisions: readonly TakeDecision[]): Error {
  const at = decisions.reduce(
    (worst, { retryAfterMs }, index) =>
      retryAfterMs > (decisions[worst]?.retryAfterMs ?? 0) ? index : worst,
    0,
  );
  const { scope, measure, window, limit, used, remaining, resetAt } = counted[at] as Allowance;
  const retryAfterMs = decisions[at]?.retryAfterMs ?? 1_000;
  return LimitError.reached({
    scope,
    measure,
    window,
    limit,
    used,
    remaining,
    resetAt: resetAt.toISOString(),
    retryAfterMs,
  });
}

/** Once a window each at 80 and 90 %, however often use goes up and down around it. */
async function warn(ctx: Ctx, counted: readonly Allowance[], costs: readonly number[]): Promise<void> {
  const { limits } = ctx.ports;
  for (const [index, window] of counted.entries()) {
    const { scope, subject, measure, used, limit } = window;
    // Nobody can be told about an address.
    if (scope === 'address') continue;
    const percent = stepOver(limit, used - (costs[index] ?? 0), used);
    if (!percent) continue;
    const key = `told:${percent}:${useKey(ctx.organizationId, window)}`;
    const told = { key, limit: 1, windowMs: windowMs[window.window] };
    if (!(await limits.takeAll([told], ctx.tx)).allowed) continue;
    const payload = { scope, subject: subject || null, measure, window: window.window, percent, limit };
    await ctx.emit(usageWarnedEvent, { kind: 'usage', id: ctx.organizationId }, payload);
  }
}
