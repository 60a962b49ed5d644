import { memo } from 'react';
import { classes } from '../../../../ui/classes.ts';
import { MarkdownView } from '../../../../ui/markdown-view.tsx';
import { markdownBlocks } from '../state/markdown-blocks.ts';

type StreamedTextProps = { text: string; formatted: boolean; streaming: boolean };

/** Reading Markdown takes time in proportion to its length: what is longer than this is shown as it came. */
const longest = 200_000;
const longestGrowing = 12_000;

/** Anything that Markdown might mean; a paragraph without it needs no reading. */
const marked = /[*_`~[\]<>|\\#&]|https?:|www\.|@|^\s|\n\s*(?:[-+=]|\d{1,9}[.)])|^(?:[-+]|\d{1,9}[.)])|\n\n/;

const cursor =
  'after:ml-0.5 after:inline-block after:h-[1.05em] after:w-[0.5em] after:animate-pulse after:bg-accent after:align-text-bottom after:content-[""]';
const cursorInside =
  '[&>.markdown>:last-child]:after:ml-0.5 [&>.markdown>:last-child]:after:inline-block [&>.markdown>:last-child]:after:h-[1.05em] [&>.markdown>:last-child]:after:w-[0.5em] [&>.markdown>:last-child]:after:animate-pulse [&>.markdown>:last-child]:after:bg-accent [&>.markdown>:last-child]:after:align-text-bottom [&>.markdown>:last-child]:after:content-[""]';

const Settled = memo(({ text }: { text: string }) => <MarkdownView text={text} />);

/** An answer as it grows, with a cursor at its end. */
export function StreamedText({ text, formatted, streaming }: StreamedTextProps) {
  if (!formatted || text.length > longest)
    return (
      <pre
        className={classes(
          'font-mono text-12 leading-5 whitespace-pre-wrap wrap-anywhere',
          streaming && cursor,
        )}
      >
        {text}
      </pre>
    );
  if (!streaming) return <Settled text={text} />;
  const { settled, growing } = markdownBlocks(text);
  return (
    <div className="grid min-w-0 gap-[0.75em]">
      {settled.map((block, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: blocks only ever join at the end
        <Settled key={index} text={block} />
      ))}
      {growing.length > longestGrowing || !marked.test(growing) ? (
        <p className={classes('max-w-prose leading-[1.6] whitespace-pre-wrap wrap-anywhere', cursor)}>
          {growing}
        </p>
      ) : (
        <MarkdownView text={growing} className={cursorInside} />
      )}
    </div>
  );
}
