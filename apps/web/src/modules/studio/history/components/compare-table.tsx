import type { ReactNode } from 'react';
import { formatCost, formatDuration, formatNumber } from '../../../../ui/format.ts';
import {
  costOf,
  givenSettings,
  type RunAnswer,
  type RunDetail,
  speedOf,
  statusText,
} from '../../runs/index.ts';
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
export function differences(all: readonly Compared[]): readonly Row[] {
  const given = new Map(all.map((each) => [each, givenSettings(each.run.settings)]));
  const names = [...new Set([...given.values()].flatMap((settings) => settings.map(({ name }) => name)))];
  const sent = [...new Set(all.map(({ run }) => run.sentHash))];
  const rows: Row[] = [
    {
      name: t('version'),
      of: ({ run }) => (run.versionNumber === null ? t('draft') : `v${run.versionNumber}`),
      same: ({ run }) => String(run.versionNumber),
    },
    {
      name: t('messages'),
      of: ({ run }) => t('sentText', { letter: String.fromCharCode(65 + sent.indexOf(run.sentHash)) }),
      same: ({ run }) => run.sentHash,
    },
    ...names.map((name): Row => {
      const value = (each: Compared) => given.get(each)?.find((one) => one.name === name)?.value ?? '–';
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
      <table className="w-full tabular [&_:is(td,th)]:px-4 [&_:is(td,th)]:py-1 [&_:is(td,th)]:text-left [&_:is(td,th)]:whitespace-nowrap [&_th:first-child]:sticky [&_th:first-child]:left-0 [&_th:first-child]:bg-bg">
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
