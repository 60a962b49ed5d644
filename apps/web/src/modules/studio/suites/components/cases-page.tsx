import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import { Download, FileUp, ListPlus, Plus, Sparkles } from 'lucide-react';
import { useState } from 'react';
import { Page } from '../../../../shell/page.tsx';
import { ButtonLink } from '../../../../shell/page-link.tsx';
import { useMay } from '../../../../shell/session.ts';
import { Button } from '../../../../ui/button.tsx';
import { Chip, ChipToggle } from '../../../../ui/chip.tsx';
import { type Column, DataTable } from '../../../../ui/data-table.tsx';
import { EmptyState } from '../../../../ui/empty-state.tsx';
import { ErrorState } from '../../../../ui/error-state.tsx';
import { FilterBar } from '../../../../ui/filter-bar.tsx';
import { IconButton } from '../../../../ui/icon-button.tsx';
import { LoadMore } from '../../../../ui/load-more.tsx';
import { ProblemMessage } from '../../../../ui/problem-message.tsx';
import { saveText } from '../../../../ui/save-text.ts';
import { Select } from '../../../../ui/select.tsx';
import { SkeletonRows } from '../../../../ui/skeleton.tsx';
import { toast } from '../../../../ui/toast-store.ts';
import { WordsFilter } from '../../../../ui/words-filter.tsx';
import {
  type CaseSet,
  caseSetQuery,
  casesKey,
  casesQuery,
  exportCases,
  type TestCase,
} from '../api/cases.ts';
import { t } from '../state/case-messages.ts';
import type { CaseSearch } from '../state/case-search.ts';
import { frameText } from '../state/frame-text.ts';
import { CaseDialog } from './case-dialog.tsx';
import { ImportDialog } from './import-dialog.tsx';

type CasesPageProps = { caseSetId: string; search: CaseSearch; onSearch: (search: CaseSearch) => void };

/** The cases of one set, as now or as of one of its versions. */
export function CasesPage({ caseSetId, ...page }: CasesPageProps) {
  const { data: set, error, refetch, isFetching } = useQuery(caseSetQuery(caseSetId));
  if (set) return <WholeSet set={set} {...page} />;
  return (
    <Page title={t('title')} crumbs={[{ label: frameText('title'), to: '/suites' }]}>
      {error ? (
        <ErrorState
          title={t('failed')}
          reason={error.message}
          onRetry={() => void refetch()}
          retrying={isFetching}
        />
      ) : (
        <SkeletonRows rows={8} />
      )}
    </Page>
  );
}

/** So many of the newest versions are offered; an address may name any. */
const mostVersions = 50;

