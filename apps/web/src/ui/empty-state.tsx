import type { ReactNode } from 'react';
import { classes } from './classes.ts';

type EmptyStateProps = {
  icon?: ReactNode;
  title: string;
  hint?: ReactNode;
  /** The button that does what comes next. */
  action?: ReactNode;
  /** For a part of a page rather than all of it. */
  compact?: boolean;
  className?: string;
};

export function EmptyState({ icon, title, hint, action, compact, className }: EmptyStateProps) {
  return (
    <div
      className={classes(
        'grid place-content-center justify-items-center gap-1 px-6 text-center',
        compact ? 'py-5' : 'py-16',
        className,
      )}
    >
      {icon && !compact && (
        <span className="mb-3 grid size-10 place-items-center rounded-xl border border-line bg-panel text-ink-3 [&_svg]:size-5 [&_svg]:stroke-[1.5]">
          {icon}
        </span>
      )}
      <h2 className={compact ? 'font-medium' : 'text-14 font-semibold'}>{title}</h2>
      {hint && (
        <p className={classes('max-w-[52ch] text-pretty', compact ? 'text-12 text-ink-3' : 'text-ink-2')}>
          {hint}
        </p>
      )}
      {action && <div className="mt-4 flex flex-wrap justify-center gap-2">{action}</div>}
    </div>
  );
}
