import { OptimiserError } from '@promptvault/contract/studio/optimiser/errors';
import type { Authorized } from '../../../../foundation/context/authorized.ts';
import type { Ctx } from '../../../../foundation/context/ctx.ts';
import { percentOf, wilson } from '../../../../foundation/statistics/wilson.ts';
import { commitVersion, createBranch, openBranch, openPrompt } from '../../../vault/prompts/index.ts';
import { createReview, openReviewedPrompt } from '../../../vault/reviews/index.ts';
import { readPurse } from '../../runs/index.ts';
import { OptimisationAdopted } from '../events.ts';
import type { OpenedCandidate, OpenedOptimisation } from '../open.ts';
import type { CandidateCounts } from '../repository/candidates.ts';
import { updateOptimisation } from '../repository/optimisations.ts';
import { type MeasuredCandidate, measureCandidates } from './measure.ts';
import { tellOptimisations } from './tell-followers.ts';

/**
 * Makes a branch that holds the candidate, from the version that was optimised, and asks for its review.
 * @throws optimiser.no_candidate, prompt.branch_taken, review.exists, auth.forbidden, and what branching throws
 */
export async function adoptCandidate(
  ctx: Ctx,
  { row, promptTitle, candidate }: Authorized<OpenedCandidate, 'review.create'>,
  { branch }: { branch: string },
): Promise<OpenedOptimisation> {
  const measured = await measureCandidates(ctx, row.id);
  const own = measured.find(({ number }) => number === candidate.number);
  const original = measured.find(({ number }) => number === 0);
  const { document, discarded, number } = candidate;
  if (number === 0 || !document || discarded !== null || !own?.isWhole || !original)
    throw OptimiserError.no_candidate();
  const { promptId } = row;
  const branched = await openPrompt(ctx, { promptId }, 'prompt.branch');
  await createBranch(ctx, branched, { name: branch, from: row.version });
  const title = `Optimised: ${candidate.idea || `candidate ${number}`}`.slice(0, 200);
  const written = await openBranch(ctx, { promptId, branch }, 'prompt.write');
  await commitVersion(ctx, written, { branch, expectedParent: row.version, message: title, document });
  const ground = await openReviewedPrompt(ctx, { promptId }, 'review.create');
  const spent = (await readPurse(ctx, row.purseId))?.spentMicroDollars ?? 0;
  const { review } = await createReview(ctx, ground, {
    title,
    description: describe(row.evidence, { own, original, spent }),
    ...{ source: branch, target: row.branch, reviewers: [], draft: false },
  });
  const adopted = { candidate: number, branch, reviewId: review.id };
  const changed = await updateOptimisation(ctx, row.id, { adopted });
  await ctx.emit(OptimisationAdopted, { kind: 'optimisation', id: row.id }, { promptId, ...adopted });
  tellOptimisations(ctx, row.id);
  return { row: changed ?? row, promptTitle };
}

const dollars = (micro: number | null | undefined) =>
  micro === null || micro === undefined ? 'not known' : `$${(micro / 1e6).toFixed(6)}`;

/** What reviewers need to judge the numbers. Markdown. */
function describe(
  evidence: string,
  { own, original, spent }: { own: MeasuredCandidate; original: MeasuredCandidate; spent: number },
): string {
  const line = (name: string, counts: CandidateCounts | undefined) => {
    if (!counts || counts.judged === 0) return `${name}: not measured`;
    const interval = wilson(counts.passed, counts.judged);
    const between = interval ? ` (95 %: ${percentOf(interval.low)} to ${percentOf(interval.high)})` : '';
    return `${name}: ${counts.passed} of ${counts.judged} passed, ${percentOf(counts.passed / counts.judged)}${between}`;
  };
  return [
    own.row.idea,
    '**On cases the model saw**',
    `- ${line('Before', original.seen)}\n- ${line('Now', own.seen)}`,
    '**On cases it never saw**',
    `- ${line('Before', original.heldOut)}\n- ${line('Now', own.heldOut)}`,
    `An answer costs ${dollars(own.microDollars)} on average; before ${dollars(original.microDollars)}. Optimising cost ${dollars(spent)} in all.`,
    `Measured by: ${evidence}`,
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}
