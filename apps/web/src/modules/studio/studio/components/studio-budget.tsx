import { BudgetBar } from '../../../../ui/budget-bar.tsx';
import { classes } from '../../../../ui/classes.ts';
import { formatCost, formatPercent } from '../../../../ui/format.ts';
import { t } from '../messages.ts';
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
  const { budget, models } = studio;
  const { used, limit, cost, calls, isMost, parts, isEstimated, answer } = budget;
  const level = budgetLevel(used + answer, limit);
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
        className={classes('shrink-0 text-12 tabular', tones[level], level === 'over' && 'max-md:hidden')}
      >
        {words(level, limit === undefined ? 0 : (used + answer) / limit, models.known.length)}
      </span>
      <FitFiles studio={studio} />
    </>
  );
}

function words(level: BudgetLevel, share: number, models: number): string {
  if (level === 'none') return models === 0 ? t('noModelLimit') : t('limitUnknown');
  if (level === 'fits') return t('budgetFits', { count: models });
  if (level === 'tight') return t('budgetTight', { percent: formatPercent(share) });
  return level === 'full' ? t('budgetFull', { percent: formatPercent(share) }) : t('budgetOver');
}
