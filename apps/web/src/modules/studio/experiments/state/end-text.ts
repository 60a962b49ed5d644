import type { Experiment } from '../api/experiments.ts';
import { t } from './report-messages.ts';

/** How it ended, and by whom. */
export function endText({ reason, by, metric, variant }: NonNullable<Experiment['end']>): string {
  const who = by?.name ?? t('somebody');
  if (reason === 'guard') return t('end_guard', { variant: variant ?? '', metric: metric ?? '' });
  if (reason === 'person') return t('end_person', { who });
  if (reason === 'concluded')
    return variant === null ? t('end_concluded', { who }) : t('end_concludedFor', { who, variant });
  return t(`end_${reason}`);
}
