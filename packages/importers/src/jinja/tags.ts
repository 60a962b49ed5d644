/** The tags of a text in Jinja or Nunjucks, found in one go however many of them are never closed. */

export interface JinjaTag {
  index: number;
  whole: string;
  /** What stands in `{{ }}`. */
  output?: string;
  /** What stands in `{% %}`. */
  statement?: string;
}

const closers: Readonly<Record<string, string>> = { '{{': '}}', '{%': '%}', '{#': '#}' };
/** What is longer is kept as text: nobody writes such a tag, and those who read it go through it many times. */
const longestTag = 5_000;
const opener = /\{[{%#]/g;

export function* jinjaTags(source: string): Generator<JinjaTag, void> {
  /** Where each kind of closer was last looked for and found; -1 where none comes any more. */
  const nextOf: Record<string, number> = {};
  let from = 0;
  for (const { 0: open, index } of source.matchAll(opener)) {
    if (index < from) continue;
    const closer = closers[open] ?? '';
    const known = nextOf[closer];
    const start = index + 2 + (source[index + 2] === '-' && open !== '{#' ? 1 : 0);
    const end =
      known === -1 || (known !== undefined && known >= start) ? known : source.indexOf(closer, start);
    nextOf[closer] = end;
    if (end === -1 || (open !== '{#' && end - start > longestTag)) continue;
    from = end + 2;
    const inner = source.slice(start, source[end - 1] === '-' && end - 1 >= start ? end - 1 : end);
    yield {
      index,
      whole: source.slice(index, from),
      ...(open === '{{' && { output: inner }),
      ...(open === '{%' && { statement: inner }),
    };
  }
}
