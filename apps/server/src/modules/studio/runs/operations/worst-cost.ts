import type { Message, Settings } from '@promptvault/document';
import { estimateUsage } from '@promptvault/wire/estimate-usage';
import type { CallAttachment } from '@promptvault/wire/model-event';
import { type ChosenModel, costOfCall } from '../../models/index.ts';

/** Counts that are estimated may be this much too low. */
const margin = 1.25;
/** Where nobody says how long an answer may become. */
const longestKnownAnswer = 32_000;

/** The longest answer of a model with these settings, in tokens, with what it may think where that comes on top. */
export function longestAnswer(
  { maxOutputTokens, provider }: Pick<ChosenModel, 'maxOutputTokens' | 'provider'>,
  settings: Settings,
): number {
  const most = maxOutputTokens ?? longestKnownAnswer;
  const asked = settings.maxOutputTokens ?? most;
  if (provider !== 'anthropic') return asked;
  // As many tokens as are said, else a share of all that the model has.
  const { reasoningTokens, reasoningEffort } = settings;
  const effort = reasoningEffort === undefined || reasoningEffort === 'none' ? 0 : most;
  return asked + (reasoningTokens ?? effort);
}

/**
 * What a run may cost at most, in millionths of a dollar: the dearest model of its chain with the longest answer.
 * A model without a known price counts as nothing: hold-cost.ts says where that may run.
 */
export async function worstCostOf(
  model: ChosenModel,
  {
    messages,
    settings,
    attachments = [],
  }: { messages: Message[]; settings: Settings; attachments?: readonly CallAttachment[] },
  at: Date,
): Promise<number> {
  const costs = [model, ...model.fallbacks].map(async (each) => {
    const { inputTokens } = await estimateUsage({ ...each, messages, attachments }, '');
    return costOfTokens(each, { inputTokens, outputTokens: longestAnswer(each, settings) }, at);
  });
  return Math.max(...(await Promise.all(costs)));
}

/** The same for tokens that were counted: of the dearest model of the chain. */
export async function worstCostOfTokens(
  model: ChosenModel,
  tokens: { inputTokens: number; outputTokens: number },
  at: Date,
): Promise<number> {
  const costs = [model, ...model.fallbacks].map((each) => costOfTokens(each, tokens, at));
  return Math.max(...(await Promise.all(costs)));
}

async function costOfTokens(
  model: ChosenModel,
  { inputTokens, outputTokens }: { inputTokens: number; outputTokens: number },
  at: Date,
): Promise<number> {
  const usage = { inputTokens: Math.ceil(inputTokens * margin), outputTokens, estimated: true };
  return (await costOfCall(model, usage, at))?.microDollars ?? 0;
}
