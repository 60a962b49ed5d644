import { useNarrow } from '../../../../shell/use-narrow.ts';
import { formatDay, formatNumber } from '../../../../ui/format.ts';
import { RelativeTime } from '../../../../ui/relative-time.tsx';
import type { Experiment, Report } from '../api/experiments.ts';
import { t } from '../state/report-messages.ts';
import { signedText } from '../state/verdict-words.ts';

type IntervalChartProps = { experiment: Experiment; report: Report; variant: number };
type Reading = NonNullable<Report['looks'][number]['readings'][number]>;
type Look = { at: string; subjects: number; reading: Reading };

const [left, bottom, top] = [44, 20, 8] as const;

/** How far a variant is from the first, over time: a picture, and a table that says the same. */
export function IntervalChart({ experiment, report, variant }: IntervalChartProps) {
  const { variants, primary } = experiment;
  // Drawn in the size it is shown in, so that its figures stay as large as the text beside it.
  const [width, height] = useNarrow() ? [330, 170] : [860, 200];
  const [base, name] = [variants[0]?.name ?? '', variants[variant]?.name ?? ''];
  const looks = report.looks.flatMap(({ at, subjects, readings }): Look[] => {
    const reading = readings[variant - 1];
    return reading ? [{ at, subjects, reading }] : [];
  });
  const now = report.lanes[variant]?.difference;
  if (now && report.subjects > (looks.at(-1)?.subjects ?? 0))
    looks.push({ at: report.at, subjects: report.subjects, reading: now });
  const [first, last] = [looks[0], looks.at(-1)];
  if (!first || !last) return <p className="text-ink-3">{t('noLooks')}</p>;
  const text = (value: number) => signedText(value, primary.measure);
  // The first look is the widest: what comes later is to be seen, so the picture shows twice the last one at least.
  const most = Math.max(
    ...looks
      .slice(-Math.ceil(looks.length * 0.9))
      .flatMap(({ reading }) => [Math.abs(reading.low), Math.abs(reading.high)]),
    primary.worthwhile * 1.5,
  );
  const from = first.subjects;
  const span = Math.max(1, last.subjects - from);
  const x = (subjects: number) => left + ((subjects - from) / span) * (width - left - 8);
  const y = (value: number) =>
    top + ((most - Math.max(-most, Math.min(most, value))) / (2 * most)) * (height - top - bottom);
  const points = looks.length === 1 ? [first, { ...first, subjects: from + 1 }] : looks;
  const upper = points.map((look) => `${x(look.subjects)},${y(look.reading.high)}`);
  const lower = points.map((look) => `${x(look.subjects)},${y(look.reading.low)}`).reverse();
  return (
    <figure className="min-w-0">
      <svg
        role="img"
        aria-label={t('picture', {
          name,
          base,
          firstLow: text(first.reading.low),
          firstHigh: text(first.reading.high),
          low: text(last.reading.low),
          high: text(last.reading.high),
        })}
        viewBox={`0 0 ${width} ${height}`}
        className="h-auto w-full text-s1"
      >
        {[most, primary.worthwhile, 0, -primary.worthwhile, -most].map((value) => (
          <line
            key={value}
            x1={left}
            x2={width - 8}
            y1={y(value)}
            y2={y(value)}
            stroke={value === 0 ? 'var(--ink-3)' : 'var(--line)'}
            strokeDasharray={Math.abs(value) === primary.worthwhile ? '3 3' : undefined}
          />
        ))}
        <polygon points={[...upper, ...lower].join(' ')} fill="currentColor" opacity="0.2" />
        <polyline
          points={points.map((look) => `${x(look.subjects)},${y(look.reading.estimate)}`).join(' ')}
          fill="none"
          stroke="currentColor"
          strokeWidth="1.5"
        />
        {[most, 0, -most].map((value) => (
          <text key={value} x={left - 6} y={y(value) + 4} textAnchor="end" fontSize="11" fill="var(--ink-3)">
            {text(value)}
          </text>
        ))}
        <text x={left} y={height - 4} fontSize="11" fill="var(--ink-3)">
          {`${formatNumber(from)} · ${formatDay(new Date(first.at))}`}
        </text>
        <text x={width - 8} y={height - 4} textAnchor="end" fontSize="11" fill="var(--ink-3)">
          {`${formatNumber(last.subjects)} · ${formatDay(new Date(last.at))}`}
        </text>
      </svg>
      <details className="mt-1">
        <summary className="w-fit cursor-pointer text-12 text-ink-3">{t('asTable')}</summary>
        <div className="mt-2 max-h-60 overflow-auto">
          <table className="w-full text-12 tabular">
            <thead>
              <tr className="text-left text-ink-3">
                <th className="py-1 pr-4 font-normal">{t('moment')}</th>
                <th className="py-1 pr-4 text-right font-normal">{t('subjects')}</th>
                <th className="py-1 font-normal">{t('difference', { name: base })}</th>
              </tr>
            </thead>
            <tbody>
              {[...looks].reverse().map((look) => (
                <tr key={look.subjects} className="border-t border-line">
                  <td className="py-1 pr-4">
                    <RelativeTime time={look.at} />
                  </td>
                  <td className="py-1 pr-4 text-right">{formatNumber(look.subjects)}</td>
                  <td className="py-1">
                    {t('interval', {
                      estimate: text(look.reading.estimate),
                      low: text(look.reading.low),
                      high: text(look.reading.high),
                    })}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </details>
    </figure>
  );
}
