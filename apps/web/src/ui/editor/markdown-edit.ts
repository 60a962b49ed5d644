/**
 * Markdown by keys: each function takes a text and a selection and says what to change. Pressing a key again
 * takes the marks away.
 */

export type TextEdit = { from: number; to: number; insert: string };
export type MarkdownEdit = { changes: TextEdit[]; from: number; to: number };
export type Selected = { text: string; from: number; to: number };

/** Puts marks around the selection, or removes those inside or around it. */
export function toggleMark({ text, from, to }: Selected, mark: string): MarkdownEdit {
  const size = mark.length;
  const inside = text.slice(from, to);
  if (
    text.slice(from - size, from) === mark &&
    text.slice(to, to + size) === mark &&
    !isLonger(text, from, to, mark)
  )
    return {
      changes: [
        { from: from - size, to: from, insert: '' },
        { from: to, to: to + size, insert: '' },
      ],
      from: from - size,
      to: to - size,
    };
  if (inside.length >= 2 * size && inside.startsWith(mark) && inside.endsWith(mark) && mark.length > 1)
    return {
      changes: [
        { from, to: from + size, insert: '' },
        { from: to - size, to, insert: '' },
      ],
      from,
      to: to - 2 * size,
    };
  return {
    changes: [
      { from, to: from, insert: mark },
      { from: to, to, insert: mark },
    ],
    from: from + size,
    to: to + size,
  };
}

/** Whether the one-sign mark found is only half of a longer one: the `*` of `**`. */
const isLonger = (text: string, from: number, to: number, mark: string) =>
  mark.length === 1 && text[from - 2] === mark && text[to + 1] === mark && text[from - 3] !== mark;

/** Makes the selection the text of a link and selects the address. */
export function makeLink({ text, from, to }: Selected): MarkdownEdit {
  const label = text.slice(from, to);
  const address = 'https://';
  const start = from + label.length + 3;
  return {
    changes: [{ from, to, insert: `[${label}](${address})` }],
    from: start,
    to: start + address.length,
  };
}

export type LineMark = 'bullet' | 'number' | 'quote' | 'heading';

const lineMarks: Record<LineMark, { pattern: RegExp; write: (line: number) => string }> = {
  bullet: { pattern: /^[-*+] /, write: () => '- ' },
  number: { pattern: /^\d+[.)] /, write: (line) => `${line + 1}. ` },
  quote: { pattern: /^> ?/, write: () => '> ' },
  heading: { pattern: /^#{1,6} /, write: () => '## ' },
};

/** Begins every selected line with a mark, or removes it where all have it. Empty lines between stay empty. */
export function toggleLines({ text, from, to }: Selected, kind: LineMark): MarkdownEdit {
  const { pattern, write } = lineMarks[kind];
  const start = text.lastIndexOf('\n', from - 1) + 1;
  const next = text.indexOf('\n', to);
  const end = next < 0 ? text.length : next;
  const lines = text.slice(start, end).split('\n');
  const written = lines.filter((line) => line.trim() !== '' || lines.length === 1);
  const remove = written.every((line) => pattern.test(line));
  let counted = 0;
  const changed = lines.map((line) => {
    if (line.trim() === '' && lines.length > 1) return line;
    if (remove) return line.replace(pattern, '');
    counted += 1;
    return write(counted - 1) + line.replace(pattern, '');
  });
  const insert = changed.join('\n');
  return {
    changes: [{ from: start, to: end, insert }],
    from: lines.length > 1 ? start : Math.max(start, from + insert.length - (end - start)),
    to: to + insert.length - (end - start),
  };
}
