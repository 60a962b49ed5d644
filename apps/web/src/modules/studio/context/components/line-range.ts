import type { LineRange } from '@promptvault/context';

/** A click on a line number: the first sets one line, with Shift the range reaches from the first to here. */
export function clickLine(
  range: LineRange | undefined,
  line: number,
  isExtending: boolean,
): LineRange | undefined {
  if (isExtending && range) {
    const anchor = line < range.from ? range.to : range.from;
    return { from: Math.min(anchor, line), to: Math.max(anchor, line) };
  }
  const isOnlyThis = range?.from === line && range.to === line;
  return isOnlyThis ? undefined : { from: line, to: line };
}

/** Two typed numbers as a range of a file with so many lines; undefined when they are none. */
export function typedRange(from: string, to: string, lines: number): LineRange | undefined {
  const range = { from: Number(from), to: Number(to) };
  const isWhole = Number.isInteger(range.from) && Number.isInteger(range.to);
  const isInside = range.from >= 1 && range.from <= range.to && range.to <= lines;
  return from.trim() !== '' && to.trim() !== '' && isWhole && isInside ? range : undefined;
}
