import type { RouteLimit } from '@promptvault/contract/define-route';
import type { Context } from 'hono';
import { RequestError } from '../errors/foundation-errors.ts';
import type { Limits } from '../limits/limits.ts';

interface Rule {
  limit: number;
  windowMs: number;
}

const minute = 60_000;

/** Requests by address, before anybody knows who asks: generous, since an office shares one. */
const byAddress: Record<RouteLimit, Rule> = {
  read: { limit: 6_000, windowMs: minute },
  write: { limit: 1_200, windowMs: minute },
  costly: { limit: 300, windowMs: minute },
  live: { limit: 300, windowMs: minute },
  sign_in: { limit: 30, windowMs: minute },
};

const byActor: Record<RouteLimit, Rule> = {
  read: { limit: 3_000, windowMs: minute },
  write: { limit: 600, windowMs: minute },
  costly: { limit: 120, windowMs: minute },
  live: { limit: 120, windowMs: minute },
  sign_in: { limit: 30, windowMs: minute },
};

/** A twentieth above what is said is let through: whoever counts along is never refused for a miscount. Not at the door. */
const graceShare = 20;

export interface RequestLimits {
  byAddress(address: string | null, kind: RouteLimit, context: Context): Promise<void>;
  byActor(actor: string, kind: RouteLimit, context: Context): Promise<void>;
}

/** Limits of requests; each answer tells the caller what is left. @throws request.rate_limited */
export function createRequestLimits(limits: Limits, now: () => Date, off: boolean): RequestLimits {
  const check = async (key: string, rule: Rule, context: Context) => {
    if (off) return;
    const grace =
      rule === byAddress.sign_in || rule === byActor.sign_in ? 0 : Math.floor(rule.limit / graceShare);
    const decision = await limits.take({ key, limit: rule.limit + grace, windowMs: rule.windowMs, cost: 1 });
    context.header('ratelimit-limit', String(rule.limit));
    context.header('ratelimit-remaining', String(Math.max(0, decision.remaining - grace)));
    context.header(
      'ratelimit-reset',
      String(Math.max(0, Math.ceil((decision.resetAt.getTime() - now().getTime()) / 1000))),
    );
    if (!decision.allowed) throw RequestError.rate_limited({ retryAfterMs: decision.retryAfterMs });
  };
  return {
    byAddress: (address, kind, context) =>
      check(`address:${address ?? 'unknown'}:${kind}`, byAddress[kind], context),
    byActor: (actor, kind, context) => check(`${actor}:${kind}`, byActor[kind], context),
  };
}
