import type { PromptDocument } from '@promptvault/document';
import type { Ctx } from '../../../../foundation/context/ctx.ts';
import type { CaseRow } from '../../cases/index.ts';
import { insertCandidates, insertItems, type OptimiserItemRow } from '../repository/candidates.ts';
import type { OptimiserPlan } from '../schema.ts';
import { heldOutOf } from './split-cases.ts';

const blank = {
  status: 'waiting',
  score: null,
  results: [],
  reason: null,
  excerpt: '',
  runId: null,
} as const;

/** The prompt as it was, as candidate 0, on all cases: what every other candidate is compared with. */
export async function layOutOriginal(
  ctx: Ctx,
  {
    optimisationId,
    plan,
    document,
  }: { optimisationId: string; plan: OptimiserPlan; document: PromptDocument },
  cases: readonly CaseRow[],
): Promise<void> {
  const { organizationId } = ctx;
  const candidateId = ctx.newId();
  await insertCandidates(ctx, [
    {
      ...{ organizationId, id: candidateId, optimisationId, number: 0, round: 0 },
      ...{ idea: '', document, createdAt: ctx.clock.now() },
    },
  ]);
  const held = heldOutOf(
    cases.map(({ caseId }) => caseId),
    plan.heldOut,
  );
  let position = 0;
  await insertItems(
    ctx,
    cases.flatMap(({ id, caseId, name, weight }) =>
      plan.lanes.flatMap((_, lane) =>
        Array.from({ length: plan.repetitions }, (_, repetition) => ({
          ...{ organizationId, candidateId, optimisationId, position: position++ },
          ...{ caseRowId: id, caseId, caseName: name, isHeldOut: held.has(caseId) },
          ...{ lane, repetition, weight, ...blank, results: [], microDollars: null },
        })),
      ),
    ),
  );
}

/** The same items for another candidate: of what its model saw, or of what was kept from it. */
export const layOutLike = (
  ctx: Ctx,
  original: readonly OptimiserItemRow[],
  candidateId: string,
  isHeldOut: boolean,
): Promise<void> =>
  insertItems(
    ctx,
    original
      .filter((item) => item.isHeldOut === isHeldOut)
      .map((item) => ({ ...item, ...blank, results: [], microDollars: null, candidateId })),
  );
