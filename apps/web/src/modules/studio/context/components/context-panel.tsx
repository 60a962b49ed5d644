import { packItemKey } from '@promptvault/context';
import type { ContextPack } from '@promptvault/document';
import { familyMargin, type TokenFamily } from '@promptvault/tokens';
import { FileStack, FolderTree as FolderTreeIcon, Lock } from 'lucide-react';
import { useMemo, useState } from 'react';
import { Button } from '../../../../ui/button.tsx';
import { EmptyState } from '../../../../ui/empty-state.tsx';
import { formatTokens } from '../../../../ui/format.ts';
import { Spinner } from '../../../../ui/spinner.tsx';
import { t } from '../messages.ts';
import { frameText } from '../state/frame-text.ts';
import { isLoose } from '../state/loose-items.ts';
import { packTokens, removeItem } from '../state/pack-changes.ts';
import { useFolder } from '../state/use-folder.ts';
import { usePackEditing } from '../state/use-pack-editing.ts';
import { FilePreview } from './file-preview.tsx';
import { FolderBrowser } from './folder-browser.tsx';
import { FolderConnect } from './folder-connect.tsx';
import { NotTaken } from './not-taken.tsx';
import { PackItemRow } from './pack-item-row.tsx';
import { useFilePreview } from './use-file-preview.ts';

export type ContextPanelProps = {
  pack: ContextPack;
  onPackChange: (pack: ContextPack) => void;
  /** Whose tokens are counted: `tokenFamilyOf` of the chosen model. */
  family: TokenFamily;
};

/** The files that feed a prompt, in the studio's inputs column. Their texts live in `pack`, in this browser only. */
export function ContextPanel({ pack, onPackChange, family }: ContextPanelProps) {
  const folder = useFolder();
  const editing = usePackEditing(pack, onPackChange, family);
  const [isChoosing, setIsChoosing] = useState(false);
  const [previewed, setPreviewed] = useState<string>();
  const file = useFilePreview(previewed);
  const isConnected =
    folder.status === 'connected' || (folder.status === 'listing' && folder.scan !== undefined);
  const isOpen = isConnected || folder.status === 'listing';
  const chosenBefore = folder.settings.selection.filter((path) => !editing.selection.has(path));
  const listed = useMemo(() => new Set(folder.scan?.tree.nodes.map(({ path }) => path)), [folder.scan]);
  const whyFixed = (item: ContextPack['items'][number]) => {
    if (!isConnected) return t('reconnectToChange');
    return listed.has(item.path) && !isLoose(item) ? undefined : t('looseLines');
  };
  const isEstimated = familyMargin(family) !== 1;
  return (
    <section aria-label={frameText('title')} className="flex min-w-0 flex-col">
      <header className="flex min-h-9 items-center gap-2 px-2">
        <h2 className="font-semibold">{frameText('title')}</h2>
        <span
          role="status"
          className="flex min-w-0 flex-1 items-center gap-2 truncate text-12 text-ink-3 tabular"
        >
          {editing.reading > 0 ? (
            <>
              <Spinner /> {t('reading', { count: editing.reading })}
            </>
          ) : (
            pack.items.length > 0 && t('items', { count: pack.items.length })
          )}
        </span>
        {pack.items.length > 0 && (
          <span className="text-12 text-ink-2 tabular">{formatTokens(packTokens(pack), isEstimated)}</span>
        )}
        <Button
          size="small"
          icon={<FolderTreeIcon />}
          aria-expanded={isChoosing}
          onClick={() => setIsChoosing(!isChoosing)}
        >
          {isChoosing ? t('hideFiles') : t('chooseFiles')}
        </Button>
      </header>
      {chosenBefore.length > 0 && isConnected && (
        <Button
          size="small"
          className="mx-2 self-start"
          onClick={() => editing.select(new Set([...editing.selection, ...chosenBefore]))}
        >
          {t('takeChosen', { count: chosenBefore.length })}
        </Button>
      )}
      <NotTaken editing={editing} />
      {pack.items.length > 0 ? (
        <ul className="divide-y divide-line border-y border-line">
          {pack.items.map((item) => {
            const key = packItemKey(item);
            const fixed = whyFixed(item);
            return (
              <PackItemRow
                key={key}
                item={item}
                isEstimated={isEstimated}
                fixed={fixed}
                onChangeLines={(range) => editing.changeLines(key, item.path, range)}
                onPreview={
                  fixed === undefined
                    ? () => {
                        setIsChoosing(true);
                        setPreviewed(item.path);
                      }
                    : undefined
                }
                onRemove={() => onPackChange(removeItem(pack, key))}
              />
            );
          })}
        </ul>
      ) : (
        !isChoosing && (
          <EmptyState icon={<FileStack />} title={t('noItems')} hint={t('noItemsHint')} compact />
        )
      )}
      {isChoosing && (
        <div className={isOpen ? 'flex h-96 flex-col border-b border-line' : 'p-2'}>
          {!isOpen ? (
            <FolderConnect />
          ) : previewed === undefined ? (
            <FolderBrowser
              selection={editing.selection}
              family={family}
              onSelectionChange={editing.select}
              onPreview={setPreviewed}
              onListedAgain={editing.readAgain}
            />
          ) : (
            <FilePreview
              path={previewed}
              preview={file.preview}
              problem={file.problem}
              onRetry={file.retry}
              onAdd={(range) => editing.add(previewed, range)}
              onClose={() => setPreviewed(undefined)}
            />
          )}
        </div>
      )}
      <p className="flex items-center gap-1.5 px-2 py-1.5 text-12 text-ink-3">
        <Lock aria-hidden="true" className="size-3.5 shrink-0" strokeWidth={1.75} />
        {t('stays')}
      </p>
    </section>
  );
}
