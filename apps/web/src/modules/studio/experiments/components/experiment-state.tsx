import { Chip, type ChipTone } from '../../../../ui/chip.tsx';
import type { Experiment } from '../api/experiments.ts';
import { t } from '../messages.ts';

const tones: Record<Experiment['status'], ChipTone> = {
  draft: 'plain',
  running: 'accent',
  paused: 'warn',
  stopped: 'plain',
  concluded: 'ok',
};

/** Where an experiment stands. One that a guard rail stopped looks like what it is. */
export const ExperimentState = ({ status, end }: Pick<Experiment, 'status' | 'end'>) => (
  <Chip tone={end?.reason === 'guard' ? 'bad' : tones[status]}>{t(status)}</Chip>
);
