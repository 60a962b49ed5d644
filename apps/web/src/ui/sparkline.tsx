import { classes } from './classes.ts';

type SparklineProps = {
  /** The name and the point of the picture: "Runs in the last 14 days, 23 today". */
  label: string;
  values: readonly number[];
  kind?: 'line' | 'bars';
  width?: number;
  height?: number;
  className?: string;
};

/** A picture of a row of numbers, no larger than a word. */
export function Sparkline({
  label,
  values,
  kind = 'line',
  width = 64,
  height = 16,
  className,
}: SparklineProps) {
  const most = Math.max(...values, 0);
  const least = kind === 'bars' ? 0 : Math.min(...values, most);
  const y = (value: number) => height - 1.5 - ((value - least) / (most - least || 1)) * (height - 3);
  const step = values.length > 1 ? (width - 3) / (values.length - 1) : 0;
  const points = values.map((value, index) => [1.5 + index * step, y(value)] as const);
  const last = points.at(-1);
  return (
    <svg
      role="img"
      aria-label={label}
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      className={classes('shrink-0 overflow-visible text-s1', className)}
    >
      {kind === 'bars'
        ? points.map(([x, top], index) => {
            const wide = Math.max(1, width / values.length - 1);
            const left = (index * width) / values.length;
            return (
              <rect
                key={x}
                x={left}
                y={Math.min(top, height - 1)}
                width={wide}
                height={Math.max(1, height - top)}
                rx="0.5"
                fill="currentColor"
                opacity={index === values.length - 1 ? 1 : 0.55}
              />
            );
          })
        : last && (
            <>
              <polyline
                points={points.map((point) => point.join(',')).join(' ')}
                fill="none"
                stroke="currentColor"
                strokeWidth="1.25"
                strokeLinejoin="round"
                strokeLinecap="round"
              />
              <circle cx={last[0]} cy={last[1]} r="1.75" fill="currentColor" />
            </>
          )}
    </svg>
  );
}
