import type { LaneLine, LaneRow } from '../state/version-lanes.ts';

const height = 36;
const gap = 14;
const x = (lane: number) => 8 + lane * gap;

const strokes = ['stroke-s1', 'stroke-s2', 'stroke-s3', 'stroke-s4', 'stroke-s5'];
const fills = ['fill-s1', 'fill-s2', 'fill-s3', 'fill-s4', 'fill-s5'];
const colorOf = (colors: readonly string[], color: number) => colors[color % colors.length] as string;

/** The stretch of the graph beside one version; rows below each other join to the whole. */
export function GraphCell({ row, width, isBase }: { row: LaneRow; width: number; isBase: boolean }) {
  return (
    <svg
      aria-hidden="true"
      width={x(width - 1) + 8}
      height={height}
      viewBox={`0 0 ${x(width - 1) + 8} ${height}`}
      className="shrink-0"
    >
      {row.lines.map((line) => (
        <path
          key={`${line.part} ${line.from} ${line.to}`}
          d={pathOf(line)}
          fill="none"
          strokeWidth="2"
          className={colorOf(strokes, line.color)}
        />
      ))}
      <circle
        cx={x(row.lane)}
        cy={height / 2}
        r="4.5"
        strokeWidth="2"
        className={`${colorOf(strokes, row.color)} ${isBase ? colorOf(fills, row.color) : 'fill-panel'}`}
      />
    </svg>
  );
}

function pathOf({ from, to, part }: LaneLine): string {
  const [start, end] = [x(from), x(to)];
  const middle = height / 2;
  if (part === 'pass') return `M${start} 0V${height}`;
  if (part === 'in')
    return from === to
      ? `M${start} 0V${middle}`
      : `M${start} 0C${start} ${middle * 0.7} ${end} ${middle * 0.3} ${end} ${middle}`;
  return from === to
    ? `M${start} ${middle}V${height}`
    : `M${start} ${middle}C${start} ${height * 0.85} ${end} ${height * 0.65} ${end} ${height}`;
}
