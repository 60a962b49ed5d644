import { uiText as t } from '../messages/interface-text.ts';
import { classes } from './classes.ts';

/** The grey shape of what is coming. */
export function Skeleton({ className }: { className?: string }) {
  return <span aria-hidden="true" className={classes('shimmer block h-3 rounded-sm', className)} />;
}

const widths = ['w-2/5', 'w-3/5', 'w-1/3', 'w-1/2', 'w-1/4'];

/** Rows of a list that is loading. */
export function SkeletonRows({ rows = 8, className }: { rows?: number; className?: string }) {
  return (
    <div role="status" aria-label={t('loading')} className={className}>
      {Array.from({ length: rows }, (_, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the rows are alike and never move
        <div key={row} className="flex h-9 items-center gap-4 border-b border-line px-4">
          <Skeleton className="w-4" />
          <Skeleton className={widths[row % widths.length]} />
          <span className="flex-1" />
          <Skeleton className="w-14" />
        </div>
      ))}
    </div>
  );
}
