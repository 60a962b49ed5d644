/** Which limits count for one use: pure, so that what is refused, shown and tested is the same. */
import type {
  LimitNumbers,
  UsageMeasure,
  UsageScope,
  UsageWindow,
} from '@promptvault/contract/account/billing/shapes';
import type { LimitRow } from '../repository.ts';
import type { PlanLimits } from './plan-limits.ts';

/** Whose use it is. A person may be absent (a job of nobody's), and so may an address. */
export interface User {
  userId: string | null;
  address: string | null;
}

/** What is run: where over, and on which model. */
export interface Target {
  connectionId: string | null;
  model: string;
}

export interface CountedWindow {
  scope: UsageScope;
  /** The person, connection, model or address; empty for the organization. */
  subject: string;
  measure: UsageMeasure;
  window: UsageWindow;
  limit: number;
}

type Rules = readonly Pick<LimitRow, 'scope' | 'subject' | keyof LimitNumbers>[];

const columns: Record<UsageMeasure, Record<UsageWindow, keyof LimitNumbers>> = {
  run: { hour: 'runsAnHour', day: 'runsADay' },
  upload: { hour: 'uploadsAnHour', day: 'uploadsADay' },
};

/** The narrowest that says something: one person before each person, and that before the plan. */
function numberOf(
  plan: PlanLimits,
  rules: Rules,
  { scope, subject }: Pick<CountedWindow, 'scope' | 'subject'>,
  column: keyof LimitNumbers,
): number | null {
  const said = (of: string) => rules.find((rule) => rule.scope === scope && rule.subject === of)?.[column];
  if (scope === 'address') return plan.address[column];
  const own = said(subject);
  if (scope === 'connection' || scope === 'model') return own ?? null;
  return own ?? (scope === 'person' ? said('') : null) ?? plan[scope][column];
}

/** Scopes that count a use, and once each the connections and models it is of. */
function scopesOf({ userId, address }: User, targets: readonly Target[]) {
  const connections = new Set(targets.flatMap(({ connectionId }) => connectionId ?? []));
  return [
    { scope: 'organization', subject: '' },
    ...(userId === null ? [] : [{ scope: 'person', subject: userId }]),
    ...(address === null ? [] : [{ scope: 'address', subject: address }]),
    ...[...connections].map((subject) => ({ scope: 'connection', subject })),
    ...[...new Set(targets.map(({ model }) => model))].map((subject) => ({ scope: 'model', subject })),
  ] as Pick<CountedWindow, 'scope' | 'subject'>[];
}

/** The windows that limit a use, in which order they are shown. */
export function windowsOf(
  plan: PlanLimits,
  rules: Rules,
  use: { user: User; targets?: readonly Target[]; measures: readonly UsageMeasure[] },
): CountedWindow[] {
  return scopesOf(use.user, use.targets ?? []).flatMap((whose) =>
    use.measures.flatMap((measure) =>
      (['hour', 'day'] as const).flatMap((window) => {
        const limit = numberOf(plan, rules, whose, columns[measure][window]);
        return limit === null ? [] : [{ ...whose, measure, window, limit }];
      }),
    ),
  );
}

/** How many runs may go on at once, by whoever limits them; the others wait. */
export function placesOf(
  plan: PlanLimits,
  rules: Rules,
  user: User,
  target?: Target,
): { scope: UsageScope; subject: string; limit: number }[] {
  return scopesOf(user, target ? [target] : []).flatMap((whose) => {
    const limit = numberOf(plan, rules, whose, 'runsAtOnce');
    return limit === null ? [] : [{ ...whose, limit }];
  });
}

const graceShare = 20;

/**
 * What is let through above a limit: a twentieth, of runs alone. Nobody should lose the last run of a series; what
 * is stored or paid for has no such grace.
 */
export const withGrace = ({ measure, limit }: Pick<CountedWindow, 'measure' | 'limit'>): number =>
  measure === 'run' ? limit + Math.floor(limit / graceShare) : limit;

/** The step people are told at, where use grew from `before` to `after` over it. */
export function stepOver(limit: number, before: number, after: number): 80 | 90 | undefined {
  for (const step of [90, 80] as const)
    if (before * 100 < limit * step && after * 100 >= limit * step) return step;
  return undefined;
}

export const levelOf = (limit: number, used: number): 'ok' | 'near' | 'close' | 'full' =>
  used >= limit ? 'full' : used * 100 >= limit * 90 ? 'close' : used * 100 >= limit * 80 ? 'near' : 'ok';
