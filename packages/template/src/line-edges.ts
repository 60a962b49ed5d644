/**
 * Standalone tags: a tag that is alone on its line takes the line with it. These functions look at the
 * raw source around a tag; a tag that shares its line with another tag sees that tag's characters and is
 * therefore not alone.
 */

/** Start of the line when only spaces and tabs lie between it and `offset`; otherwise undefined. */
export function findBlankLineStart(source: string, offset: number): number | undefined {
  let at = offset;
  while (at > 0 && isBlank(source.charCodeAt(at - 1))) at -= 1;
  return isLineStart(source, at) ? at : undefined;
}

/** Offset after the line end when only spaces and tabs lie between it and `offset`; otherwise undefined. */
export function findBlankLineEnd(source: string, offset: number): number | undefined {
  let at = offset;
  while (at < source.length && isBlank(source.charCodeAt(at))) at += 1;
  if (at === source.length) return at;
  if (source.startsWith('\r\n', at)) return at + 2;
  return source.charCodeAt(at) === 10 ? at + 1 : undefined;
}

export function isLineStart(source: string, offset: number): boolean {
  return offset === 0 || source.charCodeAt(offset - 1) === 10;
}

/** Whitespace that begins the first non-blank line of `source` from `from` to `to`, if there is one. */
export function findInnerIndentation(source: string, from: number, to: number): string | undefined {
  let lineStart = from;
  for (let at = from; at < to; at += 1) {
    const code = source.charCodeAt(at);
    if (code === 10) lineStart = at + 1;
    else if (code !== 13 && !isBlank(code)) return source.slice(lineStart, at);
  }
  return undefined;
}

export function isBlank(code: number): boolean {
  return code === 32 || code === 9;
}
