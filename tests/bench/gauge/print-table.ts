export type Cell = string | number;

const show = (cell: Cell) => (typeof cell === 'string' ? cell : shortNumber(cell));

/** Three digits that matter. */
export function shortNumber(value: number): string {
  if (Number.isNaN(value)) return '–';
  const size = Math.abs(value);
  const digits = size >= 100 ? 0 : size >= 10 ? 1 : 2;
  return value.toFixed(digits).replace(/\B(?=(\d{3})+(?!\d))/g, size >= 1_000 ? ' ' : '');
}

/** Prints rows under a heading; the first column is words, the others line up at the right. */
export function printTable(
  title: string,
  heading: readonly string[],
  rows: readonly (readonly Cell[])[],
): void {
  const lines = [heading, ...rows.map((row) => row.map(show))];
  const widths = heading.map((_, column) => Math.max(...lines.map((line) => (line[column] ?? '').length)));
  const draw = (line: readonly string[]) =>
    line
      .map((cell, column) =>
        column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0),
      )
      .join('   ')
      .trimEnd();
  process.stdout.write(`\n${title}\n`);
  for (const line of lines) process.stdout.write(`  ${draw(line)}\n`);
}

export const say = (sentence: string) => process.stdout.write(`${sentence}\n`);

/** `ok` or what was asked for, as the last cell of a row. */
export const verdict = (fine: boolean, target: string) => `${fine ? '✓' : '✗'} ${target}`;
