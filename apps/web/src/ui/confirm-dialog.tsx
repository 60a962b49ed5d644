import { useState } from 'react';
import { uiText as t } from '../messages/interface-text.ts';
import { Button } from './button.tsx';
import { Dialog } from './dialog.tsx';
import { TextField } from './text-field.tsx';

type ConfirmDialogProps = {
  open: boolean;
  onClose: () => void;
  onConfirm: () => void;
  title: string;
  description: string;
  /** The verb on the button: "Delete the organization". */
  action: string;
  /** Must be typed exactly; only for what cannot be undone. */
  name: string;
  busy?: boolean;
};

/** Asks for the name of what is about to be lost for ever. What can be undone is done at once, with an Undo. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const { open, onClose, onConfirm, title, description, action, name, busy } = props;
  const [typed, setTyped] = useState('');
  const [wrong, setWrong] = useState(false);
  const confirm = () => (typed === name ? onConfirm() : setWrong(true));
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={title}
      description={description}
      size="small"
      actions={
        <>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button kind="danger" busy={busy} onClick={confirm}>
            {action}
          </Button>
        </>
      }
    >
      <TextField
        label={t('typeToConfirm', { name })}
        value={typed}
        error={wrong && typed !== name ? t('nameDiffers') : undefined}
        onChange={(event) => setTyped(event.target.value)}
        onKeyDown={(event) => event.key === 'Enter' && confirm()}
        autoComplete="off"
      />
    </Dialog>
  );
}
