import { BudgetBar } from '../../../../ui/budget-bar.tsx';
import { classes } from '../../../../ui/classes.ts';
import { formatCost } from '../../../../ui/format.ts';
import { t } from '../messages.ts';
import { budgetWords } from '../state/budget-words.ts';
import { type BudgetLevel, budgetLevel } from '../state/token-budget.ts';
import type { Studio } from '../state/use-studio.ts';
import { FitFiles } from './fit-files.tsx';

const tones: Record<BudgetLevel, string> = {
  none: 'text-ink-3',
  fits: 'text-ok',
  tight: 'text-warn',
  full: 'text-bad',
  over: 'text-bad font-medium',
};

/** How the prompt fills the smallest of the chosen models, and what one run costs. */
export function StudioBudget({ studio }: { studio: Studio }) {
  const { budget, models, privately } = studio;
  const { used, limit, cost, calls, isMost, parts, isEstimated, answer } = budget;
  const level = budgetLevel(used + answer, limit);
  const chosen = privately.isOn ? privately.choices.length : models.known.length;
  return (
    <>
      <BudgetBar
        parts={parts}
        limit={limit}
        reserve={answer}
        estimated={isEstimated}
        className="flex-1 max-md:overflow-hidden"
      />
      {isMost && (
        <span className="shrink-0 text-12 text-ink-2 tabular max-md:hidden" title={t('treeForecastHint')}>
          {cost === undefined
            ? t('treeForecastCalls', { count: calls })
            : t('treeForecast', { count: calls, cost: formatCost(cost) })}
        </span>
      )}
      {cost !== undefined && !isMost && (
        <span
          className="shrink-0 text-12 text-ink-2 tabular max-md:hidden"
          title={t('perRunHint', { count: budget.answer })}
        >
          {t('perRun', { cost: formatCost(cost) })}
        </span>
      )}
      <span
        className={classes(
          'shrink-0 text-12 tabular',
          tones[level],
          // By how much it is too long says the bar.
          limit !== undefined && used > limit && 'max-md:hidden',
        )}
      >
        {budgetWords(budget, chosen)}
      </span>
      <FitFiles studio={studio} />
    </>
  );
}
