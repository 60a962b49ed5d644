import { formatNumber } from '../../../../ui/format.ts';
import type { Experiment, Lane } from '../api/experiments.ts';
import { t } from '../state/report-messages.ts';
import { levelText, signedText } from '../state/verdict-words.ts';

export const headClass = 'px-2 py-1.5 text-left text-12 md:px-3 font-normal whitespace-nowrap text-ink-3';
export const cellClass = 'px-2 py-1.5 whitespace-nowrap tabular md:px-3';
/** On a phone a name wraps, however long it is, */
export const nameCellClass = `${cellClass} max-md:whitespace-normal max-md:min-w-24 max-md:wrap-anywhere`;
/** and so does a sentence in the last column: what scrolls out of sight is not read. */
export const lastCellClass = `${cellClass} max-md:whitespace-normal`;
const hues = ['bg-s8', 'bg-s1', 'bg-s2', 'bg-s3', 'bg-s4', 'bg-s5'];

type LaneTableProps = {
  label: string;
  primary: Experiment['primary'];
  lanes: readonly Lane[];
  /** Also how the traffic is split. */
  showsSplit?: boolean;
};

/** Each version: who was given it, what became of them, and how far it is from the first. */
export function LaneTable({ label, primary, lanes, showsSplit }: LaneTableProps) {
  const total = lanes.reduce((sum, { subjects }) => sum + subjects, 0);
  const base = lanes[0]?.variant ?? '';
  return (
    <section
      aria-label={t('tableOf', { name: label })}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
      tabIndex={0}
      className="overflow-x-auto"
    >
      <table className="w-full">
        <thead>
          <tr>
            <th className={headClass}>{t('lane')}</th>
            {showsSplit && <th className={headClass}>{t('split')}</th>}
            <th className={`${headClass} text-right`}>{t('subjects')}</th>
            {primary.measure === 'mean' && <th className={`${headClass} text-right`}>{t('measured')}</th>}
            <th className={`${headClass} text-right`}>{primary.metric}</th>
            <th className={headClass}>{t('difference', { name: base })}</th>
          </tr>
        </thead>
        <tbody>
          {lanes.map((lane, index) => (
            <tr key={lane.variant} className="border-t border-line">
              <th scope="row" className={`${nameCellClass} text-left font-normal`}>
                <span className="font-medium">{lane.variant}</span>{' '}
                <span className="font-mono text-12 text-ink-3">v{lane.version}</span>
              </th>
              {showsSplit && (
                <td className={cellClass}>
                  <span className="flex items-center gap-2 md:w-36">
                    <span
                      aria-hidden="true"
                      className="h-1.5 flex-1 overflow-hidden rounded-full bg-raise max-md:hidden"
                    >
                      <span
                        className={`block h-full ${hues[index] ?? 'bg-s1'}`}
                        style={{ width: `${total === 0 ? lane.weight : (100 * lane.subjects) / total}%` }}
                      />
                    </span>
                    <span className="w-10 text-right">{lane.weight} %</span>
                  </span>
                </td>
              )}
              <td className={`${cellClass} text-right`}>{formatNumber(lane.subjects)}</td>
              {primary.measure === 'mean' && (
                <td className={`${cellClass} text-right`}>{formatNumber(lane.measured)}</td>
              )}
              <td className={`${cellClass} text-right`}>{levelText(lane.value, primary.measure)}</td>
              <td className={`${lastCellClass} ${lane.difference ? '' : 'text-ink-3'}`}>
                {index === 0
                  ? t('first')
                  : lane.difference
                    ? t('interval', {
                        estimate: signedText(lane.difference.estimate, primary.measure),
                        low: signedText(lane.difference.low, primary.measure),
                        high: signedText(lane.difference.high, primary.measure),
                      })
                    : t('soon')}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
