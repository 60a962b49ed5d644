import { Chip, type ChipTone } from '../../../../ui/chip.tsx';
import { t } from '../messages.ts';

type Outcome = { status: 'running' | 'finished' | 'stopped' | 'failed'; isGreen: boolean };

const looks = {
  running: ['accent', 'running'],
  stopped: ['warn', 'stopped'],
  failed: ['bad', 'failedRun'],
} as const;

/** How a run of a suite stands or ended. */
export function RunOutcome({ status, isGreen }: Outcome) {
  const [tone, word]: readonly [ChipTone, Parameters<typeof t>[0]] =
    status === 'finished' ? (isGreen ? ['ok', 'green'] : ['bad', 'red']) : looks[status];
  return <Chip tone={tone}>{t(word as 'green')}</Chip>;
}
