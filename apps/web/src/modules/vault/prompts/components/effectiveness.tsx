import type { PromptEffectiveness } from '@promptvault/contract/vault/prompts/shapes';
import { Gauge } from 'lucide-react';
import { Chip } from '../../../../ui/chip.tsx';
import { formatNumber } from '../../../../ui/format.ts';
import { Popover } from '../../../../ui/popover.tsx';
import { Tooltip } from '../../../../ui/tooltip.tsx';
import { usePromptEffectivenessLive } from '../api/use-effectiveness-live.ts';
import { t } from '../messages.ts';

type EffectivenessProps = { of: PromptEffectiveness };

/** `82: suites 95 % of 40 cases, ratings 9 of 12`. */
function effectivenessText({ score, suites, ratings }: PromptEffectiveness): string {
  const parts = [
    ...(suites
      ? [t('effectivenessSuites', { percent: percentOf(suites.share), cases: formatNumber(suites.cases) })]
      : []),
    ...(ratings
      ? [
          t('effectivenessRatings', {
            up: formatNumber(ratings.up),
            total: formatNumber(ratings.total),
          }),
        ]
      : []),
  ].join(', ');
  if (score === null) return parts === '' ? t('effectivenessNone') : t('effectivenessLittle', { parts });
  return t('effectivenessOf', { score, parts });
}

/** Never 100 % where something failed. */
const percentOf = (share: number) => (share < 1 ? Math.min(99, Math.round(share * 100)) : 100);

/** In a list: the figure alone; what it stands on is said on hover and to readers of the screen. */
export function EffectivenessFigure({ of }: EffectivenessProps) {
  const text = effectivenessText(of);
  return (
    <Tooltip text={text} names>
      <span
        role="img"
        aria-label={text}
        className={
          of.score === null ? 'text-ink-3 max-md:hidden' : 'inline-flex items-center gap-1 text-ink-2'
        }
      >
        {of.score !== null && <Gauge aria-hidden="true" className="size-3 text-ink-3 md:hidden" />}
        {of.score ?? '–'}
      </span>
    </Tooltip>
  );
}

/** Beside the title of a prompt: the figure as it is at this moment, which opens what it stands on. */
export function EffectivenessChip({ promptId, of }: EffectivenessProps & { promptId: string }) {
  usePromptEffectivenessLive(promptId);
  const text = effectivenessText(of);
  if (of.suites === null && of.ratings === null) return null;
  return (
    <Popover
      label={t('effectiveness')}
      className="w-80 max-w-[calc(100vw-1rem)]"
      trigger={(props) => (
        <Tooltip text={text} names>
          <button
            type="button"
            {...props}
            aria-label={t('effectivenessChip', { text })}
            className="rounded-full transition-colors hover:bg-raise"
          >
            <Chip icon={<Gauge aria-hidden="true" />}>{of.score ?? '–'}</Chip>
          </button>
        </Tooltip>
      )}
    >
      <h3 className="mb-2 font-semibold">{t('effectiveness')}</h3>
      <p className="tabular">{text}</p>
      <p className="mt-2 text-12 text-ink-3">{t('effectivenessHint')}</p>
    </Popover>
  );
}
