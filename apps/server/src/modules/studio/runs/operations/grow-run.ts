import { RunError } from '@promptvault/contract/studio/runs/errors';
import { isPart } from '@promptvault/contract/studio/runs/kinds';
import type { growRunBody } from '@promptvault/contract/studio/runs/shapes';
import { isRunOver } from '@promptvault/contract/studio/runs/shapes';
import type { TreeResultView } from '@promptvault/contract/studio/runs/tree';
import { TREE_LIMITS } from '@promptvault/document/techniques';
import type * as z from 'zod';
import type { Authorized } from '../../../../foundation/context/authorized.ts';
import type { Ctx } from '../../../../foundation/context/ctx.ts';
import { findRunTexts, type RunRow } from '../repository/runs.ts';
import { findRunStates } from '../repository/trees.ts';
import { refusePrivate } from './refuse-private.ts';
import { type GivenAgain, placeAgain, type RetriedRun, readAgain } from './send-again.ts';
import { partsOf, settleTree, toGoOn, toGrow } from './tree-state.ts';

/**
 * Lets a branch of a run's tree grow further, as a new run of the same comparison that holds the whole tree. What is
 * there is not called again; what it cost is counted with the new run.
 * @throws run.is_private, run.still_open, run.is_part, run.no_tree, run.thought_missing, run.thought_unwritten, run.tree_full, and what
 * starting again throws
 */
export async function growRun(
  ctx: Ctx,
  first: Authorized<RunRow, 'run.create'>,
  { thoughtId, levels, ...given }: z.output<typeof growRunBody>,
): Promise<RetriedRun> {
  refusePrivate(first);
  if (!isRunOver(first.status)) throw RunError.still_open();
  if (isPart(first)) throw RunError.is_part();
  const tree = await settledTree(ctx, first);
  if (!tree) throw RunError.no_tree();
  const thought = tree.thoughts.find(({ id }) => id === thoughtId);
  if (!thought) throw RunError.thought_missing();
  if (thought.text === null) throw RunError.thought_unwritten();
  const { deepest, thoughts } = TREE_LIMITS;
  if (thought.depth + levels > deepest || tree.thoughts.length + tree.plan.branching > thoughts)
    throw RunError.tree_full({ deepest, thoughts });
  return placeTree(ctx, first, { tree: toGrow(tree, thought, levels), given });
}

/** Goes on with a tree where it was ended, without calling again what was called. @throws what starting again throws */
export async function resumeTree(
  ctx: Ctx,
  first: RunRow,
  tree: TreeResultView,
  given: GivenAgain,
): Promise<RetriedRun> {
  return placeTree(ctx, first, { tree: toGoOn(tree), given });
}

/** The tree of a run that is over, as the rows of its parts tell it; undefined where it has none. */
export async function settledTree(ctx: Ctx, run: RunRow): Promise<TreeResultView | undefined> {
  const texts = await findRunTexts(ctx.tx, ctx.organizationId, run.id);
  const tree = texts?.techniqueResult?.tree;
  if (!tree) return undefined;
  return settleTree(tree, await findRunStates(ctx.tx, ctx.organizationId, partsOf(tree)));
}

async function placeTree(
  ctx: Ctx,
  first: RunRow,
  { tree, given }: { tree: TreeResultView; given: GivenAgain },
): Promise<RetriedRun> {
  const { plan, changed } = await readAgain(ctx, first, given);
  const rolledMicroDollars = first.rolledMicroDollars + (first.costMicroDollars ?? 0);
  const going = { continuesId: null, continuedBy: null, rolledMicroDollars };
  const run = await placeAgain(ctx, first, plan, { kind: 'continuation', going, form: null, tree });
  return { run, changed, sentSame: run.sentHash === first.sentHash };
}
