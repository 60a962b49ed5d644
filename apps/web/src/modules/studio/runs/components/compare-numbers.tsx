import { formatCost, formatDuration, formatNumber } from '../../../../ui/format.ts';
import { t } from '../messages.ts';
import type { RunAnswer } from '../state/run-answer.ts';
import { costOf, finishText, speedOf, statusText } from './run-words.ts';

type Measure = {
  name: string;
  of: (answer: RunAnswer) => number | null;
  text: (value: number | null) => string;
  /** Which end is better; without it a difference is only a difference. */
  better?: 'less' | 'more';
};

const measures = (): readonly Measure[] => [
  { name: t('firstToken'), of: (answer) => answer.timeToFirstTokenMs, text: formatDuration, better: 'less' },
  { name: t('duration'), of: (answer) => answer.durationMs, text: formatDuration, better: 'less' },
  {
    name: t('speed'),
    of: speedOf,
    text: (value) => (value === null ? formatNumber(null) : t('perSecond', { count: value })),
    better: 'more',
  },
  { name: t('inputTokens'), of: ({ usage }) => usage?.inputTokens ?? null, text: formatNumber },
  { name: t('outputTokens'), of: ({ usage }) => usage?.outputTokens ?? null, text: formatNumber },
  { name: t('cost'), of: costOf, text: formatCost, better: 'less' },
];

type CompareNumbersProps = { left: RunAnswer; right: RunAnswer; names: { left: string; right: string } };

/** The numbers of two answers beside each other, and how far the right one is from the left. */
export function CompareNumbers({ left, right, names }: CompareNumbersProps) {
  return (
    <div className="overflow-x-auto">
      <table className="w-full max-w-200 text-left tabular">
        <caption className="sr-only">{t('statistics')}</caption>
        <thead>
          <tr className="border-b border-line text-12 text-ink-3 *:px-4 *:py-1.5 *:font-normal">
            <th scope="col">{t('columnMeasure')}</th>
            <th scope="col" className="text-right">
              {names.left}
            </th>
            <th scope="col" className="text-right">
              {names.right}
            </th>
            <th scope="col" className="text-right">
              {t('columnDifference')}
            </th>
          </tr>
        </thead>
        <tbody className="[&_tr]:border-b [&_tr]:border-line [&_tr:last-child]:border-0 [&_td]:px-4 [&_td]:py-1.5 [&_td]:text-right [&_th]:px-4 [&_th]:py-1.5 [&_th]:font-normal [&_th]:text-ink-2">
          <tr>
            <th scope="row">{t('status')}</th>
            <td>{endText(left)}</td>
            <td>{endText(right)}</td>
            <td />
          </tr>
          {measures().map((measure) => (
            <MeasureRow key={measure.name} measure={measure} left={left} right={right} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

const endText = ({ status, finishReason }: RunAnswer) =>
  status === 'finished' ? (finishText(finishReason) ?? statusText(status)) : statusText(status);

function MeasureRow({ measure, left, right }: { measure: Measure; left: RunAnswer; right: RunAnswer }) {
  const [before, after] = [measure.of(left), measure.of(right)];
  const change = before === null || after === null ? null : after - before;
  const good =
    change !== null && change !== 0 && measure.better && (measure.better === 'less') === change < 0;
  const tone = !change || !measure.better ? 'text-ink-3' : good ? 'text-ok' : 'text-bad';
  return (
    <tr>
      <th scope="row">{measure.name}</th>
      <td>{measure.text(before)}</td>
      <td>{measure.text(after)}</td>
      <td className={tone}>
        {change ? `${change > 0 ? '+' : '−'}${measure.text(Math.abs(change))}` : ''}
        {good && <span className="sr-only"> {t('better')}</span>}
      </td>
    </tr>
  );
}
