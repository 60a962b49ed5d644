import { useState } from 'react';
import { Button } from '../../../../ui/button.tsx';
import { Dialog } from '../../../../ui/dialog.tsx';
import { TextField } from '../../../../ui/text-field.tsx';
import { t } from '../state/case-messages.ts';

type NameDialogProps = {
  title: string;
  label: string;
  action: string;
  first: string;
  onClose: () => void;
  onSend: (name: string) => Promise<void>;
};

/** Asks for a name. A refusal stands under the field. */
export function NameDialog({ title, label, action, first, onClose, onSend }: NameDialogProps) {
  const [name, setName] = useState(first);
  const [problem, setProblem] = useState<string>();
  const [busy, setBusy] = useState(false);
  const send = async () => {
    if (busy) return;
    if (name.trim() === '') return setProblem(t('needName'));
    setBusy(true);
    try {
      await onSend(name.trim());
      onClose();
    } catch (error) {
      setProblem(error instanceof Error ? error.message : String(error));
      setBusy(false);
    }
  };
  return (
    <Dialog
      open
      size="small"
      title={title}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button kind="primary" busy={busy} onClick={() => void send()}>
            {action}
          </Button>
        </>
      }
    >
      <TextField
        label={label}
        required
        maxLength={120}
        value={name}
        error={problem}
        autoComplete="off"
        onChange={(event) => {
          setName(event.target.value);
          setProblem(undefined);
        }}
        onKeyDown={(event) => event.key === 'Enter' && void send()}
      />
    </Dialog>
  );
}
