/**
 * Cuts a growing Markdown text where blocks end, so that only the last block is read anew with each frame.
 * A cut is made only at a blank line outside a code fence and before a line that cannot belong to what stands
 * above it (a list goes on over blank lines).
 */

export type MarkdownBlocks = { settled: readonly string[]; growing: string };

const fence = /^ {0,3}(`{3,}|~{3,})/;
const goesOn = /^(?: {2,}|\t|[-*+] |\d{1,9}[.)] |>|\[|\|)/;

export function markdownBlocks(text: string): MarkdownBlocks {
  const settled: string[] = [];
  let begin = 0;
  let open: string | undefined;
  let blankAt = -1;
  for (let at = 0; at < text.length; ) {
    const newline = text.indexOf('\n', at);
    if (newline < 0) break; // The last line may still grow: nothing is cut before it is known.
    const line = text.slice(at, newline);
    if (open === undefined && blankAt >= 0 && line.trim() !== '') {
      if (!goesOn.test(line)) {
        settled.push(text.slice(begin, at));
        begin = at;
      }
      blankAt = -1;
    }
    const mark = fence.exec(line)?.[1];
    if (open !== undefined) {
      if (mark?.startsWith(open) && line.trim() === mark) open = undefined;
    } else if (mark) open = mark;
    if (open === undefined && line.trim() === '') blankAt = at;
    at = newline + 1;
  }
  return { settled, growing: text.slice(begin) };
}
