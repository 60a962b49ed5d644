/**
 * Embeddings cost what goes in, which is known before: it is paid in the transaction before the call, from the budget
 * and the purse, and put right after it. A process that ends in between has paid what it was about to buy.
 */
import { estimateUsage } from '@promptvault/wire/estimate-usage';
import type { Ctx } from '../../../../foundation/context/ctx.ts';
import { budgetOf, settleReserved } from '../../../account/billing/index.ts';
import { type ChosenModel, costOfCall } from '../../models/index.ts';
import { settlePurse } from '../repository/purses.ts';
import { holdCost } from './hold-cost.ts';
import { worstCostOfTokens } from './worst-cost.ts';

export interface PaidAhead {
  model: ChosenModel;
  purseId: string | null;
  at: Date;
  /** As we count them. */
  inputTokens: number;
  /** Millionths of a dollar. */
  microDollars: number;
}

/** @throws budget.exhausted, budget.price_unknown, run.purse_exhausted */
export async function payAhead(
  ctx: Ctx,
  { model, texts, purseId }: { model: ChosenModel; texts: readonly string[]; purseId: string | null },
): Promise<PaidAhead> {
  const at = ctx.clock.now();
  const messages = texts.map((content) => ({ role: 'user' as const, content }));
  const { inputTokens } = await estimateUsage({ ...model, messages, attachments: [] }, '');
  const microDollars = await worstCostOfTokens(model, { inputTokens, outputTokens: 0 }, at);
  const budget = await budgetOf(ctx);
  await holdCost(ctx, { budget, purseId }, { models: [model], amount: microDollars, at });
  const paid = { model, purseId, at, inputTokens, microDollars };
  await pay(ctx, paid, { held: microDollars, spent: microDollars });
  return paid;
}

/**
 * With what the provider counted in place of what was estimated; null where it did not count, 0 where it gave nothing.
 * @returns what it cost, in millionths of a dollar
 */
export async function settleAhead(ctx: Ctx, paid: PaidAhead, counted: number | null): Promise<number> {
  const { model, at, inputTokens } = paid;
  const cost = counted === 0 ? 0 : await costOf(model, counted ?? inputTokens, at);
  await pay(ctx, paid, { held: 0, spent: cost - paid.microDollars });
  return cost;
}

async function pay(
  ctx: Ctx,
  { at, purseId }: PaidAhead,
  { held, spent }: { held: number; spent: number },
): Promise<void> {
  await settleReserved(ctx, { startedAt: at, held, spent });
  if (purseId !== null) await settlePurse(ctx, purseId, { held, spent });
}

const costOf = async (model: ChosenModel, inputTokens: number, at: Date): Promise<number> =>
  (await costOfCall(model, { inputTokens, outputTokens: 0, estimated: true }, at))?.microDollars ?? 0;
