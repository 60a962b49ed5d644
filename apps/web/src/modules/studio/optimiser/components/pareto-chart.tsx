import { formatCost, formatPercent } from '../../../../ui/format.ts';
import type { Candidate } from '../api/optimisations.ts';
import { t } from '../messages.ts';

const [width, height, edge] = [320, 160, 32];

type Dot = { number: number; left: number; top: number };

/** Dots whose numbers would be written over each other share one line. */
function nearDots(dots: readonly Dot[]): Dot[][] {
  const groups: Dot[][] = [];
  for (const dot of dots) {
    const near = groups.find(
      ([first]) => first && Math.abs(first.left - dot.left) < 16 && Math.abs(first.top - dot.top) < 9,
    );
    if (near) near.push(dot);
    else groups.push([dot]);
  }
  return groups;
}

/** Score against cost, a dot for each candidate; the table beside it says the same in numbers. */
export function ParetoChart({ candidates }: { candidates: readonly Candidate[] }) {
  const shown = candidates.filter(({ seen }) => seen.rate !== null);
  const dearest = Math.max(0, ...shown.map(({ seen }) => seen.microDollars ?? 0));
  const x = (cost: number | null) => edge + 12 + ((cost ?? 0) / Math.max(1, dearest)) * (width - edge - 36);
  const y = (rate: number) => 10 + (1 - rate) * (height - edge - 10);
  const together = nearDots(
    shown.map(({ number, seen }) => ({ number, left: x(seen.microDollars), top: y(seen.rate ?? 0) })),
  );
  return (
    <figure className="grid gap-1">
      <svg
        viewBox={`0 0 ${width} ${height}`}
        role="img"
        aria-label={t('chart')}
        className="w-full max-w-120 text-12"
      >
        {[0, 0.5, 1].map((rate) => (
          <g key={rate}>
            <line x1={edge} x2={width} y1={y(rate)} y2={y(rate)} className="stroke-line" />
            <text x={0} y={y(rate) + 3} className="fill-ink-3 text-[9px]">
              {formatPercent(rate)}
            </text>
          </g>
        ))}
        {dearest > 0 && (
          <>
            <text x={width} y={height - 4} textAnchor="end" className="fill-ink-3 text-[9px]">
              {formatCost(dearest / 1e6)}
            </text>
            <text x={edge} y={height - 4} className="fill-ink-3 text-[9px]">
              {formatCost(0)}
            </text>
          </>
        )}
        {/* Of dots in one place the last is seen: the best. */}
        {[...shown]
          .sort((a, b) => Number(a.isBest) - Number(b.isBest))
          .map(({ id, seen, isBest }) => (
            <circle
              key={id}
              cx={x(seen.microDollars)}
              cy={y(seen.rate ?? 0)}
              r={4.5}
              className={isBest ? 'fill-accent stroke-accent' : 'fill-bg stroke-ink-3'}
            />
          ))}
        {together.map((dots) => {
          const { left, top } = dots[0] as Dot;
          // Beside the last dots there is no room for several numbers.
          const isBefore = dots.length > 1 && left > width / 2;
          return (
            <text
              key={dots[0]?.number}
              x={isBefore ? left - 7 : left + 7}
              y={top + 3}
              textAnchor={isBefore ? 'end' : 'start'}
              className="fill-ink-2 text-[9px]"
            >
              {dots.map(({ number }) => t('number', { number })).join(', ')}
            </text>
          );
        })}
      </svg>
      <figcaption className="text-12 text-ink-3">
        {t('chartHint')} {dearest === 0 && t('noPrices')}
      </figcaption>
    </figure>
  );
}
