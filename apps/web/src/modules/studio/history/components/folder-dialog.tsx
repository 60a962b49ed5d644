import { NameDialog } from '../../../../ui/name-dialog.tsx';
import { type RunFolder, useShelfChanges } from '../api/shelf.ts';
import { t } from '../messages.ts';

type FolderDialogProps = { onClose: () => void; onMade: (folder: RunFolder) => void };

/** Makes a folder for runs. */
export function FolderDialog({ onClose, onMade }: FolderDialogProps) {
  const { createFolder } = useShelfChanges();
  return (
    <NameDialog
      title={t('newFolder')}
      label={t('folderName')}
      action={t('create')}
      maxLength={80}
      onClose={onClose}
      onSend={async (name) => onMade(await createFolder.mutateAsync({ name }))}
    />
  );
}
