/** A text in its order, with the passages of it that have something said beside them. */
export type TextPiece<Mark> = { from: number; text: string; mark: Mark | undefined };

/** Marks lie one after the other and do not overlap; what lies beyond the end is cut off. */
export function markText<Mark extends { from: number; to: number }>(
  text: string,
  marks: readonly Mark[],
): TextPiece<Mark>[] {
  const pieces: TextPiece<Mark>[] = [];
  let at = 0;
  const add = (to: number, mark: Mark | undefined) => {
    if (to > at) pieces.push({ from: at, text: text.slice(at, to), mark });
    at = Math.max(at, to);
  };
  for (const mark of marks) {
    if (mark.from >= text.length) break;
    add(mark.from, undefined);
    add(Math.min(mark.to, text.length), mark);
  }
  add(text.length, undefined);
  return pieces;
}
