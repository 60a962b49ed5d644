import type { MarkdownIt } from 'markdown-it';

/** Models write `<br>` where a cell has two lines; other HTML stays what it is, text, and so does a written-out `&lt;br>`. */
export function lineBreaks(md: MarkdownIt): void {
  const tag = /<br\s{0,10}\/?>/iy;
  md.inline.ruler.before('autolink', 'line_break_tag', (state, silent) => {
    tag.lastIndex = state.pos;
    const found = tag.exec(state.src);
    if (!found) return false;
    if (!silent) state.push('hardbreak', 'br', 0);
    state.pos += found[0].length;
    return true;
  });
}
