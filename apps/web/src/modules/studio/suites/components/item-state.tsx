import { Chip, type ChipTone } from '../../../../ui/chip.tsx';
import type { SuiteItem } from '../api/suites.ts';
import { t } from '../state/report-messages.ts';

const looks: Record<
  SuiteItem['status'],
  readonly [ChipTone, 'waiting' | 'running' | 'passed' | 'missed' | 'error']
> = {
  waiting: ['plain', 'waiting'],
  running: ['accent', 'running'],
  passed: ['ok', 'passed'],
  failed: ['bad', 'missed'],
  error: ['warn', 'error'],
};

/** What came of an item, and whether that changed since the baseline. */
export function ItemState({ status, before }: Pick<SuiteItem, 'status' | 'before'>) {
  const [tone, word] = looks[status];
  const isBroken = before === 'passed' && (status === 'failed' || status === 'error');
  const isFixed = status === 'passed' && before !== null && before !== 'passed';
  return (
    <span className="flex items-center gap-1">
      <Chip tone={tone}>{t(word)}</Chip>
      {isBroken && <Chip tone="bad">{t('brokenChip')}</Chip>}
      {isFixed && <Chip tone="ok">{t('fixedChip')}</Chip>}
    </span>
  );
}
