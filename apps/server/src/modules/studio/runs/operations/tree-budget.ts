/** The budget of a tree: a hard stop, so nothing is called that could pass it. */
import type { TreeResultView } from '@promptvault/contract/studio/runs/tree';
import {
  type CallTokens,
  closingTokens,
  thoughtTokens,
  verdictTokens,
} from '@promptvault/document/techniques';
import type { ChosenModel } from '../../models/index.ts';
import { takenOfGrowth } from './tree-state.ts';
import { worstCostOfTokens } from './worst-cost.ts';

export interface CallWorst extends CallTokens {
  calls: number;
  microDollars: number;
}

export type TreeLimit = 'calls' | 'tokens' | 'cost';

export interface TreeBudget {
  /** What a thought or a verdict at this depth may take at most. */
  thought(depth: number): Promise<CallWorst>;
  verdict(depth: number): Promise<CallWorst>;
  closing(depth: number): Promise<CallWorst>;
  /** Sets this aside, beside what the answer will take. @returns what it would pass, where it does */
  take(worst: readonly CallWorst[], depth: number): Promise<TreeLimit | undefined>;
  /** What was set aside came to this. */
  settle(worst: CallWorst, took: { tokens: number; microDollars: number } | undefined): void;
}

interface BudgetFacts {
  tree: TreeResultView;
  model: ChosenModel;
  task: { inputTokens: number; answerTokens: number };
  at: Date;
}

/** Counts what the round of the tree took already, where it goes on. */
export function createTreeBudget({ tree, model, task, at }: BudgetFacts): TreeBudget {
  const { plan } = tree;
  const { calls, tokens, microDollars } = plan.budget;
  const taken = { ...takenOfGrowth(tree) };
  const prices = new Map<string, Promise<number>>();
  const priced = async (one: CallTokens): Promise<CallWorst> => {
    const key = `${one.inputTokens} ${one.outputTokens}`;
    const price = prices.get(key) ?? worstCostOfTokens(model, one, at);
    prices.set(key, price);
    return { ...one, calls: one.outputTokens === 0 ? 0 : 1, microDollars: await price };
  };
  const tokensIn = ({ inputTokens, outputTokens }: CallTokens) => inputTokens + outputTokens;
  const budget: TreeBudget = {
    thought: (depth) => priced(thoughtTokens(plan, task, depth)),
    verdict: (depth) => priced(verdictTokens(plan, task, depth)),
    closing: (depth) => priced(closingTokens(plan, task, depth)),
    async take(worst, depth) {
      const all = [...worst, await budget.closing(depth)];
      const sum = (of: (one: CallWorst) => number) => all.reduce((whole, one) => whole + of(one), 0);
      if (taken.calls + sum((one) => one.calls) > calls) return 'calls';
      if (tokens !== null && taken.tokens + sum(tokensIn) > tokens) return 'tokens';
      if (microDollars !== null && taken.microDollars + sum((one) => one.microDollars) > microDollars)
        return 'cost';
      for (const one of worst) {
        taken.calls += one.calls;
        taken.tokens += tokensIn(one);
        taken.microDollars += one.microDollars;
      }
      return undefined;
    },
    settle(worst, took) {
      if (!took) taken.calls -= worst.calls;
      taken.tokens += (took?.tokens ?? 0) - tokensIn(worst);
      taken.microDollars += (took?.microDollars ?? 0) - worst.microDollars;
    },
  };
  return budget;
}
