import { useQuery } from '@tanstack/react-query';
import { Pencil, Trash2 } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { Button } from '../../../../ui/button.tsx';
import { Dialog } from '../../../../ui/dialog.tsx';
import { ErrorState } from '../../../../ui/error-state.tsx';
import { IconButton } from '../../../../ui/icon-button.tsx';
import { ProblemMessage } from '../../../../ui/problem-message.tsx';
import { SkeletonRows } from '../../../../ui/skeleton.tsx';
import { TextField } from '../../../../ui/text-field.tsx';
import { toast } from '../../../../ui/toast-store.ts';
import { type RunFolder, shelfQuery, useShelfChanges } from '../api/shelf.ts';
import { t } from '../messages.ts';

/** One's folders and kept searches: renaming and deleting them. */
export function ShelfDialog({ onClose }: { onClose: () => void }) {
  const { data, error, refetch } = useQuery(shelfQuery);
  const { deleteFolder, deleteSearch } = useShelfChanges();
  const failed = deleteFolder.error ?? deleteSearch.error;
  const told = (name: string) => ({
    onSuccess: () => void toast({ tone: 'ok', text: t('deleted', { name }) }),
  });
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('manageTitle')}
      description={t('manageHint')}
      actions={<Button onClick={onClose}>{t('close')}</Button>}
    >
      {error ? (
        <ErrorState title={t('shelfFailed')} reason={error.message} onRetry={() => void refetch()} compact />
      ) : !data ? (
        <SkeletonRows rows={4} />
      ) : data.folders.length + data.queries.length === 0 ? (
        <p className="text-ink-3">{t('manageNone')}</p>
      ) : (
        <div className="grid gap-4">
          {failed && <ProblemMessage>{failed.message}</ProblemMessage>}
          {data.folders.length > 0 && (
            <Part title={t('folders')}>
              {data.folders.map((folder) => (
                <FolderRow
                  key={folder.id}
                  folder={folder}
                  onDelete={() => deleteFolder.mutate(folder, told(folder.name))}
                />
              ))}
            </Part>
          )}
          {data.queries.length > 0 && (
            <Part title={t('savedSearches')}>
              {data.queries.map((query) => (
                <li
                  key={query.id}
                  className="flex items-center gap-2 border-b border-line py-1 last:border-0"
                >
                  <span className="min-w-0 flex-1 truncate">{query.name}</span>
                  <IconButton
                    size="small"
                    label={t('deleteNamed', { name: query.name })}
                    icon={<Trash2 />}
                    onClick={() => deleteSearch.mutate(query, told(query.name))}
                  />
                </li>
              ))}
            </Part>
          )}
        </div>
      )}
    </Dialog>
  );
}

const Part = ({ title, children }: { title: string; children: ReactNode }) => (
  <section aria-label={title}>
    <h3 className="mb-1 text-12 font-medium text-ink-3">{title}</h3>
    <ul>{children}</ul>
  </section>
);

function FolderRow({ folder, onDelete }: { folder: RunFolder; onDelete: () => void }) {
  const [name, setName] = useState<string>();
  const { renameFolder } = useShelfChanges();
  if (name !== undefined)
    return (
      <li className="border-b border-line py-1 last:border-0">
        <form
          className="flex items-end gap-2"
          onSubmit={(event) => {
            event.preventDefault();
            const wanted = name.trim();
            if (wanted !== '')
              renameFolder.mutate({ folder, name: wanted }, { onSuccess: () => setName(undefined) });
          }}
        >
          <TextField
            label={t('folderName')}
            className="flex-1"
            maxLength={80}
            value={name}
            error={renameFolder.error?.message ?? (name.trim() === '' ? t('nameNeeded') : undefined)}
            onChange={(event) => setName(event.target.value)}
          />
          <Button onClick={() => setName(undefined)}>{t('cancel')}</Button>
          <Button type="submit" kind="primary" busy={renameFolder.isPending}>
            {t('rename')}
          </Button>
        </form>
      </li>
    );
  return (
    <li className="flex items-center gap-2 border-b border-line py-1 last:border-0">
      <span className="min-w-0 flex-1 truncate">{folder.name}</span>
      <span className="text-12 text-ink-3 tabular">{t('runsInside', { count: folder.runs })}</span>
      <IconButton
        size="small"
        label={t('renameNamed', { name: folder.name })}
        icon={<Pencil />}
        onClick={() => setName(folder.name)}
      />
      <IconButton
        size="small"
        label={t('deleteNamed', { name: folder.name })}
        icon={<Trash2 />}
        onClick={onDelete}
      />
    </li>
  );
}
