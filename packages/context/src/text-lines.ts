/** 1-based and inclusive, like the line numbers beside an editor. */
export type LineRange = { from: number; to: number };

/** Number of lines; a final line end does not begin another line. */
export function countLines(text: string): number {
  if (text === '') return 0;
  let lines = text.endsWith('\n') ? 0 : 1;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lines++;
  return lines;
}

/** Brings a range into a text's lines; undefined when it lies wholly outside or is not made of whole numbers. */
export function clampRange(range: LineRange, lines: number): LineRange | undefined {
  if (!Number.isInteger(range.from) || !Number.isInteger(range.to)) return undefined;
  const from = Math.max(1, Math.min(range.from, range.to));
  const to = Math.min(lines, Math.max(range.from, range.to));
  return from > to ? undefined : { from, to };
}

/** The lines of a range without the last one's line end; line ends inside stay as they are. */
export function sliceLines(text: string, range: LineRange): string {
  const start = startOfLine(text, range.from, 0, 1);
  const afterLast = startOfLine(text, range.to + 1, start, range.from);
  return text.slice(start, afterLast).replace(/\r?\n$/, '');
}

function startOfLine(text: string, line: number, knownOffset: number, knownLine: number): number {
  let offset = knownOffset;
  for (let current = knownLine; current < line; current++) {
    const end = text.indexOf('\n', offset);
    if (end < 0) return text.length;
    offset = end + 1;
  }
  return offset;
}
