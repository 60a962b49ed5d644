/**
 * Doing a thing once for one Idempotency-Key. Where all of it is one transaction, the key is claimed and answered in
 * that one. Where it is not (a stranger is called in between, or the thing is outside any organization), the claim is
 * committed first, answered afterwards, and given up when the call fails.
 */
import { createHash } from 'node:crypto';
import type { RouteDefinition } from '@promptvault/contract/define-route';
import type { Context } from 'hono';
import type { Ctx } from '../context/ctx.ts';
import { isUniqueViolation } from '../db/faults.ts';
import { RequestError } from '../errors/foundation-errors.ts';
import type { Capabilities } from './capabilities.ts';

export interface Answered {
  result: unknown;
  body: unknown;
  status: number;
}

export interface Attempt {
  key: string;
  hash: string;
  /** The answer holds what is written nowhere else in the open. */
  sealed: boolean;
}

type Within = <T>(fn: (ctx: Ctx) => Promise<T>) => Promise<T>;

/** Undefined where the route takes no key or the caller gave none. @throws request.malformed */
export function attemptOf(
  route: RouteDefinition,
  context: Context,
  input: Record<string, unknown>,
): Attempt | undefined {
  const key = route.idempotent ? context.req.header('idempotency-key') : undefined;
  if (key === undefined) return undefined;
  if (key.length === 0 || key.length > 200)
    throw RequestError.malformed({ reason: 'an Idempotency-Key has 1 to 200 characters.' });
  const hash = createHash('sha256')
    .update(`${route.operationId}\n${JSON.stringify(input)}`)
    .digest('hex');
  return { key, hash, sealed: route.idempotent === 'sealed' };
}

const sealingContext = (ctx: Ctx, key: string) => `idempotency:${ctx.organizationId}:${key}`;

async function claim(
  ctx: Ctx,
  capabilities: Capabilities,
  { key, hash, sealed }: Attempt,
): Promise<Answered | undefined> {
  const found = await capabilities.claimIdempotencyKey(ctx, key, hash);
  if ('conflict' in found) throw RequestError.idempotency_conflict();
  if (!('answered' in found)) return undefined;
  const { status, body } = found.answered;
  if (!sealed) return { result: undefined, status, body };
  const text = ctx.ports.secrets.open(String(body), sealingContext(ctx, key));
  return { result: undefined, status, body: JSON.parse(text) as unknown };
}

const store = (ctx: Ctx, capabilities: Capabilities, { key, sealed }: Attempt, answer: Answered) =>
  capabilities.storeIdempotentAnswer(ctx, key, {
    status: answer.status,
    body: sealed
      ? ctx.ports.secrets.seal(JSON.stringify(answer.body), sealingContext(ctx, key))
      : answer.body,
  });

/** Claims, does and answers in one transaction. */
export async function onceInTransaction(
  within: Within,
  capabilities: Capabilities,
  attempt: Attempt,
  run: (ctx: Ctx) => Promise<Answered>,
  turn = 1,
): Promise<Answered> {
  try {
    return await within(async (ctx) => {
      const known = await claim(ctx, capabilities, attempt);
      if (known) return known;
      const answered = await run(ctx);
      await store(ctx, capabilities, attempt, answered);
      return answered;
    });
  } catch (error) {
    // Two calls with one key at once: the second waited for the first, and now finds its answer.
    if (turn < 3 && isUniqueViolation(error, 'idempotency_record'))
      return onceInTransaction(within, capabilities, attempt, run, turn + 1);
    throw error;
  }
}

/** Claims, does, and answers, each by itself: a second call in between is a conflict. */
export async function onceInSteps(
  within: Within,
  capabilities: Capabilities,
  attempt: Attempt,
  run: () => Promise<Answered>,
): Promise<Answered> {
  let known: Answered | undefined;
  try {
    known = await within((ctx) => claim(ctx, capabilities, attempt));
  } catch (error) {
    if (isUniqueViolation(error, 'idempotency_record')) throw RequestError.idempotency_conflict();
    throw error;
  }
  if (known) return known;
  let answered: Answered;
  try {
    answered = await run();
  } catch (error) {
    await within((ctx) => capabilities.giveUpIdempotencyKey(ctx, attempt.key));
    throw error;
  }
  await within((ctx) => store(ctx, capabilities, attempt, answered));
  return answered;
}
