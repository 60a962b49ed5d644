import { formatPercent } from '../../../../ui/format.ts';
import { t } from '../messages.ts';
import { budgetLevel } from './token-budget.ts';

/** What the bar of a prompt says: `models` are those it is to be run on, `answer` is what is kept free for an answer. */
export function budgetWords(
  { used, answer, limit }: { used: number; answer: number; limit: number | undefined },
  models: number,
): string {
  const level = budgetLevel(used + answer, limit);
  const percent = formatPercent(limit === undefined ? 0 : (used + answer) / limit);
  switch (level) {
    case 'none':
      return models === 0 ? t('noModelLimit') : t('limitUnknown');
    case 'fits':
      return t('budgetFits', { count: models });
    case 'tight':
      return t('budgetTight', { percent });
    case 'full':
      return t('budgetFull', { percent });
    case 'over':
      return used > (limit ?? 0) ? t('budgetOver') : t('budgetOverWithAnswer');
  }
}
