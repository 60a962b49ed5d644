import { selectionMarks } from '@promptvault/context';
import type { TokenFamily } from '@promptvault/tokens';
import { FileText, Lock } from 'lucide-react';
import { useMemo, useState } from 'react';
import { Page } from '../../../../shell/page.tsx';
import { Button } from '../../../../ui/button.tsx';
import { classes } from '../../../../ui/classes.ts';
import { EmptyState } from '../../../../ui/empty-state.tsx';
import { formatBytes } from '../../../../ui/format.ts';
import { t } from '../messages.ts';
import { frameText } from '../state/frame-text.ts';
import { folderStore, useFolder } from '../state/use-folder.ts';
import { FilePreview } from './file-preview.tsx';
import { FolderBrowser } from './folder-browser.tsx';
import { FolderConnect } from './folder-connect.tsx';
import { useFilePreview } from './use-file-preview.ts';

/** Without a chosen model the common encoding of today's OpenAI models counts. */
const FAMILY: TokenFamily = 'o200k';

/** A folder with room to look around. What is chosen here waits in the studio's context panel. */
export function ContextPage() {
  const { status, scan } = useFolder();
  const isOpen = status === 'connected' || status === 'listing';
  return (
    <Page
      title={frameText('title')}
      layout="fill"
      bar={
        <p className="flex flex-wrap items-center gap-x-1.5 text-12 text-ink-2">
          {t('pageHint')}
          <Lock aria-hidden="true" className="size-3.5" strokeWidth={1.75} />
          {t('stays')}
        </p>
      }
    >
      {isOpen || scan ? (
        <Browse />
      ) : (
        <div className="mx-auto w-full max-w-xl overflow-auto p-4">
          <FolderConnect />
        </div>
      )}
    </Page>
  );
}

function Browse() {
  const { settings } = useFolder();
  const store = folderStore();
  const [path, setPath] = useState<string>();
  const file = useFilePreview(path);
  const selection = useMemo(() => new Set(settings.selection), [settings.selection]);
  const isChosen = path !== undefined && selection.has(path);
  function choose(file: string, isWanted: boolean): void {
    const others = settings.selection.filter((other) => other !== file);
    store.change({ selection: isWanted ? [...others, file] : others });
  }
  return (
    <div className="grid min-h-0 flex-1 md:grid-cols-[minmax(320px,2fr)_3fr]">
      <div
        className={classes(
          'flex min-h-0 min-w-0 flex-col border-r border-line',
          path !== undefined && 'max-md:hidden',
        )}
      >
        <FolderBrowser
          selection={selection}
          family={FAMILY}
          onSelectionChange={(next) => store.change({ selection: [...next] })}
          onPreview={setPath}
        />
        <Summary selection={selection} onClear={() => store.change({ selection: [] })} />
      </div>
      <div className={classes('flex min-h-0 min-w-0 flex-col', path === undefined && 'max-md:hidden')}>
        {path === undefined ? (
          <EmptyState icon={<FileText />} title={t('previewNone')} hint={t('previewNoneHint')} />
        ) : (
          <FilePreview
            path={path}
            preview={file.preview}
            problem={file.problem}
            onRetry={file.retry}
            action={
              <Button
                size="small"
                kind={isChosen ? 'plain' : 'primary'}
                onClick={() => choose(path, !isChosen)}
              >
                {isChosen ? t('letGoFile') : t('chooseFile')}
              </Button>
            }
            onClose={() => setPath(undefined)}
          />
        )}
      </div>
    </div>
  );
}

function Summary({ selection, onClear }: { selection: ReadonlySet<string>; onClear: () => void }) {
  const { scan, settings, measures } = useFolder();
  const total = useMemo(() => {
    if (!scan) return undefined;
    const view = { expanded: new Set<string>(), filter: '', showIgnored: settings.showIgnored };
    return selectionMarks(scan.tree, selection, view);
  }, [scan, selection, settings.showIgnored]);
  if (!total || total.chosen === 0) return null;
  const measured = [...selection].reduce((bytes, path) => bytes + (measures.get(path)?.size ?? 0), 0);
  return (
    <footer
      role="status"
      className="flex min-h-10 items-center gap-2 border-t border-line px-3 text-12 text-ink-2 tabular"
    >
      <span className="flex-1">
        {t('selectionSummary', { count: total.chosen, size: formatBytes(Math.max(total.bytes, measured)) })}
      </span>
      <Button size="small" kind="quiet" onClick={onClear}>
        {t('chooseNone')}
      </Button>
    </footer>
  );
}
