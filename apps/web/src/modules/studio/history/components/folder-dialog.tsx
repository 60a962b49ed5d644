import { useId, useState } from 'react';
import { Button } from '../../../../ui/button.tsx';
import { Dialog } from '../../../../ui/dialog.tsx';
import { ProblemMessage } from '../../../../ui/problem-message.tsx';
import { TextField } from '../../../../ui/text-field.tsx';
import { type RunFolder, useShelfChanges } from '../api/shelf.ts';
import { t } from '../messages.ts';

/** Makes a folder for runs. */
export function FolderDialog({
  onClose,
  onMade,
}: {
  onClose: () => void;
  onMade: (folder: RunFolder) => void;
}) {
  const id = useId();
  const [name, setName] = useState('');
  const [tried, setTried] = useState(false);
  const { createFolder } = useShelfChanges();
  const wanted = name.trim();
  const make = () => {
    setTried(true);
    if (wanted === '' || createFolder.isPending) return;
    createFolder.mutate(
      { name: wanted },
      {
        onSuccess: (folder) => {
          onMade(folder);
          onClose();
        },
      },
    );
  };
  return (
    <Dialog
      open
      onClose={onClose}
      size="small"
      title={t('newFolder')}
      actions={
        <>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button type="submit" form={id} kind="primary" busy={createFolder.isPending}>
            {t('create')}
          </Button>
        </>
      }
    >
      <form
        id={id}
        noValidate
        className="grid gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          make();
        }}
      >
        {createFolder.error && <ProblemMessage>{createFolder.error.message}</ProblemMessage>}
        <TextField
          label={t('folderName')}
          autoComplete="off"
          maxLength={80}
          value={name}
          error={tried && wanted === '' ? t('nameNeeded') : undefined}
          onChange={(event) => setName(event.target.value)}
        />
      </form>
    </Dialog>
  );
}
