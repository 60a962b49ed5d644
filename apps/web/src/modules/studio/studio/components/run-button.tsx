import { Lock, Play } from 'lucide-react';
import { Button } from '../../../../ui/button.tsx';
import { formatBytes } from '../../../../ui/format.ts';
import { Tooltip } from '../../../../ui/tooltip.tsx';
import { privateText } from '../../runs/index.ts';
import { t } from '../messages.ts';
import type { Studio } from '../state/use-studio.ts';

type RunButtonProps = { studio: Studio; samples: number; isStarting: boolean; onRun: () => void };

/** Runs the prompt on the chosen models, and says beforehand how much of which files leaves this browser. */
export function RunButton({ studio, samples, isStarting, onRun }: RunButtonProps) {
  const { models, pack, attached, privately } = studio;
  const count = models.choices.length;
  const sets = studio.valueSets.sets.length;
  const files = pack.items.length + attached.files.length;
  const bytes =
    pack.items.reduce((sum, { text }) => sum + new Blob([text]).size, 0) +
    attached.files.reduce((sum, file) => sum + file.bytes, 0);
  const providers = [...new Set(models.known.map(({ connectionName }) => connectionName))].join(', ');
  const sending =
    files === 0 || count === 0
      ? t('runNoFiles')
      : t('runSending', { count: files, size: formatBytes(bytes), providers });
  if (privately.isOn)
    return (
      <Tooltip
        text={
          pack.items.length === 0
            ? privateText('sends')
            : privateText('sendsFiles', { count: files, size: formatBytes(bytes) })
        }
      >
        <Button kind="primary" icon={<Lock />} keys="mod+enter" busy={isStarting} onClick={onRun}>
          {privateText('run', { count: Math.max(1, privately.choices.length * Math.max(1, sets) * samples) })}
        </Button>
      </Tooltip>
    );
  return (
    <Tooltip text={sending}>
      <Button
        kind="primary"
        icon={<Play className="size-3.5! fill-current" />}
        keys="mod+enter"
        busy={isStarting}
        onClick={onRun}
      >
        {count === 0
          ? t('runNone')
          : sets > 1
            ? t('runSets', { count: count * sets * samples })
            : samples > 1
              ? t('runSamples', { count, samples })
              : t('run', { count })}
      </Button>
    </Tooltip>
  );
}
