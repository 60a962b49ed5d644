import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Activity, Search, SearchX } from 'lucide-react';
import { useEffect, useEffectEvent, useState } from 'react';
import { Page } from '../../../../shell/page.tsx';
import { Button } from '../../../../ui/button.tsx';
import { EmptyState } from '../../../../ui/empty-state.tsx';
import { ErrorState } from '../../../../ui/error-state.tsx';
import { Select } from '../../../../ui/select.tsx';
import { SkeletonRows } from '../../../../ui/skeleton.tsx';
import { TextField } from '../../../../ui/text-field.tsx';
import { activityQuery, useActivityLive } from '../api/activity.ts';
import { mentionsQuery } from '../api/threads.ts';
import { t } from '../messages.ts';
import { type ActivitySearch, isFiltered } from '../state/activity-search.ts';
import { frameText } from '../state/frame-text.ts';
import { ActivityList } from './activity-list.tsx';

type ActivityPageProps = { search: ActivitySearch; onSearch: (search: ActivitySearch) => void };

/** What happened in the organization, as far as one may know. */
export function ActivityPage({ search, onSearch }: ActivityPageProps) {
  const query = useInfiniteQuery(activityQuery(search));
  useActivityLive();
  const entries = query.data?.pages.flatMap(({ items }) => items);
  return (
    <Page title={frameText('activity')} bar={<ActivityFilters search={search} onChange={onSearch} />}>
      {query.error && !entries ? (
        <ErrorState
          title={t('activityFailed')}
          reason={query.error.message}
          onRetry={() => void query.refetch()}
          retrying={query.isFetching}
        />
      ) : !entries ? (
        <SkeletonRows rows={10} />
      ) : entries.length === 0 && !query.hasNextPage ? (
        isFiltered(search) ? (
          <EmptyState
            icon={<SearchX />}
            title={t('noActivityMatches')}
            action={<Button onClick={() => onSearch({})}>{t('clearFilters')}</Button>}
          />
        ) : (
          <EmptyState icon={<Activity />} title={t('noActivity')} hint={t('noActivityHint')} />
        )
      ) : (
        <div className="mx-auto w-full max-w-240 py-3">
          <ActivityList entries={entries} label={frameText('activity')} />
          {query.hasNextPage && (
            <div className="flex justify-center p-3">
              <Button
                size="small"
                kind="quiet"
                busy={query.isFetchingNextPage}
                onClick={() => void query.fetchNextPage()}
              >
                {t('more')}
              </Button>
            </div>
          )}
        </div>
      )}
    </Page>
  );
}

const kinds = ['prompt', 'comment', 'suggestion', 'review', 'run', 'member', 'import'] as const;
const kindNames: Record<(typeof kinds)[number], () => string> = {
  prompt: () => t('kindPrompt'),
  comment: () => t('kindComment'),
  suggestion: () => t('kindSuggestion'),
  review: () => t('kindReview'),
  run: () => t('kindRun'),
  member: () => t('kindMember'),
  import: () => t('kindImport'),
};

function ActivityFilters({
  search,
  onChange,
}: {
  search: ActivitySearch;
  onChange: (s: ActivitySearch) => void;
}) {
  const people = useQuery({ ...mentionsQuery(''), select: ({ items }) => items });
  const set = (change: ActivitySearch) => onChange({ ...search, ...change });
  return (
    // biome-ignore lint/a11y/useSemanticElements: a search element is not yet known to every reader
    <div
      role="search"
      aria-label={t('activityFilters')}
      className="flex min-w-0 flex-1 flex-wrap items-center gap-2"
    >
      <WordsFilter
        key={search.q ?? ''}
        initial={search.q ?? ''}
        onChange={(q) => set({ q: q || undefined })}
      />
      <Select
        label={t('filterKind')}
        hideLabel
        className="w-36"
        placeholder={t('anyKind')}
        value={search.kind ?? ''}
        onChange={(event) => set({ kind: event.target.value || undefined })}
        options={kinds.map((kind) => ({ value: kind, label: kindNames[kind]() }))}
      />
      <Select
        label={t('filterPerson')}
        hideLabel
        className="w-36"
        placeholder={t('anyone')}
        value={search.person ?? ''}
        onChange={(event) => set({ person: event.target.value || undefined })}
        options={(people.data ?? []).map(({ id, name }) => ({ value: id, label: name }))}
      />
      <TextField
        label={t('since')}
        hideLabel
        title={t('since')}
        type="date"
        className="w-36"
        value={search.since ?? ''}
        onChange={(event) => set({ since: event.target.value || undefined })}
      />
      <TextField
        label={t('until')}
        hideLabel
        title={t('until')}
        type="date"
        className="w-36"
        value={search.until ?? ''}
        onChange={(event) => set({ until: event.target.value || undefined })}
      />
      {isFiltered(search) && (
        <Button size="small" kind="quiet" onClick={() => onChange({})}>
          {t('clearFilters')}
        </Button>
      )}
    </div>
  );
}

const pause = 300;

/** Asks a moment after the last key, so that typing does not ask for every letter. */
function WordsFilter({ initial, onChange }: { initial: string; onChange: (text: string) => void }) {
  const [text, setText] = useState(initial);
  const tell = useEffectEvent(() => onChange(text.trim()));
  useEffect(() => {
    if (text.trim() === initial) return;
    const timer = setTimeout(() => tell(), pause);
    return () => clearTimeout(timer);
  }, [text, initial]);
  return (
    <TextField
      label={t('filterWords')}
      hideLabel
      placeholder={t('filterWords')}
      icon={<Search />}
      className="w-56 max-md:w-full"
      value={text}
      onChange={(event) => setText(event.target.value)}
    />
  );
}
