import { useQuery } from '@tanstack/react-query';
import { ThumbsDown, ThumbsUp } from 'lucide-react';
import { IconButton } from '../../../../ui/icon-button.tsx';
import { toast } from '../../../../ui/toast-store.ts';
import { type Rating, ratingQuery, useRateRun } from '../api/run-rating.ts';
import { t } from '../messages.ts';
import type { Run } from '../state/run-answer.ts';

type RunRatingProps = { run: Pick<Run, 'id' | 'promptId'>; size?: 'small' | 'medium' };

/** Good or bad, for an answer that is over; pressed again it is taken back. */
export function RunRating({ run, size = 'small' }: RunRatingProps) {
  const { data } = useQuery(ratingQuery(run.id));
  const rate = useRateRun(run);
  const mine = data?.mine ?? null;
  const press = (rating: Exclude<Rating, null>) =>
    rate.mutate(mine === rating ? null : rating, {
      onError: (error) => toast({ text: t('ratingFailed', { reason: error.message }), tone: 'bad' }),
    });
  const button = { size, disabled: !data || rate.isPending };
  return (
    <>
      <IconButton
        {...button}
        label={t('rateUp')}
        icon={<ThumbsUp />}
        pressed={mine === 'up'}
        onClick={() => press('up')}
      />
      <IconButton
        {...button}
        label={t('rateDown')}
        icon={<ThumbsDown />}
        pressed={mine === 'down'}
        onClick={() => press('down')}
      />
    </>
  );
}
