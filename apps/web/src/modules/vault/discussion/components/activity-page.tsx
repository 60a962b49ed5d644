import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Activity, SearchX } from 'lucide-react';
import { Page } from '../../../../shell/page.tsx';
import { Button } from '../../../../ui/button.tsx';
import { EmptyState } from '../../../../ui/empty-state.tsx';
import { ErrorState } from '../../../../ui/error-state.tsx';
import { FilterBar } from '../../../../ui/filter-bar.tsx';
import { LoadMore } from '../../../../ui/load-more.tsx';
import { Select } from '../../../../ui/select.tsx';
import { SkeletonRows } from '../../../../ui/skeleton.tsx';
import { TextField } from '../../../../ui/text-field.tsx';
import { WordsFilter } from '../../../../ui/words-filter.tsx';
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
          <LoadMore label={t('more')} query={query} />
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
    <FilterBar
      label={t('activityFilters')}
      clear={isFiltered(search) ? { label: t('clearFilters'), onClear: () => onChange({}) } : undefined}
    >
      <WordsFilter
        label={t('filterWords')}
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
      {(['since', 'until'] as const).map((end) => (
        <TextField
          key={end}
          label={t(end)}
          hideLabel
          title={t(end)}
          type="date"
          className="w-36"
          value={search[end] ?? ''}
          onChange={(event) => set({ [end]: event.target.value || undefined })}
        />
      ))}
    </FilterBar>
  );
}
