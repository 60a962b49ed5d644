import type { Ctx } from '../../../../foundation/context/ctx.ts';
import { isId } from '../../../../foundation/ids/id-maker.ts';
import { findExposureById } from '../repository/exposures.ts';
import { labelsOf } from '../repository/labels.ts';
import type { Assignment } from './assign-label.ts';

/**
 * What a caller was told of when it fetched a label of this prompt for a subject. Undefined unless the experiment is
 * still on the label and its variant is this version: what is said of a run is never believed.
 */
export async function findAssignment(
  ctx: Ctx,
  promptId: string,
  { assignmentId, version }: { assignmentId: string; version: number },
): Promise<Assignment | undefined> {
  const known = isId(assignmentId) ? await findExposureById(ctx, assignmentId) : undefined;
  if (known?.promptId !== promptId) return undefined;
  const { experimentId } = known;
  const labels = await labelsOf(ctx, [promptId]);
  const trial = labels.find((label) => label.trial?.experimentId === experimentId)?.trial;
  const variant = trial?.variants[known.variant];
  if (variant?.version !== version) return undefined;
  return { id: known.id, experimentId, variant: variant.name };
}
