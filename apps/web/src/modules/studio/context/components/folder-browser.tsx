import { type TreeSelection, type TreeView, visibleName } from '@promptvault/context';
import type { TokenFamily } from '@promptvault/tokens';
import { FolderSearch, RotateCw, Search, SlidersHorizontal, X } from 'lucide-react';
import { useDeferredValue, useMemo, useState } from 'react';
import { Button } from '../../../../ui/button.tsx';
import { EmptyState } from '../../../../ui/empty-state.tsx';
import { IconButton } from '../../../../ui/icon-button.tsx';
import { SkeletonRows } from '../../../../ui/skeleton.tsx';
import { TextField } from '../../../../ui/text-field.tsx';
import { t } from '../messages.ts';
import { folderStore, useFolder } from '../state/use-folder.ts';
import { FolderNotes } from './folder-notes.tsx';
import { FolderSettings } from './folder-settings.tsx';
import { FolderTree } from './folder-tree.tsx';

type FolderBrowserProps = {
  selection: TreeSelection;
  family: TokenFamily;
  onSelectionChange: (selection: TreeSelection) => void;
  onPreview: (path: string) => void;
  /** The folder was listed anew because somebody asked for it. */
  onListedAgain?: () => void;
};

/** The connected folder: its name, a filter, what is left out, and the tree. */
export function FolderBrowser({
  selection,
  family,
  onSelectionChange,
  onPreview,
  onListedAgain,
}: FolderBrowserProps) {
  const { name, scan, status, settings, measures } = useFolder();
  const store = folderStore();
  const [filter, setFilter] = useState('');
  const [hasSettings, setHasSettings] = useState(false);
  const words = useDeferredValue(filter);
  const { expanded, showIgnored } = settings;
  const view = useMemo<TreeView>(
    () => ({ expanded: new Set(expanded), filter: words, showIgnored }),
    [expanded, words, showIgnored],
  );
  const hasRows = scan?.tree.nodes.some((node) => showIgnored || node.ignoredBy === undefined);
  return (
    <div className="flex min-h-0 min-w-0 flex-1 flex-col">
      <header className="flex min-h-10 items-center gap-1 border-b border-line px-2">
        <bdi className="truncate font-medium">{visibleName(name)}</bdi>
        <span role="status" className="min-w-0 flex-1 truncate pl-1 text-12 text-ink-3 tabular">
          {status === 'listing'
            ? t('listing', { count: scan?.files ?? 0 })
            : scan && t('listed', { count: scan.files })}
        </span>
        <IconButton
          size="small"
          label={t('folderSettings')}
          icon={<SlidersHorizontal />}
          pressed={hasSettings}
          onClick={() => setHasSettings(!hasSettings)}
        />
        <IconButton
          size="small"
          label={t('listAgain')}
          icon={<RotateCw />}
          onClick={() => void store.rescan().then(onListedAgain)}
        />
        <IconButton size="small" label={t('closeFolder')} icon={<X />} onClick={() => store.disconnect()} />
      </header>
      {hasSettings && <FolderSettings />}
      <FolderNotes />
      <TextField
        hideLabel
        type="search"
        label={t('filter')}
        placeholder={t('filter')}
        icon={<Search />}
        value={filter}
        onChange={(event) => setFilter(event.target.value)}
        className="p-2"
      />
      {!scan ? (
        <SkeletonRows rows={6} />
      ) : hasRows ? (
        <FolderTree
          label={t('files', { name: visibleName(name) })}
          tree={scan.tree}
          view={view}
          selection={selection}
          measures={measures}
          onSelectionChange={onSelectionChange}
          onExpandedChange={(open) => store.change({ expanded: [...open] })}
          onPreview={onPreview}
          onFilesInView={(paths) => store.measure(paths, family)}
          whenEmpty={
            <EmptyState
              icon={<FolderSearch />}
              title={t('noneMatch')}
              hint={t('noneMatchHint')}
              action={<Button onClick={() => setFilter('')}>{t('clearFilter')}</Button>}
              className="py-8"
            />
          }
        />
      ) : (
        <EmptyState
          icon={<FolderSearch />}
          title={t('emptyFolder')}
          hint={t('emptyFolderHint')}
          action={<Button onClick={() => store.change({ showIgnored: true })}>{t('showIgnored')}</Button>}
          className="py-8"
        />
      )}
    </div>
  );
}
