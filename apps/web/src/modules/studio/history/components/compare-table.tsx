import type { ReactNode } from 'react';
import { formatCost, formatDuration, formatNumber } from '../../../../ui/format.ts';
import { strategyName } from '../../models/index.ts';
import { costOf, type RunAnswer, type RunDetail, speedOf, statusText } from '../../runs/index.ts';
import { t } from '../messages.ts';

export type Compared = { run: RunDetail; answer: RunAnswer; name: string };

type Row = { name: string; of: (each: Compared) => ReactNode; same?: (each: Compared) => string };

const measures = (): readonly Row[] => [
  { name: t('columnStatus'), of: ({ answer }) => statusText(answer.status) },
  { name: t('columnCost'), of: ({ answer }) => formatCost(costOf(answer)) },
  { name: t('columnDuration'), of: ({ answer }) => formatDuration(answer.durationMs) },
  { name: t('columnFirst'), of: ({ answer }) => formatDuration(answer.timeToFirstTokenMs) },
  { name: t('speed'), of: ({ answer }) => formatNumber(speedOf(answer)) },
  { name: t('columnInput'), of: ({ answer }) => formatNumber(answer.usage?.inputTokens ?? null) },
  { name: t('columnOutput'), of: ({ answer }) => formatNumber(answer.usage?.outputTokens ?? null) },
];

/** Settings and what was sent: only what is not the same in all. */
function differences(all: readonly Compared[]): readonly Row[] {
  const text = (value: unknown) =>
    value === undefined || value === null ? '–' : typeof value === 'string' ? value : JSON.stringify(value);
  const names = [...new Set(all.flatMap(({ run }) => Object.keys(run.settings)))].sort();
  const rows: Row[] = [
    {
      name: t('version'),
      of: ({ run }) => (run.versionNumber === null ? t('draft') : `v${run.versionNumber}`),
      same: ({ run }) => String(run.versionNumber),
    },
    {
      name: t('messages'),
      of: ({ run }) => <code className="font-mono text-12">{run.sentHash.slice(0, 10)}</code>,
      same: ({ run }) => run.sentHash,
    },
    ...names.map((name): Row => {
      const value = ({ run: { settings } }: Compared) =>
        name === 'sampling' && settings.sampling
          ? strategyName(settings.sampling)
          : text((settings as Record<string, unknown>)[name]);
      return { name, of: value, same: value };
    }),
  ];
  return rows.filter(({ same }) => same && new Set(all.map(same)).size > 1);
}

/** Runs beside each other in numbers, and below in what they were run with where that differs. */
export function CompareTable({ all }: { all: readonly Compared[] }) {
  const different = differences(all);
  return (
    <section
      aria-label={t('statistics')}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
      tabIndex={0}
      className="shrink-0 overflow-x-auto focus-visible:-outline-offset-2"
    >
      <table className="w-full tabular [&_:is(td,th)]:px-4 [&_:is(td,th)]:py-1 [&_:is(td,th)]:text-left [&_:is(td,th)]:whitespace-nowrap">
        <caption className="sr-only">{t('statistics')}</caption>
        <thead>
          <tr className="text-12 text-ink-3 *:font-normal">
            <th scope="col">{t('measure')}</th>
            {all.map(({ run, name }) => (
              <th key={run.id} scope="col" className="max-w-48 truncate">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="[&_th]:font-normal [&_th]:text-ink-3 [&_tr]:border-t [&_tr]:border-line">
          {[...measures(), ...different].map(({ name, of }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              {all.map((each) => (
                <td key={each.run.id}>{of(each)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {different.length === 0 && (
        <p className="border-t border-line px-4 py-1.5 text-12 text-ink-3">{t('allSame')}</p>
      )}
    </section>
  );
}
