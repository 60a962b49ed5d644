import type { Ctx } from '../../../../foundation/context/ctx.ts';
import {
  type CandidateCounts,
  type CandidateRow,
  countCandidates,
  listCandidates,
} from '../repository/candidates.ts';
import type { Measured } from './pareto.ts';

export interface MeasuredCandidate extends Measured {
  row: CandidateRow;
  seen: CandidateCounts | undefined;
  heldOut: CandidateCounts | undefined;
  /** All that it was to be run on is judged, of what its model saw. */
  isWhole: boolean;
}

/** All candidates with what came of them so far, by their numbers. They are compared by what their model saw. */
export async function measureCandidates(ctx: Ctx, optimisationId: string): Promise<MeasuredCandidate[]> {
  const [rows, counts] = [
    await listCandidates(ctx, optimisationId),
    await countCandidates(ctx, optimisationId),
  ];
  return rows.map((row) => {
    const own = counts.filter(({ candidateId }) => candidateId === row.id);
    const seen = own.find(({ isHeldOut }) => !isHeldOut);
    const isWhole = seen !== undefined && seen.judged === seen.cases;
    return {
      row,
      seen,
      heldOut: own.find(({ isHeldOut }) => isHeldOut),
      isWhole,
      number: row.number,
      rate: isWhole && seen ? seen.passed / seen.cases : null,
      score: seen?.score ?? null,
      microDollars: seen?.microDollars ?? null,
    };
  });
}
