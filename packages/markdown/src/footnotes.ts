import type { Env, MarkdownIt } from 'markdown-it';

/**
 * Footnotes: `[^1]: text` is a paragraph that begins with its mark, and `[^1]` elsewhere the same mark, where there is
 * such a note. Without this a note would be read as the address of a link, and vanish.
 */
export function footnotes(md: MarkdownIt): void {
  /** The notes of a text, by what is kept while it is read. */
  const known = new WeakMap<Env, Set<string>>();
  const note = /^\[\^([^\]\s]{1,40})\]:[ \t]*(?=\S)/;
  const mark = /\[\^([^\]\s]{1,40})\]/y;
  md.block.ruler.before(
    'reference',
    'footnote',
    (state, startLine, _endLine, silent) => {
      if ((state.sCount[startLine] ?? 0) - state.blkIndent >= 4) return false;
      const from = (state.bMarks[startLine] ?? 0) + (state.tShift[startLine] ?? 0);
      const line = state.src.slice(from, state.eMarks[startLine]);
      const found = note.exec(line);
      if (!found) return false;
      if (silent) return true;
      known.set(state.env, (known.get(state.env) ?? new Set()).add(String(found[1])));
      state.line = startLine + 1;
      state.push('paragraph_open', 'p', 1);
      const inline = state.push('inline', '', 0);
      inline.content = `[^${found[1]}] ${line.slice(found[0].length)}`;
      inline.map = [startLine, state.line];
      inline.children = [];
      state.push('paragraph_close', 'p', -1);
      return true;
    },
    { alt: ['paragraph'] },
  );
  md.inline.ruler.before('link', 'footnote_mark', (state, silent) => {
    mark.lastIndex = state.pos;
    const found = mark.exec(state.src);
    if (!found || !known.get(state.env)?.has(String(found[1]))) return false;
    if (!silent) {
      state.push('footnote_open', 'sup', 1);
      state.push('text', '', 0).content = String(found[1]);
      state.push('footnote_close', 'sup', -1);
    }
    state.pos += found[0].length;
    return true;
  });
}
