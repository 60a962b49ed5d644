import type { ReactNode } from 'react';
import { classes } from './classes.ts';

type CardProps = {
  title: string;
  hint?: ReactNode;
  /** Stands at the end of the title's line: the way to all of it. */
  action?: ReactNode;
  children: ReactNode;
  className?: string;
};

/** A framed part of a page with a title of its own. */
export function Card({ title, hint, action, children, className }: CardProps) {
  return (
    <section
      aria-label={title}
      className={classes('min-w-0 overflow-hidden rounded-lg border border-line bg-panel', className)}
    >
      <header className="flex min-h-9 items-center justify-between gap-3 border-b border-line py-1.5 pr-2 pl-4">
        <div className="min-w-0">
          <h2 className="font-semibold">{title}</h2>
          {hint && <p className="text-12 text-ink-3">{hint}</p>}
        </div>
        {action}
      </header>
      {children}
    </section>
  );
}
