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
  const all = measures();
  return (
    <section
      aria-label={t('statistics')}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
      tabIndex={0}
      className="shrink-0 overflow-x-auto focus-visible:-outline-offset-2"
    >
      <table className="w-full text-right tabular [&_:is(td,th)]:px-4 [&_:is(td,th)]:py-1 [&_:is(td,th)]:whitespace-nowrap">
        <caption className="sr-only">{t('statistics')}</caption>
        <thead>
          <tr className="text-12 text-ink-3 *:font-normal">
            <th scope="col" className="text-left">
              {t('columnMeasure')}
            </th>
            <th scope="col">{t('status')}</th>
            {all.map(({ name }) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="[&_th]:text-left [&_th]:font-medium [&_tr]:border-t [&_tr]:border-line">
          <AnswerRow name={names.left} answer={left} measures={all} />
          <AnswerRow name={names.right} answer={right} measures={all} />
          <tr>
            <th scope="row" className="font-normal! text-ink-3">
              {t('columnDifference')}
            </th>
            <td />
            {all.map((measure) => (
              <Change key={measure.name} measure={measure} left={left} right={right} />
            ))}
          </tr>
        </tbody>
      </table>
    </section>
  );
}

type AnswerRowProps = { name: string; answer: RunAnswer; measures: readonly Measure[] };

const AnswerRow = ({ name, answer, measures: all }: AnswerRowProps) => (
  <tr>
    <th scope="row" className="max-w-60 truncate">
      {name}
    </th>
    <td>{endText(answer)}</td>
    {all.map((measure) => (
      <td key={measure.name}>{measure.text(measure.of(answer))}</td>
    ))}
  </tr>
);

const endText = ({ status, finishReason }: RunAnswer) =>
  status === 'finished' ? (finishText(finishReason) ?? statusText(status)) : statusText(status);

function Change({ measure, left, right }: { measure: Measure; left: RunAnswer; right: RunAnswer }) {
  const [before, after] = [measure.of(left), measure.of(right)];
  const change = before === null || after === null ? null : after - before;
  if (!change) return <td />;
  const good = measure.better && (measure.better === 'less') === change < 0;
  return (
    <td className={!measure.better ? 'text-ink-3' : good ? 'text-ok' : 'text-bad'}>
      {`${change > 0 ? '+' : '−'}${measure.text(Math.abs(change))}`}
      {good && <span className="sr-only"> {t('better')}</span>}
    </td>
  );
}
