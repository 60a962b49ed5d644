/** The models a set of cases asks beside those it is run on: judges, and what compares meanings. */
import { DomainError } from '@promptvault/contract/errors';
import type { Ctx } from '../../../../foundation/context/ctx.ts';
import { type CaseSetRow, listAssertedModels } from '../../cases/index.ts';
import { type ChosenModel, chooseModel } from '../../models/index.ts';

/** Without those that cannot be chosen, such as of a connection that is gone: their assertions say so, each for itself. */
export async function assertedModels(
  ctx: Ctx,
  { id, version }: Pick<CaseSetRow, 'id' | 'version'>,
): Promise<ChosenModel[]> {
  const asked = await listAssertedModels(ctx, id, version);
  const chosen = await Promise.all(
    asked.map((model) =>
      chooseModel(ctx, model).catch((error: unknown) => {
        if (error instanceof DomainError) return undefined;
        throw error;
      }),
    ),
  );
  return chosen.filter((model) => model !== undefined);
}
