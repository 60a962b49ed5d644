import type { Delimiters, Tag } from './ast.ts';
import { parse } from './parse.ts';

/**
 * Spans of the tags of a text for colouring, in order and without overlap; what lies between them is
 * plain text. `from`/`to` are UTF-16 offsets of the tag, `nameFrom`/`nameTo` of its name; `error` marks
 * what is not a valid tag. `delimiters` are those in force at the start of the text.
 */
export function highlight(source: string, delimiters?: Delimiters | null): Tag[] {
  return parse(source, { delimiters: delimiters ?? null }).tags;
}
