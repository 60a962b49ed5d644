import { Chip } from '../../../../ui/chip.tsx';
import type { Optimisation } from '../api/optimisations.ts';
import { t } from '../messages.ts';

const looks = {
  running: ['accent', 'running'],
  finished: ['ok', 'finished'],
  stopped: ['warn', 'stopped'],
  failed: ['bad', 'broken'],
} as const;

/** Whether it goes on, and how it ended. */
export function OptimisationState({ status }: Pick<Optimisation, 'status'>) {
  const [tone, text] = looks[status];
  return <Chip tone={tone}>{t(text)}</Chip>;
}
