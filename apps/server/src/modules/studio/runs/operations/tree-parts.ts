/** Runs that a tree of thoughts is made of: placed one by one as it grows, each paid for from what the tree holds. */
import type { Message, Settings } from '@promptvault/document';
import type { Ports } from '../../../../foundation/context/ctx.ts';
import { settleReserved, takeUse, useLimitsOf } from '../../../account/billing/index.ts';
import { settlePurse } from '../repository/purses.ts';
import { findRunState, type RunColumns } from '../repository/runs.ts';
import { lowerHold, saveResult } from '../repository/trees.ts';
import type { LiveRun, RunOrder } from './execute-run.ts';
import { placePart } from './place-part.ts';

export interface TreePart {
  kind: 'thought' | 'verdict' | 'closing';
  /** Its run, whose id the tree names already. */
  runId: string;
  messages: Message[];
  settings: Settings;
  /** What it may cost at most, in millionths of a dollar. */
  worst: number;
}

/**
 * Writes its row, and the tree that names it, in one transaction: whenever the process dies, the tree knows what was
 * paid for. What it may cost is taken over from what the tree holds of the budget and of its purse.
 * @throws budget.exhausted, run.purse_exhausted, limit.reached
 */
export async function placeTreePart(ports: Ports, live: LiveRun, part: TreePart): Promise<RunOrder> {
  const { order, processId, result } = live;
  const { organizationId, authorId, model } = order;
  const { kind, runId: id, messages, settings, worst } = part;
  const parent = { organizationId, runId: order.runId, processId };
  const scope = { organizationId, job: 'studio/runs.tree', onBehalfOf: authorId };
  await ports.within(scope, async (ctx) => {
    const limits = await useLimitsOf(ctx);
    // The row before the budget, as whoever ends a run locks them.
    if (result) await saveResult(ctx.tx, parent, result);
    const lowered = await lowerHold(ctx.tx, parent, worst);
    if (lowered) {
      const { startedAt, held, purseId, purseHeld } = lowered;
      await settleReserved(ctx, { startedAt, held, spent: 0 });
      if (purseId !== null) await settlePurse(ctx, purseId, { held: purseHeld, spent: 0 });
    }
    await placePart(ctx, {
      ...{ id, parentId: order.runId, kind, model, messages, settings, processId },
      attachments: order.attachments,
      held: worst,
    });
    await takeUse(ctx, limits, { measure: 'run', targets: [model] });
  });
  const { chainOfThought, react } = order.techniques;
  const isClosing = kind === 'closing';
  const techniques = {
    ...(chainOfThought && kind !== 'verdict' && { chainOfThought }),
    ...(react && isClosing && { react }),
  };
  return {
    ...order,
    runId: id,
    messages,
    settings,
    // Each call of a tool sends everything again, which the tree's own limits could not hold.
    tools: [],
    // The form is asked for where the answer is written, and judged once, by the tree's own run.
    responseSchema: isClosing ? order.responseSchema : null,
    form: null,
    techniques,
    result: null,
    cacheKey: null,
    cached: null,
    rolledMicroDollars: 0,
  };
}

/** The row of a part, once it is over. */
export function readPart(ports: Ports, { organizationId, runId }: RunOrder): Promise<RunColumns | undefined> {
  const scope = { organizationId, job: 'studio/runs.tree', onBehalfOf: null };
  return ports.within(scope, (ctx) => findRunState(ctx.tx, organizationId, runId));
}
