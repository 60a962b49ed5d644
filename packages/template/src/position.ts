/** A place in a text: `offset` in UTF-16 units from 0, `line` and `column` (UTF-16 units) from 1. */
export type Position = { offset: number; line: number; column: number };

/**
 * Answers positions in one text. Lines end at `\n` (a `\r` before it belongs to the line). The table of
 * lines is built at the first question; each question then costs a binary search. Offsets outside the
 * text are clamped to it.
 */
export function createLocator(source: string): (offset: number) => Position {
  let starts: number[] | undefined;
  return (offset) => {
    starts ??= findLineStarts(source);
    const wanted = Math.min(Math.max(offset, 0), source.length);
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= wanted) low = middle;
      else high = middle - 1;
    }
    return { offset: wanted, line: low + 1, column: wanted - (starts[low] ?? 0) + 1 };
  };
}

function findLineStarts(source: string): number[] {
  const starts = [0];
  for (let at = source.indexOf('\n'); at !== -1; at = source.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}
