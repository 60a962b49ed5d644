import { lazy, Suspense } from 'react';
import { classes } from './classes.ts';

const MarkdownBody = lazy(() =>
  import('./markdown-body.tsx').then((file) => ({ default: file.MarkdownBody })),
);

/** Markdown as a formatted text: sanitised, without pictures from elsewhere. The source stands in until it is ready. */
export function MarkdownView({ text, className }: { text: string; className?: string }) {
  return (
    <div className={classes('min-w-0 wrap-anywhere', className)}>
      <Suspense fallback={<p className="max-w-prose whitespace-pre-wrap">{text}</p>}>
        <MarkdownBody text={text} />
      </Suspense>
    </div>
  );
}
