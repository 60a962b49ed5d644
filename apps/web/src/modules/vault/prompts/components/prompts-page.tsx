import { useRouter } from '@tanstack/react-router';
import { EllipsisVertical, FileText, SearchX } from 'lucide-react';
import { useMemo } from 'react';
import { Page } from '../../../../shell/page.tsx';
import { ButtonLink } from '../../../../shell/page-link.tsx';
import { useMay } from '../../../../shell/session.ts';
import { Button } from '../../../../ui/button.tsx';
import { DataTable } from '../../../../ui/data-table.tsx';
import { EmptyState } from '../../../../ui/empty-state.tsx';
import { ErrorState } from '../../../../ui/error-state.tsx';
import { IconButton } from '../../../../ui/icon-button.tsx';
import { Menu } from '../../../../ui/menu.tsx';
import { SkeletonRows } from '../../../../ui/skeleton.tsx';
import { usePromptList } from '../api/prompt-list.ts';
import { useEffectivenessLive } from '../api/use-effectiveness-live.ts';
import { usePeopleHere } from '../api/use-people-here.ts';
import { usePromptActions } from '../api/use-prompt-actions.ts';
import { t } from '../messages.ts';
import { frameText } from '../state/frame-text.ts';
import { promptAddress } from '../state/prompt-address.ts';
import { isDescending, isNarrowed, type PromptSearch, type PromptSort } from '../state/prompt-search.ts';
import { toggleSelected, useSelection } from '../state/selection.ts';
import { BringButton } from './bring-button.tsx';
import { NewPromptButton } from './new-prompt-button.tsx';
import { promptColumns } from './prompt-columns.tsx';
import { PromptFilters } from './prompt-filters.tsx';
import { SelectionBar } from './selection-bar.tsx';

type PromptsPageProps = { search: PromptSearch; onSearch: (search: PromptSearch) => void };

/** All prompts one may see, narrowed by what the address says. */
export function PromptsPage({ search, onSearch }: PromptsPageProps) {
  const router = useRouter();
  const may = useMay();
  const actions = usePromptActions();
  const selected = useSelection();
  const { rows, total, error, isFetching, isPlaceholderData, refetch, fetchNextPage, hasNextPage } =
    usePromptList(search);
  const here = usePeopleHere();
  useEffectivenessLive();
  const columns = promptColumns({ actions, selected, here });
  const marked = useMemo(() => rows?.filter(({ id }) => selected.has(id)) ?? [], [rows, selected]);
  // Other filters make another list with a place of its own; sorting keeps the list, so that the focus stays.
  const { sort: _sort, direction: _direction, ...filters } = search;
  const place = `prompts ${JSON.stringify(filters)}`;
  const change = (next: Partial<PromptSearch>) => onSearch({ ...search, ...next });
  const clear = () => onSearch({ sort: search.sort, direction: search.direction });
  return (
    <Page
      title={frameText('prompts')}
      layout="fill"
      actions={
        <>
          <BringButton />
          {may('organization.read') && (
            <ButtonLink to="/prompts/trash" kind="quiet" className="max-md:hidden">
              {t('trash')}
            </ButtonLink>
          )}
          {may('prompt.import') && (
            <ButtonLink to="/prompts/import" className="max-md:hidden">
              {t('import')}
            </ButtonLink>
          )}
          <DescribeLink className="max-md:hidden" />
          <NewPromptButton />
          <PhoneMenu />
        </>
      }
      bar={<PromptFilters search={search} onChange={change} onClear={clear} count={countOf(total)} />}
    >
      {error && !rows ? (
        <ErrorState
          title={t('failed')}
          reason={error.message}
          onRetry={() => void refetch()}
          retrying={isFetching}
        />
      ) : !rows ? (
        <SkeletonRows rows={20} />
      ) : rows.length === 0 && !isPlaceholderData ? (
        <Nothing search={search} onClear={clear} />
      ) : (
        <DataTable
          main
          label={frameText('prompts')}
          className="flex-1"
          key={place}
          memory={place}
          rows={rows}
          columns={columns}
          keyOf={({ id }) => id}
          onOpen={({ id }) => void router.navigate({ href: promptAddress(id) })}
          onToggle={({ id }) => toggleSelected(id)}
          isSelected={({ id }) => selected.has(id)}
          onEndNear={() => {
            if (hasNextPage && !isFetching) void fetchNextPage();
          }}
          sort={{ key: search.sort ?? 'updated', descending: isDescending(search) }}
          onSort={({ key, descending }) =>
            change({ sort: key as PromptSort, direction: descending ? 'desc' : 'asc' })
          }
        />
      )}
      {marked.length > 0 && <SelectionBar prompts={marked} actions={actions} />}
    </Page>
  );
}

/** On a phone: the ways for which there is no room beside the title. */
function PhoneMenu() {
  const router = useRouter();
  const may = useMay();
  const go = (label: string, to: string) => ({ label, onSelect: () => void router.navigate({ href: to }) });
  const items = [
    ...(may('prompt.create') && may('run.create') ? [go(t('describe'), '/prompts/describe')] : []),
    ...(may('prompt.import') ? [go(t('import'), '/prompts/import')] : []),
    ...(may('organization.read') ? [go(t('trash'), '/prompts/trash')] : []),
    ...(may('tag.manage') ? [go(frameText('tags'), '/settings/tags')] : []),
  ];
  if (items.length === 0) return null;
  return (
    <span className="md:hidden">
      <Menu
        label={t('morePages')}
        align="end"
        items={items}
        trigger={(props) => <IconButton {...props} label={t('morePages')} icon={<EllipsisVertical />} />}
      />
    </span>
  );
}

/** The server counts up to 10,001 and then says no more. */
function countOf(total: number | null): string | undefined {
  if (total === null) return undefined;
  return total > 10_000 ? t('countMany', { count: 10_000 }) : t('countOf', { count: total });
}

function Nothing({ search, onClear }: { search: PromptSearch; onClear: () => void }) {
  const may = useMay();
  const { archived, ...others } = search;
  if (archived && !isNarrowed(others))
    return (
      <EmptyState
        icon={<FileText />}
        title={t('emptyArchive')}
        hint={t('emptyArchiveHint')}
        action={<ButtonLink to="/prompts/trash">{t('trash')}</ButtonLink>}
      />
    );
  if (isNarrowed(search))
    return (
      <EmptyState
        icon={<SearchX />}
        title={t('emptyFiltered')}
        hint={t('emptyFilteredHint')}
        action={<Button onClick={onClear}>{t('clearFilters')}</Button>}
      />
    );
  return (
    <EmptyState
      icon={<FileText />}
      title={t('emptyTitle')}
      hint={t('emptyHint')}
      action={
        <>
          {may('prompt.import') && <ButtonLink to="/prompts/import">{t('importCsv')}</ButtonLink>}
          <DescribeLink />
          <NewPromptButton />
        </>
      }
    />
  );
}

/** The way to a prompt that a model writes; nothing for those who may not. */
function DescribeLink({ className }: { className?: string }) {
  const may = useMay();
  if (!may('prompt.create') || !may('run.create')) return null;
  return (
    <ButtonLink to="/prompts/describe" search={{}} className={className}>
      {t('describe')}
    </ButtonLink>
  );
}
