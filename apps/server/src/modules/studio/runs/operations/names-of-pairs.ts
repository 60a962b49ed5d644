/** Who sees a run sees which cases it was sent; what these are called is for those who see their set. */
import { DomainError } from '@promptvault/contract/errors';
import type { ChosenPairsView, TechniqueResultView } from '@promptvault/contract/studio/runs/shapes';
import type { Ctx } from '../../../../foundation/context/ctx.ts';
import { openCaseSet } from '../../cases/index.ts';

const withoutNames = (pairs: ChosenPairsView): ChosenPairsView => ({
  ...pairs,
  setName: null,
  cases: pairs.cases.map((one) => ({ ...one, name: null })),
});

/** As events tell it, whoever listens. */
export const toldToAll = (result: TechniqueResultView): TechniqueResultView =>
  result.pairs ? { ...result, pairs: withoutNames(result.pairs) } : result;

/** As this actor may see it. */
export async function toldTo(
  ctx: Ctx,
  result: TechniqueResultView | null,
): Promise<TechniqueResultView | null> {
  if (!result?.pairs) return result;
  try {
    await openCaseSet(ctx, { caseSetId: result.pairs.caseSetId }, 'case.read');
    return result;
  } catch (error) {
    if (error instanceof DomainError) return toldToAll(result);
    throw error;
  }
}
