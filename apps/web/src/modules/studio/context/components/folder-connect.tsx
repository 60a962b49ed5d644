import { visibleName } from '@promptvault/context';
import { FolderOpen, FolderPlus, X } from 'lucide-react';
import { useEffect } from 'react';
import { Button } from '../../../../ui/button.tsx';
import { FileDrop } from '../../../../ui/file-drop.tsx';
import { IconButton } from '../../../../ui/icon-button.tsx';
import { ProblemMessage } from '../../../../ui/problem-message.tsx';
import { RelativeTime } from '../../../../ui/relative-time.tsx';
import { folderAbility, originOfDrop, originOfUpload, pickFolder } from '../api/pick-folder.ts';
import { t } from '../messages.ts';
import { folderStore, useFolder } from '../state/use-folder.ts';
import { problemText } from './context-words.ts';
import { useFailure } from './use-failure.ts';

/** The three ways to a folder, with the reason when the best of them is missing, and the folders used before. */
export function FolderConnect() {
  const { problem, status, name } = useFolder();
  const store = folderStore();
  const { failure, attempt } = useFailure();
  const ability = folderAbility();
  useEffect(() => void store.loadRecent(), [store]);

  const connectPicked = attempt(async () => {
    const origin = await pickFolder();
    if (origin) await store.connect(origin);
  });

  return (
    <div className="flex flex-col gap-3">
      {status === 'failed' && problem && (
        <ProblemMessage>
          <strong className="block font-medium">{t('folderFailed', { name: visibleName(name) })}</strong>
          {problemText(problem)}
        </ProblemMessage>
      )}
      {failure && <ProblemMessage>{failure}</ProblemMessage>}
      {ability === 'connect' && (
        <Button kind="primary" icon={<FolderPlus />} onClick={connectPicked}>
          {t('connectFolder')}
        </Button>
      )}
      {ability !== 'connect' && (
        <ProblemMessage severity="info">
          {ability === 'upload_insecure' ? t('insecure') : t('unsupported')}
        </ProblemMessage>
      )}
      <FileDrop
        folder
        label={t('dropFolder')}
        hint={t('connectHint')}
        icon={<FolderOpen aria-hidden="true" strokeWidth={1.5} />}
        chooseLabel={t('uploadFolder')}
        onFiles={(files) => attempt(() => store.connect(originOfUpload(files)))()}
        onDropItems={(items) => {
          const dropped = originOfDrop(items);
          attempt(async () => {
            const origin = await dropped;
            if (origin) await store.connect(origin);
          })();
          return true;
        }}
      />
      <RecentFolders />
    </div>
  );
}

function RecentFolders() {
  const { recent } = useFolder();
  const store = folderStore();
  const { failure, attempt } = useFailure();
  if (recent.length === 0) return null;
  return (
    <section aria-label={t('recentFolders')} className="flex flex-col gap-1">
      <h3 className="text-12 font-medium text-ink-2">{t('recentFolders')}</h3>
      {failure && <ProblemMessage>{failure}</ProblemMessage>}
      <ul className="divide-y divide-line rounded-lg border border-line">
        {recent.map((folder) => {
          const name = visibleName(folder.name);
          return (
            <li key={folder.id} className="flex items-center gap-1 pr-1 hover:bg-raise">
              <button
                type="button"
                aria-label={t('openRecent', { name })}
                onClick={attempt(() => store.reconnect(folder))}
                className="flex min-w-0 flex-1 items-baseline gap-2 px-3 py-2 text-left"
              >
                <bdi className="min-w-0 truncate font-medium">{name}</bdi>
                {folder.settings.selection.length > 0 && (
                  <span className="truncate text-12 text-ink-3">
                    {t('chosenBefore', { count: folder.settings.selection.length })}
                  </span>
                )}
                <RelativeTime time={folder.usedAt} className="ml-auto shrink-0 text-12 text-ink-3" />
              </button>
              <IconButton
                size="small"
                label={t('forgetRecent', { name })}
                icon={<X />}
                onClick={attempt(() => store.forget(folder))}
              />
            </li>
          );
        })}
      </ul>
    </section>
  );
}
