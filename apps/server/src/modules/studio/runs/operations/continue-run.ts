import { RunError } from '@promptvault/contract/studio/runs/errors';
import { isPart } from '@promptvault/contract/studio/runs/kinds';
import { isRunOver } from '@promptvault/contract/studio/runs/shapes';
import type { Authorized } from '../../../../foundation/context/authorized.ts';
import type { Ctx } from '../../../../foundation/context/ctx.ts';
import type { RunRow } from '../repository/runs.ts';
import { wholeText } from './answer-parts.ts';
import { goingOn } from './going-on.ts';
import { resumeTree, settledTree } from './grow-run.ts';
import { refusePrivate } from './refuse-private.ts';
import { type GivenAgain, placeAgain, type RetriedRun, readAgain } from './send-again.ts';

/**
 * Goes on with an answer that ended before its end, as a new run of the same comparison: the text so far is given
 * back to the same model, and what it cost is counted with the new run.
 * @throws run.is_private, run.still_open, run.is_repair, run.is_part, run.nothing_to_continue, run.context_needed, run.values_needed, run.connection_gone, and
 * what starting throws
 */
export async function continueRun(
  ctx: Ctx,
  first: Authorized<RunRow, 'run.create'>,
  given: GivenAgain,
): Promise<RetriedRun> {
  refusePrivate(first);
  if (!isRunOver(first.status)) throw RunError.still_open();
  if (first.kind === 'repair') throw RunError.is_repair();
  if (isPart(first)) throw RunError.is_part();
  if (first.status === 'finished' && first.finishReason !== 'length')
    throw RunError.nothing_to_continue({ reason: 'complete' });
  // A tree goes on growing; an answer of one that was cut at its length goes on as a text.
  const tree = first.status === 'finished' ? undefined : await settledTree(ctx, first);
  if (tree && tree.thoughts.length > 0) return resumeTree(ctx, first, tree, given);
  const soFar = await wholeText(ctx, first);
  if (soFar.trim() === '') throw RunError.nothing_to_continue({ reason: 'empty' });
  const { plan, changed } = await readAgain(ctx, first, given);
  const { by, rendered, form } = goingOn(plan.source.rendered, soFar, plan.model);
  const source = { ...plan.source, rendered };
  const rolledMicroDollars = first.rolledMicroDollars + (first.costMicroDollars ?? 0);
  const going = { continuesId: first.id, continuedBy: by, rolledMicroDollars };
  const run = await placeAgain(ctx, first, { ...plan, source }, { kind: 'continuation', going, form });
  return { run, changed, sentSame: false };
}
