import { highlight, type TagKind } from '@promptvault/template';
import { type ReactNode, useMemo } from 'react';
import '../../../../ui/editor/editor.css';

const looks: Record<TagKind, string> = {
  variable: 'pv-variable',
  raw: 'pv-variable',
  section: 'pv-block',
  inverted: 'pv-block',
  close: 'pv-block',
  block: 'pv-block',
  partial: 'pv-partial',
  parent: 'pv-partial',
  comment: 'pv-comment',
  delimiter: 'pv-comment',
  error: 'pv-unknown',
};

type TaggedTextProps = { text: string; delimiters: [string, string] | null };

/** A prompt's text for reading, its tags coloured as in the editor. */
export function TaggedText({ text, delimiters }: TaggedTextProps) {
  const pieces = useMemo(() => {
    const made: ReactNode[] = [];
    let at = 0;
    for (const { from, to, kind } of highlight(text, delimiters)) {
      made.push(
        text.slice(at, from),
        <span key={from} className={looks[kind]}>
          {text.slice(from, to)}
        </span>,
      );
      at = to;
    }
    return [...made, text.slice(at)];
  }, [text, delimiters]);
  return <p className="font-mono leading-6 whitespace-pre-wrap wrap-anywhere">{pieces}</p>;
}
