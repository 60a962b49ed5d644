import type { Message, Settings } from '@promptvault/document';
import { estimateUsage } from '@promptvault/wire/estimate-usage';
import { type ChosenModel, costOfCall } from '../../models/index.ts';

/** Counts that are estimated may be this much too low. */
const margin = 1.25;
/** Where nobody says how long an answer may become. */
const longestKnownAnswer = 32_000;

/**
 * What a run may cost at most, in millionths of a dollar: the dearest model of its chain with the longest answer.
 * A model without a known price counts as nothing, since nothing could be counted against it later either.
 */
export async function worstCostOf(
  model: ChosenModel,
  { messages, settings }: { messages: Message[]; settings: Settings },
  at: Date,
): Promise<number> {
  const costs = [model, ...model.fallbacks].map(async (each) => {
    const { inputTokens } = await estimateUsage({ ...each, messages }, '');
    const outputTokens = settings.maxOutputTokens ?? each.maxOutputTokens ?? longestKnownAnswer;
    const usage = { inputTokens: Math.ceil(inputTokens * margin), outputTokens, estimated: true };
    return (await costOfCall(each, usage, at))?.microDollars ?? 0;
  });
  return Math.max(...(await Promise.all(costs)));
}
