import type { TreeResultView } from '@promptvault/contract/studio/runs/tree';
import type { Message, Settings } from '@promptvault/document';
import { treeForecast } from '@promptvault/document/techniques';
import type { CallAttachment } from '@promptvault/wire/model-event';
import type { ChosenModel } from '../../models/index.ts';
import { estimateInput } from './usage-so-far.ts';
import { longestAnswer, worstCostOfTokens } from './worst-cost.ts';

/**
 * What the growth of a tree may cost at most, in millionths of a dollar, within its own budget: held before the first
 * thought, and handed over to the thoughts one by one.
 */
export async function worstTreeCost(
  model: ChosenModel,
  {
    messages,
    settings,
    tree,
    attachments = [],
  }: {
    messages: Message[];
    settings: Settings;
    tree: TreeResultView;
    attachments?: readonly CallAttachment[];
  },
  at: Date,
): Promise<number> {
  const { plan, goal, thoughts } = tree;
  const above = thoughts.find(({ id }) => id === goal.rootId)?.depth ?? 0;
  const { tokens, microDollars } = plan.budget;
  const costs = [model, ...model.fallbacks].map(async (each) => {
    const forecast = treeForecast(plan, {
      inputTokens: await estimateInput({ model: each, messages, attachments }),
      answerTokens: longestAnswer(each, settings),
      levels: goal.depth - above,
      above,
    });
    const alone = { ...each, fallbacks: [] };
    const worst = await worstCostOfTokens(alone, forecast, at);
    if (tokens === null) return worst;
    const allIn = await worstCostOfTokens(alone, { inputTokens: tokens, outputTokens: 0 }, at);
    const allOut = await worstCostOfTokens(alone, { inputTokens: 0, outputTokens: tokens }, at);
    return Math.min(worst, Math.max(allIn, allOut));
  });
  return Math.min(Math.max(...(await Promise.all(costs))), microDollars ?? Number.POSITIVE_INFINITY);
}
