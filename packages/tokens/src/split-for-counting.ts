/** Longest text that is handed to the encoder at once: its merge is quadratic on an unbroken run. */
export const PIECE_LENGTH = 2_000;

/** Length of a piece where a run offers no safe place to cut; shorter, since each costs length squared. */
const FORCED_PIECE_LENGTH = 500;

const LETTER_OR_DIGIT = /[\p{L}\p{N}]/u;
const SPACE_OR_MARK = /[\s\p{P}\p{S}]/u;

/**
 * Both OpenAI encodings first split a text into words and merge only inside a word. No word of theirs holds a
 * letter or digit followed by a space or punctuation, the apostrophe of a contraction excepted; nor a line end
 * followed by a letter or digit. Cut there, the pieces count exactly like the whole.
 */
function isSafeCut(text: string, at: number): boolean {
  const before = text.charAt(at - 1);
  const after = text.charAt(at);
  if (after === "'") return false;
  if (LETTER_OR_DIGIT.test(before)) return SPACE_OR_MARK.test(after);
  return before === '\n' && LETTER_OR_DIGIT.test(after);
}

function splitsSurrogatePair(text: string, at: number): boolean {
  const before = text.charCodeAt(at - 1);
  const after = text.charCodeAt(at);
  return before >= 0xd800 && before <= 0xdbff && after >= 0xdc00 && after <= 0xdfff;
}

/** Calls `visit` with each piece in order; answers whether every cut was safe, so that the sum is exact. */
export function splitForCounting(text: string, visit: (piece: string) => void): boolean {
  let exact = true;
  let from = 0;
  while (text.length - from > PIECE_LENGTH) {
    let to = from + PIECE_LENGTH;
    while (to > from && !isSafeCut(text, to)) to--;
    if (to === from) {
      to = from + FORCED_PIECE_LENGTH;
      if (splitsSurrogatePair(text, to)) to--;
      exact = false;
    }
    visit(text.slice(from, to));
    from = to;
  }
  const rest = text.slice(from);
  if (rest !== '') visit(rest);
  return exact;
}
