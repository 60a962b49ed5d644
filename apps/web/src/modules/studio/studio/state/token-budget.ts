/** How much of a model's window a prompt fills, and what a run costs: pure arithmetic. */
import type { ContextPack, PromptDocument, RenderedSection } from '@promptvault/document';
import { type Techniques, treeForecast } from '@promptvault/document/techniques';
import type { BudgetPart } from '../../../../ui/budget.ts';

export type BudgetModel = {
  contextWindow: number | null;
  price: { inputMicroDollars: number | null; outputMicroDollars: number | null } | null;
};

export type BudgetLevel = 'none' | 'fits' | 'tight' | 'full' | 'over';

/** Green below seven tenths, yellow below nine, then red. */
const tight = 0.7;
const full = 0.9;

/** `used` is what is sent and what is kept free for the answer. */
export function budgetLevel(used: number, limit: number | undefined): BudgetLevel {
  if (limit === undefined) return 'none';
  if (used > limit) return 'over';
  if (used >= limit * full) return 'full';
  return used >= limit * tight ? 'tight' : 'fits';
}

/** The window of the smallest model; unknown when none of them says. */
export function smallestLimit(models: readonly BudgetModel[]): number | undefined {
  const windows = models.flatMap(({ contextWindow }) => (contextWindow === null ? [] : [contextWindow]));
  return windows.length === 0 ? undefined : Math.min(...windows);
}

/** What an answer may be expected to hold where the settings do not say. */
export const usualAnswer = 500;

/** Dollars of one run on all models; undefined when no price is known. `answer` is in tokens. */
export function runCost(models: readonly BudgetModel[], input: number, answer: number): number | undefined {
  const costs = models.flatMap(({ price }) =>
    price?.inputMicroDollars == null || price.outputMicroDollars == null
      ? []
      : [(input * price.inputMicroDollars + answer * price.outputMicroDollars) / 1e12],
  );
  return costs.length === 0 ? undefined : costs.reduce((sum, cost) => sum + cost, 0);
}

export type TechniqueForecast = {
  /** Calls of each model at most. */
  calls: number;
  /** Dollars on all models; undefined when no price is known. */
  cost: number | undefined;
  /** Whether it is the most it may cost; else what it usually does. */
  isMost: boolean;
};

/** What one run takes with the techniques of the prompt: a tree as much as it may grow, samples all of them. */
export function techniqueForecast(
  { treeOfThoughts: plan, selfConsistency }: Techniques,
  models: readonly (BudgetModel & { maxOutputTokens: number | null })[],
  { input, answer, longest }: { input: number; answer: number; longest: number | undefined },
): TechniqueForecast {
  if (!plan) {
    const calls = selfConsistency?.samples ?? 1;
    const one = runCost(models, input, answer);
    return { calls, cost: one === undefined ? undefined : one * calls, isMost: false };
  }
  const most = plan.budget.microDollars === null ? Number.POSITIVE_INFINITY : plan.budget.microDollars / 1e6;
  const forecasts = models.map((model) => {
    const answerTokens = longest ?? model.maxOutputTokens ?? answer;
    const forecast = treeForecast(plan, { inputTokens: input, answerTokens });
    const cost = runCost([model], forecast.inputTokens, forecast.outputTokens);
    return cost === undefined ? [] : [Math.min(cost, most)];
  });
  const costs = forecasts.flat();
  return {
    calls: treeForecast(plan, { inputTokens: input, answerTokens: answer }).calls,
    cost: costs.length === 0 ? undefined : costs.reduce((sum, cost) => sum + cost, 0),
    isMost: true,
  };
}

type CountTokens = (text: string) => number;

/** Headings and fences around each file of the pack. */
export const fenceTokens = 12;

export const packTokens = (pack: ContextPack) =>
  pack.items.reduce((sum, { tokens }) => sum + (tokens ?? 0) + fenceTokens, 0);

/** Tokens of what each section sends, by section id; what belongs to no section under its part's name. */
export function sectionTokens(
  pieces: readonly RenderedSection[],
  pack: ContextPack,
  count: CountTokens,
): Map<string, number> {
  const tokens = new Map<string, number>();
  for (const { sectionId, part, text } of pieces) {
    const key = sectionId ?? part;
    // Files were counted when they were chosen; counting a large pack again at each key would be felt.
    const own = part === 'files' ? packTokens(pack) : count(text);
    tokens.set(key, (tokens.get(key) ?? 0) + own);
  }
  return tokens;
}

/** One part of the bar for each section in the order of the document, then what stands without one. */
export function budgetParts(
  document: PromptDocument,
  tokens: ReadonlyMap<string, number>,
  label: (sectionId: string) => string,
): BudgetPart[] {
  const known = new Set(document.sections.map(({ id }) => id));
  const loose = [...tokens.keys()].filter((key) => !known.has(key));
  return [...known, ...loose].map((id) => ({ id, label: label(id), tokens: tokens.get(id) ?? 0 }));
}
