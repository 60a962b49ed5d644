import type { updateBudgetBody } from '@promptvault/contract/account/billing/shapes';
import type * as z from 'zod';
import type { Authorized } from '../../../../foundation/context/authorized.ts';
import type { Ctx } from '../../../../foundation/context/ctx.ts';
import { RequestError } from '../../../../foundation/errors/foundation-errors.ts';
import type { Organization } from '../../organizations/index.ts';
import { budgetChangedEvent } from '../events.ts';
import { findBudget, saveBudget } from '../repository.ts';
import { type BudgetNow, budgetNow, noBudget } from './get-budget.ts';

export type UpdateBudget = z.output<typeof updateBudgetBody> & { revision: number };

const budgetChoices = ['dayMicroDollars', 'monthMicroDollars', 'allowUnpriced'] as const;

/** @throws request.stale */
export async function updateBudget(
  ctx: Ctx,
  organization: Authorized<Organization, 'budget.manage'>,
  { revision, ...input }: UpdateBudget,
): Promise<BudgetNow> {
  const before = (await findBudget(ctx.tx, organization.id)) ?? noBudget;
  const choices = {
    dayMicroDollars: input.dayMicroDollars === undefined ? before.dayMicroDollars : input.dayMicroDollars,
    monthMicroDollars:
      input.monthMicroDollars === undefined ? before.monthMicroDollars : input.monthMicroDollars,
    allowUnpriced: input.allowUnpriced ?? before.allowUnpriced,
  };
  const row = { organizationId: organization.id, ...choices, updatedAt: ctx.clock.now() };
  if (before.revision !== revision || !(await saveBudget(ctx.tx, row, revision)))
    throw RequestError.stale({ current: before.revision });
  const changed = budgetChoices.filter((choice) => choices[choice] !== before[choice]);
  const facts = { ...choices, changed };
  await ctx.emit(budgetChangedEvent, { kind: 'organization', id: organization.id }, facts);
  return budgetNow(ctx);
}
