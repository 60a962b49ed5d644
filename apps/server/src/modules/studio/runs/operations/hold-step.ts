import type { ToolTurn } from '@promptvault/wire/model-event';
import type { Ports } from '../../../../foundation/context/ctx.ts';
import { budgetOf } from '../../../account/billing/index.ts';
import { unpricedOf } from '../../models/index.ts';
import { holdMore } from '../repository/runs.ts';
import type { LiveRun } from './execute-run.ts';
import { holdCost } from './hold-cost.ts';
import { estimateInput } from './usage-so-far.ts';
import { worstCostOf } from './worst-cost.ts';

/**
 * Holds of the budget what one more call of the model may cost, beside what the run holds already: each step of a
 * run with tools is paid for before it is made. @throws budget.exhausted, budget.price_unknown, run.purse_exhausted
 */
export async function holdStep(ports: Ports, live: LiveRun, turns: readonly ToolTurn[]): Promise<void> {
  const { organizationId, runId, authorId, messages, attachments, settings } = live.order;
  // Only for counting: what was said and answered is sent again with every step.
  const said = turns.flatMap(({ text, thoughts = [], calls }) => [
    text,
    ...thoughts.map((thought) => thought.text),
    ...calls.flatMap(({ input, result }) => [JSON.stringify(input) ?? '', result.output]),
  ]);
  const sent = [...messages, ...said.map((content) => ({ role: 'assistant' as const, content }))];
  // Where the server dies before this step reports what it took, this is what is known of it.
  live.stepTokens = await estimateInput({ model: live.model, messages: sent, attachments });
  const scope = { organizationId, job: 'studio/runs.step', onBehalfOf: authorId };
  // Falling back is over once a model has spoken.
  const alone = { ...live.model, fallbacks: [] };
  const worst = await worstCostOf(alone, { messages: sent, settings, attachments }, ports.clock.now());
  if (worst === 0 && (await unpricedOf([alone], ports.clock.now())).length === 0) return;
  await ports.within(scope, async (ctx) => {
    const budget = await budgetOf(ctx);
    const run = await holdMore(
      ctx.tx,
      { organizationId, runId },
      { budget: budget ? worst : 0, purse: worst },
    );
    if (!run) return;
    // Settled with the run in the periods it began in, so held there.
    const { purseId, createdAt: at } = run;
    await holdCost(ctx, { budget, purseId }, { models: [alone], amount: worst, at });
  });
}
