import { useInfiniteQuery } from '@tanstack/react-query';
import { Ellipsis, GitBranch, GitCommitHorizontal, GitMerge } from 'lucide-react';
import { useMemo, useState } from 'react';
import { Button } from '../../../../ui/button.tsx';
import { Chip } from '../../../../ui/chip.tsx';
import { EmptyState } from '../../../../ui/empty-state.tsx';
import { ErrorState } from '../../../../ui/error-state.tsx';
import { IconButton } from '../../../../ui/icon-button.tsx';
import { List } from '../../../../ui/list.tsx';
import { Menu } from '../../../../ui/menu.tsx';
import { RelativeTime } from '../../../../ui/relative-time.tsx';
import { SkeletonRows } from '../../../../ui/skeleton.tsx';
import { graphQuery } from '../api/branches.ts';
import type { Prompt, VersionSummary } from '../api/prompt-queries.ts';
import { t } from '../messages.ts';
import { type LaneRow, versionLanes } from '../state/version-lanes.ts';
import { BranchForm } from './branch-form.tsx';
import { GraphCell } from './version-graph.tsx';
import { VersionLabels } from './version-labels.tsx';

type VersionListProps = {
  prompt: Prompt;
  branch: string;
  base: number | undefined;
  shown: number | undefined;
  mayBranch: boolean;
  onView: (version: number) => void;
  onCompare: (version: number, against: number | 'draft') => void;
  onBranch: (name: string) => void;
  onRestore: ((version: number) => void) | undefined;
};

/** The versions of all branches with the lines between them, the newest first. */
export function VersionList(props: VersionListProps) {
  const { prompt, base, shown, onView, onBranch } = props;
  const { data, error, isPending, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } =
    useInfiniteQuery(graphQuery(prompt.id));
  const [branchingFrom, setBranchingFrom] = useState<number>();
  const versions = useMemo(() => data?.pages.flatMap(({ items }) => items) ?? [], [data]);
  const branches = data?.pages[0]?.branches ?? none;
  const lanes = useMemo(() => {
    const main = branches.find(({ isDefault }) => isDefault)?.head ?? null;
    return versionLanes(versions, main);
  }, [versions, branches]);
  if (error)
    return (
      <ErrorState title={t('versionsFailed')} reason={error.message} onRetry={() => void refetch()} compact />
    );
  if (isPending) return <SkeletonRows rows={4} />;
  if (versions.length === 0)
    return (
      <EmptyState icon={<GitCommitHorizontal />} title={t('noVersions')} hint={t('noVersionsHint')} compact />
    );
  const rowOf = new Map(lanes.rows.map((row) => [row.number, row]));
  return (
    <>
      {branchingFrom !== undefined && (
        <div className="border-b border-line bg-bg px-4 py-2">
          <BranchForm
            promptId={prompt.id}
            from={branchingFrom}
            onClose={() => setBranchingFrom(undefined)}
            onCreated={onBranch}
          />
        </div>
      )}
      <List
        label={t('versions')}
        rows={versions}
        keyOf={({ id }) => id}
        rowHeight={36}
        isSelected={({ number }) => number === shown}
        onOpen={({ number }) => onView(number)}
        onEndNear={() => hasNextPage && !isFetchingNextPage && void fetchNextPage()}
        renderRow={(version) => (
          <VersionRow
            {...props}
            version={version}
            row={rowOf.get(version.number)}
            width={lanes.width}
            heads={branches.filter(({ head }) => head === version.number).map(({ name }) => name)}
            isBase={version.number === base}
            onBranchFrom={() => setBranchingFrom(version.number)}
          />
        )}
        footer={
          hasNextPage && (
            <Button
              kind="quiet"
              size="small"
              className="m-2"
              busy={isFetchingNextPage}
              onClick={() => void fetchNextPage()}
            >
              {t('moreVersions')}
            </Button>
          )
        }
      />
    </>
  );
}

const none: never[] = [];

type VersionRowProps = VersionListProps & {
  version: VersionSummary;
  row: LaneRow | undefined;
  width: number;
  heads: readonly string[];
  isBase: boolean;
  onBranchFrom: () => void;
};

/** More lanes than this stand narrower than they are; the words matter more. */
const mostLanes = 8;

function VersionRow(props: VersionRowProps) {
  const { prompt, branch, version, row, width, heads, isBase, mayBranch } = props;
  const { onView, onCompare, onBranch, onBranchFrom, onRestore } = props;
  const { number, parents, message, author, createdAt, labels } = version;
  const [parent] = parents;
  return (
    <div className="flex h-9 items-center gap-3 pr-2 pl-3">
      {row && <GraphCell row={row} width={Math.min(width, mostLanes)} isBase={isBase} />}
      <span className="w-9 shrink-0 font-medium tabular">{t('showing', { number })}</span>
      <span
        className={`flex min-w-0 flex-1 items-center gap-1.5 [&_svg]:size-3.5 [&_svg]:shrink-0 ${message ? '' : 'text-ink-3'}`}
      >
        {parents.length > 1 && <GitMerge aria-label={t('mergeVersion')} className="text-ink-3" />}
        <span className="truncate">{message || t('noMessage')}</span>
        {heads.map((name) => (
          <button
            key={name}
            type="button"
            title={t('switchTo', { name })}
            className="shrink-0 rounded-full max-md:hidden"
            onClick={() => onBranch(name)}
          >
            <Chip mono icon={<GitBranch />} tone={name === branch ? 'accent' : 'plain'}>
              {name}
            </Chip>
          </button>
        ))}
      </span>
      <VersionLabels prompt={prompt} version={number} names={labels} />
      <span className="w-32 shrink-0 truncate text-ink-2 max-md:hidden">
        {author?.name ?? t('deletedPerson')}
      </span>
      <RelativeTime time={createdAt} className="w-24 shrink-0 text-12 text-ink-3" />
      <Menu
        label={t('versionActions', { number })}
        align="end"
        trigger={(trigger) => (
          <IconButton {...trigger} size="small" label={t('versionActions', { number })} icon={<Ellipsis />} />
        )}
        items={[
          { label: t('view'), onSelect: () => onView(number) },
          { label: t('compareWithDraft'), onSelect: () => onCompare(number, 'draft') },
          ...(parent !== undefined
            ? [{ label: t('compareWithBefore'), onSelect: () => onCompare(parent, number) }]
            : []),
          ...(mayBranch ? [{ label: t('branchFromHere'), onSelect: onBranchFrom }] : []),
          ...(onRestore
            ? [
                'separator' as const,
                { label: t('restore'), hint: t('restoreShort'), onSelect: () => onRestore(number) },
              ]
            : []),
        ]}
      />
    </div>
  );
}
