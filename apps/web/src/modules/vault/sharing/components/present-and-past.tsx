import type { useInfiniteQuery } from '@tanstack/react-query';
import type { ReactElement, ReactNode } from 'react';
import { Button } from '../../../../ui/button.tsx';
import { EmptyState } from '../../../../ui/empty-state.tsx';
import { ErrorState } from '../../../../ui/error-state.tsx';
import { SettingsSection } from '../../../../ui/settings-section.tsx';
import { SkeletonRows } from '../../../../ui/skeleton.tsx';
import { t } from '../messages.ts';

type Shared = { id: string };
type Pages<Item> = { pages: { items: Item[] }[] };

type PresentAndPastProps<Item extends Shared> = {
  title: string;
  hint: string;
  query: ReturnType<typeof useInfiniteQuery<unknown, Error, Pages<Item>>>;
  /** What still lets people outside in stands above; what did so once is folded away. */
  isPresent: (item: Item) => boolean;
  row: (item: Item) => ReactElement;
  none: { icon: ReactNode; title: string; hint: string };
  failed: string;
  past: (count: number) => string;
};

/** A list of what was shared, and of what was once. */
export function PresentAndPast<Item extends Shared>(props: PresentAndPastProps<Item>) {
  const { title, hint, query, isPresent, row, none, failed } = props;
  const items = query.data?.pages.flatMap((page) => page.items);
  const present = items?.filter(isPresent);
  const past = items?.filter((item) => !isPresent(item)) ?? [];
  return (
    <SettingsSection title={title} hint={hint}>
      {query.error && !items ? (
        <ErrorState
          title={failed}
          reason={query.error.message}
          onRetry={() => void query.refetch()}
          retrying={query.isFetching}
        />
      ) : !present ? (
        <SkeletonRows rows={3} />
      ) : present.length === 0 ? (
        <EmptyState className="rounded-lg border border-dashed border-edge py-8" {...none} />
      ) : (
        <ul className="rounded-lg border border-line bg-panel">{present.map(row)}</ul>
      )}
      {past.length > 0 && (
        <details className="mt-4">
          <summary className="w-fit rounded-xs text-ink-3 hover:text-ink">{props.past(past.length)}</summary>
          <ul className="mt-2 rounded-lg border border-line">{past.map(row)}</ul>
        </details>
      )}
      {query.hasNextPage && (
        <Button className="mt-3" busy={query.isFetching} onClick={() => void query.fetchNextPage()}>
          {t('more')}
        </Button>
      )}
    </SettingsSection>
  );
}
