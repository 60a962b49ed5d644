import { useInfiniteQuery } from '@tanstack/react-query';
import { Ellipsis, GitCommitHorizontal } from 'lucide-react';
import { Button } from '../../../../ui/button.tsx';
import { Chip } from '../../../../ui/chip.tsx';
import { EmptyState } from '../../../../ui/empty-state.tsx';
import { ErrorState } from '../../../../ui/error-state.tsx';
import { IconButton } from '../../../../ui/icon-button.tsx';
import { List } from '../../../../ui/list.tsx';
import { Menu } from '../../../../ui/menu.tsx';
import { RelativeTime } from '../../../../ui/relative-time.tsx';
import { SkeletonRows } from '../../../../ui/skeleton.tsx';
import { type VersionSummary, versionsQuery } from '../api/prompt-queries.ts';
import { t } from '../messages.ts';

type VersionListProps = {
  promptId: string;
  base: number | undefined;
  shown: number | undefined;
  onView: (version: number) => void;
  onCompare: (version: number, against: number | 'draft') => void;
  onRestore: ((version: number) => void) | undefined;
};

/** The versions as a line of commits, the newest first. */
export function VersionList(props: VersionListProps) {
  const { promptId, base, shown, onView } = props;
  const { data, error, isPending, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } =
    useInfiniteQuery(versionsQuery(promptId));
  if (error)
    return (
      <ErrorState title={t('versionsFailed')} reason={error.message} onRetry={() => void refetch()} compact />
    );
  if (isPending) return <SkeletonRows rows={4} />;
  const versions = data.pages.flatMap(({ items }) => items);
  if (versions.length === 0)
    return (
      <EmptyState icon={<GitCommitHorizontal />} title={t('noVersions')} hint={t('noVersionsHint')} compact />
    );
  return (
    <List
      label={t('versions')}
      rows={versions}
      keyOf={({ id }) => id}
      rowHeight={36}
      isSelected={({ number }) => number === shown}
      onOpen={({ number }) => onView(number)}
      renderRow={(version) => (
        <VersionRow
          {...props}
          version={version}
          isFirst={version === versions[0]}
          isLast={version === versions.at(-1)}
          isBase={version.number === base}
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
  );
}

type VersionRowProps = VersionListProps & {
  version: VersionSummary;
  isFirst: boolean;
  isLast: boolean;
  isBase: boolean;
};

function VersionRow({ version, isFirst, isLast, isBase, onView, onCompare, onRestore }: VersionRowProps) {
  const { number, message, author, createdAt, labels } = version;
  return (
    <div className="flex h-9 items-center gap-3 pr-2 pl-4">
      <CommitMark isFirst={isFirst} isLast={isLast} isBase={isBase} />
      <span className="w-9 shrink-0 font-medium tabular">{t('showing', { number })}</span>
      <span className={`min-w-0 flex-1 truncate ${message ? '' : 'text-ink-3'}`}>
        {message || t('noMessage')}
      </span>
      {labels.map((label) => (
        <Chip key={label} tone={label === 'production' ? 'ok' : 'plain'} className="max-md:hidden">
          {label}
        </Chip>
      ))}
      <span className="w-32 shrink-0 truncate text-ink-2 max-md:hidden">
        {author?.name ?? t('deletedPerson')}
      </span>
      <RelativeTime time={createdAt} className="w-24 shrink-0 text-12 text-ink-3" />
      <Menu
        label={t('versionActions', { number })}
        align="end"
        trigger={(props) => (
          <IconButton {...props} size="small" label={t('versionActions', { number })} icon={<Ellipsis />} />
        )}
        items={[
          { label: t('view'), onSelect: () => onView(number) },
          { label: t('compareWithDraft'), onSelect: () => onCompare(number, 'draft') },
          ...(number > 1
            ? [{ label: t('compareWithBefore'), onSelect: () => onCompare(number - 1, number) }]
            : []),
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

/** A point on the line of versions; the one the draft goes on from is filled. */
function CommitMark({ isFirst, isLast, isBase }: { isFirst: boolean; isLast: boolean; isBase: boolean }) {
  return (
    <svg aria-hidden="true" viewBox="0 0 16 36" className="h-9 w-4 shrink-0">
      <path
        d={`M8 ${isFirst ? 18 : 0}V${isLast ? 18 : 36}`}
        className="stroke-s1"
        strokeWidth="2"
        fill="none"
      />
      <circle
        cx="8"
        cy="18"
        r="4.5"
        className={`stroke-s1 ${isBase ? 'fill-s1' : 'fill-panel'}`}
        strokeWidth="2"
      />
    </svg>
  );
}
