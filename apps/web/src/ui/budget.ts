/** How parts fill a limit: pure arithmetic for the budget bar. */

export type BudgetPart = { id: string; label: string; tokens: number };
export type BudgetState = 'fits' | 'tight' | 'over';

export type Budget = {
  used: number;
  over: number;
  state: BudgetState;
  /** Shares of the bar's width, 0 to 1. When the parts exceed the limit the bar ends with them, not with it. */
  parts: (BudgetPart & { share: number })[];
  limitAt: number;
};

/** From nine tenths of the limit on it is tight: an answer needs room too. */
const tight = 0.9;

export function measureBudget(parts: readonly BudgetPart[], limit: number | undefined): Budget {
  const used = parts.reduce((sum, { tokens }) => sum + tokens, 0);
  const whole = Math.max(used, limit ?? used, 1);
  const over = limit === undefined ? 0 : Math.max(0, used - limit);
  return {
    used,
    over,
    state: over > 0 ? 'over' : limit !== undefined && used > limit * tight ? 'tight' : 'fits',
    parts: parts.filter(({ tokens }) => tokens > 0).map((part) => ({ ...part, share: part.tokens / whole })),
    limitAt: (limit ?? whole) / whole,
  };
}