function WholeSet({ set, search, onSearch }: Omit<CasesPageProps, 'caseSetId'> & { set: CaseSet }) {
  const queries = useQueryClient();
  const query = useInfiniteQuery(casesQuery(set.id, search));
  const rows = query.data?.pages.flatMap(({ items }) => items);
  const [opened, setOpened] = useState<TestCase | 'new'>();
  const [imports, setImports] = useState(false);
  const isOld = search.version !== undefined && search.version < set.version;
  const mayWrite = useMay()('case.write') && !isOld;
  const isNarrowed = search.q !== undefined || search.tag !== undefined;
  const clear = () => onSearch(search.version === undefined ? {} : { version: search.version });
  const changed = () => queries.invalidateQueries({ queryKey: casesKey });
  const versions = Array.from(
    { length: Math.min(mostVersions, set.version) },
    (_, index) => set.version - 1 - index,
  );
  const shownVersion = isOld ? search.version : undefined;
  const download = () =>
    exportCases(set.id).then(
      ({ fileName, csv }) => saveText(fileName, 'text/csv', csv),
      (error: Error) => toast({ tone: 'bad', text: t('exportFailed', { reason: error.message }) }),
    );
  const add = mayWrite && (
    <>
      <ButtonLink to="/suites/cases/$caseSetId/propose" params={{ caseSetId: set.id }}>
        <Sparkles aria-hidden="true" />
        <span className="max-md:sr-only">{t('propose')}</span>
      </ButtonLink>
      <Button icon={<FileUp />} onClick={() => setImports(true)}>
        <span className="max-md:sr-only">{t('importCsv')}</span>
      </Button>
      <Button kind="primary" icon={<Plus />} onClick={() => setOpened('new')}>
        {t('add')}
      </Button>
    </>
  );
  return (
    <Page
      title={set.name}
      crumbs={[
        { label: frameText('title'), to: '/suites' },
        { label: t('sets'), to: `/suites/cases?prompt=${set.promptId}` },
      ]}
      layout="fill"
      facts={<Chip>{t('caseCount', { count: set.cases })}</Chip>}
      actions={
        <>
          {set.cases > 0 && (
            <IconButton label={t('exportCsv')} icon={<Download />} onClick={() => void download()} />
          )}
          {add}
        </>
      }
      bar={
        <FilterBar
          label={t('filters')}
          clear={isNarrowed ? { label: t('clear'), onClear: clear } : undefined}
        >
          <WordsFilter
            key={search.q ?? ''}
            label={t('find')}
            initial={search.q ?? ''}
            onChange={(q) => onSearch({ ...search, q: q || undefined })}
          />
          <Select
            label={t('chooseVersion')}
            hideLabel
            className="w-44 max-md:w-full"
            value={shownVersion === undefined ? '' : String(shownVersion)}
            placeholder={t('versionNow', { version: set.version })}
            options={[...new Set([...(shownVersion === undefined ? [] : [shownVersion]), ...versions])].map(
              (version) => ({ value: String(version), label: t('version', { version }) }),
            )}
            onChange={(event) =>
              onSearch({
                ...search,
                version: event.target.value === '' ? undefined : Number(event.target.value),
              })
            }
          />
          {search.tag !== undefined && (
            <ChipToggle pressed onPress={() => onSearch({ ...search, tag: undefined })}>
              {t('tag')}: {search.tag}
            </ChipToggle>
          )}
        </FilterBar>
      }
    >
      {shownVersion !== undefined && (
        <ProblemMessage
          severity="info"
          className="mx-4 mt-3"
          action={
            <Button size="small" onClick={() => onSearch({ ...search, version: undefined })}>
              {t('toNow')}
            </Button>
          }
        >
          {t('oldVersion', { version: shownVersion })}
        </ProblemMessage>
      )}
      {query.error && !rows ? (
        <ErrorState title={t('failed')} reason={query.error.message} onRetry={() => void query.refetch()} />
      ) : !rows ? (
        <SkeletonRows rows={8} />
      ) : rows.length === 0 ? (
        <EmptyState
          icon={<ListPlus />}
          title={t(isNarrowed ? 'noneMatch' : 'none')}
          hint={t(isNarrowed ? 'noneMatchHint' : 'noneHint')}
          action={isNarrowed ? <Button onClick={clear}>{t('clear')}</Button> : add}
        />
      ) : (
        <DataTable
          main
          label={t('list')}
          rows={rows}
          keyOf={({ id }) => id}
          columns={columnsOf((tag) => onSearch({ ...search, tag }))}
          onOpen={setOpened}
          className="flex-1"
          footer={<LoadMore label={t('more')} query={query} />}
        />
      )}
      {opened && (
        <CaseDialog
          set={set}
          known={opened === 'new' ? undefined : opened}
          readOnly={!mayWrite}
          onClose={() => setOpened(undefined)}
          onChanged={() => void changed()}
        />
      )}
      {imports && <ImportDialog set={set} onClose={() => setImports(false)} onDone={() => void changed()} />}
    </Page>
  );
}

const short = (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value)).slice(0, 80);

const columnsOf = (onTag: (tag: string) => void): Column<TestCase>[] => [
  {
    key: 'name',
    title: t('columnName'),
    width: 'minmax(0,1.2fr)',
    phone: 'title',
    cell: ({ name, required }) => (
      <span className="flex min-w-0 items-center gap-2">
        <span className="truncate">{name}</span>
        {required && <Chip>{t('requiredChip')}</Chip>}
      </span>
    ),
  },
  {
    key: 'values',
    title: t('columnValues'),
    width: 'minmax(0,1.6fr)',
    cell: ({ values }) => (
      <span className="text-ink-2">
        {Object.entries(values)
          .map(([name, value]) => `${name}: ${short(value)}`)
          .join(' · ')}
      </span>
    ),
  },
  {
    key: 'expected',
    title: t('columnExpected'),
    width: 'minmax(0,1fr)',
    phone: 'hidden',
    cell: ({ expected }) => <span className="text-ink-2">{expected?.slice(0, 200)}</span>,
  },
  {
    key: 'assertions',
    title: t('columnAssertions'),
    width: 'minmax(0,0.9fr)',
    cell: ({ assertions }) => (
      <span className="text-ink-2">{assertions.map(({ kind }) => t(kind)).join(', ')}</span>
    ),
  },
  {
    key: 'tags',
    title: t('columnTags'),
    width: 'minmax(0,0.8fr)',
    phone: 'hidden',
    cell: ({ tags }) => (
      <span className="flex min-w-0 gap-1 [&>button]:min-w-0">
        {tags.map((tag) => (
          <ChipToggle key={tag} pressed={false} onPress={() => onTag(tag)}>
            {tag}
          </ChipToggle>
        ))}
      </span>
    ),
  },
  {
    key: 'weight',
    title: t('columnWeight'),
    width: '64px',
    numeric: true,
    phone: 'hidden',
    cell: ({ weight }) => weight,
  },
];
