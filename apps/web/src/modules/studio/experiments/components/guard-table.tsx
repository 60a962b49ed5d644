import { Chip } from '../../../../ui/chip.tsx';
import type { Experiment, Report } from '../api/experiments.ts';
import { t } from '../state/report-messages.ts';
import { amountText, levelText, possible, signedText } from '../state/verdict-words.ts';
import { cellClass, headClass, lastCellClass, nameCellClass } from './lane-table.tsx';

type Guard = Experiment['guards'][number];

function limitText({ bound, against, limit, measure }: Guard, base: string): string {
  if (against === 'value')
    return t(bound === 'at_most' ? 'atMost' : 'atLeast', { limit: levelText(limit, measure) });
  return bound === 'at_most'
    ? t('than', { limit: amountText(limit, measure), name: base })
    : t('less', { limit: amountText(Math.abs(limit), measure), name: base });
}

/** Where the guard rails stand, for each version that is tried. */
export function GuardTable({ experiment, report }: { experiment: Experiment; report: Report }) {
  const base = experiment.variants[0]?.name ?? '';
  return (
    <section
      aria-label={t('tableOf', { name: t('guards') })}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
      tabIndex={0}
      className="overflow-x-auto"
    >
      <table className="w-full">
        <thead>
          <tr>
            <th className={headClass}>{t('guard')}</th>
            <th className={headClass}>{t('lane')}</th>
            <th className={`${headClass} text-right`}>{t('value')}</th>
            <th className={headClass}>95 %</th>
            <th className={headClass}>{t('limit')}</th>
          </tr>
        </thead>
        <tbody>
          {report.guards.flatMap(({ metric, lanes }, at) => {
            const guard = experiment.guards[at];
            if (!guard) return [];
            const text = (value: number) =>
              guard.against === 'control'
                ? signedText(value, guard.measure)
                : levelText(possible(value, guard.measure), guard.measure);
            return lanes.map(({ variant, value, reading, isCrossed }, index) => (
              <tr key={`${metric} ${guard.bound} ${guard.limit} ${variant}`} className="border-t border-line">
                {index === 0 && (
                  <th
                    scope="rowgroup"
                    rowSpan={lanes.length}
                    className={`${cellClass} text-left align-top font-mono text-12 font-normal`}
                  >
                    {metric}
                  </th>
                )}
                <td className={nameCellClass}>{variant}</td>
                <td className={`${cellClass} text-right`}>{levelText(value, guard.measure)}</td>
                <td className={`${lastCellClass} text-ink-2`}>
                  {reading
                    ? `${text(reading.low)} – ${text(reading.high)}`
                    : index === 0 && guard.against === 'control'
                      ? '–'
                      : t('soon')}
                </td>
                <td className={lastCellClass}>
                  {index === 0 ? (
                    <span className="text-ink-3">{limitText(guard, base)}</span>
                  ) : (
                    <Chip tone={isCrossed ? 'bad' : 'plain'}>{t(isCrossed ? 'crossed' : 'holds')}</Chip>
                  )}
                </td>
              </tr>
            ));
          })}
        </tbody>
      </table>
    </section>
  );
}
