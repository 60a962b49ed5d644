import { ClipboardPaste } from 'lucide-react';
import { lazy, Suspense } from 'react';
import { useMay } from '../../../../shell/session.ts';
import { IconButton } from '../../../../ui/icon-button.tsx';
import { t } from '../messages.ts';
import { setBringOpen, useBringOpen } from '../state/bring-open.ts';

// What reads other languages and files is loaded with the dialog alone.
const BringDialog = lazy(() => import('./bring-dialog.tsx').then((file) => ({ default: file.BringDialog })));

/** Opens the dialog that takes in a prompt of another tool, or a file; nothing for those who may not create. */
export function BringButton() {
  const may = useMay();
  const open = useBringOpen();
  if (!may('prompt.create')) return null;
  return (
    <>
      <IconButton label={t('bring')} icon={<ClipboardPaste />} onClick={() => setBringOpen(true)} />
      {open && (
        <Suspense>
          <BringDialog onClose={() => setBringOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
