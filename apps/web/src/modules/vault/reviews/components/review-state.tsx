import { Chip, type ChipTone } from '../../../../ui/chip.tsx';
import type { ReviewSummary } from '../api/reviews.ts';
import { t } from '../messages.ts';

const tones: Record<ReviewSummary['state'], ChipTone> = {
  draft: 'plain',
  open: 'accent',
  merged: 'ok',
  closed: 'plain',
};

export const ReviewState = ({ state }: { state: ReviewSummary['state'] }) => (
  <Chip tone={tones[state]}>{t(state)}</Chip>
);
