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
  const rows = [...measures(), ...different];
  return (
    <section
      aria-label={t('statistics')}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
      tabIndex={0}
      className="shrink-0 overflow-x-auto focus-visible:-outline-offset-2"
    >
      {/* Six columns do not fit a phone: there each run has a list of its own, one under the other. */}
      <div className="md:hidden">
        {all.map((each) => (
          <section key={each.run.id} aria-label={each.name} className="border-b border-line px-4 py-2">
            <h2 className="mb-1 text-13 font-semibold wrap-anywhere">{each.name}</h2>
            <dl className="grid grid-cols-2 gap-x-4 gap-y-1 tabular">
              {rows.map(({ name, of }) => (
                <div key={name} className="min-w-0">
                  <dt className="text-12 text-ink-3">{name}</dt>
                  <dd className="wrap-anywhere">{of(each)}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
      <table className="w-full tabular max-md:hidden [&_:is(td,th)]:px-4 [&_:is(td,th)]:py-1 [&_:is(td,th)]:text-left [&_:is(td,th)]:whitespace-nowrap [&_th:first-child]:sticky [&_th:first-child]:left-0 [&_th:first-child]:bg-bg">
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
          {rows.map(({ name, of }) => (
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
