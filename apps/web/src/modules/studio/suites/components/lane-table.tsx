import { formatCost, formatDuration, formatPercent, formatReached } from '../../../../ui/format.ts';
import type { SuiteReport } from '../api/suites.ts';
import { laneName } from '../state/lane-name.ts';
import { t } from '../state/report-messages.ts';
import { settingsWords } from '../state/settings-words.ts';
import { PassedBar } from './passed-bar.tsx';

/** Each version on each model with each group of settings. */
export function LaneTable({ report: { lanes } }: { report: SuiteReport }) {
  const head = 'px-3 py-1.5 text-left text-12 font-normal text-ink-3 whitespace-nowrap';
  const cell = 'px-3 py-1.5 whitespace-nowrap tabular max-md:p-0';
  return (
    <section
      aria-label={t('lanes')}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
      tabIndex={0}
      className="shrink-0 overflow-x-auto border-b border-line px-1 py-1"
    >
      {/* On a phone each row is a card. */}
      <table className="w-full max-md:block">
        <thead className="max-md:sr-only">
          <tr>
            <th className={head}>{t('lane')}</th>
            <th className={head}>{t('rate')}</th>
            <th className={`${head} text-right`}>{t('score')}</th>
            <th className={`${head} text-right`}>{t('errors')}</th>
            <th className={head}>{t('regression')}</th>
            <th className={`${head} text-right`}>{t('latency')}</th>
            <th className={`${head} text-right`}>{t('cost')}</th>
          </tr>
        </thead>
        <tbody className="max-md:block">
          {lanes.map((lane) => (
            <tr
              key={lane.index}
              className="border-t border-line max-md:flex max-md:flex-wrap max-md:gap-x-4 max-md:gap-y-1 max-md:px-3 max-md:py-2 max-md:first:border-t-0"
            >
              <th
                scope="row"
                className={`${cell} text-left font-normal max-md:basis-full max-md:whitespace-normal`}
              >
                <span className="font-mono text-12 wrap-anywhere">{laneName(lane)}</span>
                <span className="block text-12 text-ink-3">
                  {lane.from} · {settingsWords(lane.settings) || t('settingsNone')}
                </span>
              </th>
              <td className={`${cell} max-md:basis-full`}>
                <span className="flex w-52 items-center gap-2 max-md:w-full">
                  <PassedBar {...lane} />
                  <span
                    className="shrink-0"
                    title={
                      lane.interval
                        ? t('interval', {
                            low: formatPercent(lane.interval.low, 1),
                            high: formatPercent(lane.interval.high, 1),
                          })
                        : undefined
                    }
                  >
                    {lane.passed}/{lane.total} · {formatReached(lane.rate)}
                  </span>
                </span>
              </td>
              <td className={`${cell} text-right`}>
                <Named name={t('score')} />
                {formatPercent(lane.score)}
              </td>
              <td className={`${cell} text-right`}>
                <Named name={t('errors')} />
                {lane.errors}
              </td>
              <td className={lane.broken === null ? `${cell} max-md:hidden` : cell}>
                {lane.broken === null
                  ? '–'
                  : `${t('broken', { count: lane.broken })}, ${t('fixed', { count: lane.fixed ?? 0 })}`}
                {lane.unsteady > 0 && `, ${t('unsteady', { count: lane.unsteady })}`}
              </td>
              <td className={`${cell} text-right`}>
                <Named name={t('latency')} />
                {formatDuration(lane.meanLatencyMs)}
              </td>
              <td className={`${cell} text-right`}>{formatCost(lane.microDollars / 1e6)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** What a number of a card is; in the table its column says so. */
const Named = ({ name }: { name: string }) => (
  <span aria-hidden="true" className="mr-1 text-12 text-ink-3 md:hidden">
    {name}
  </span>
);
