import { type ReactNode, useState } from 'react';
import { uiText as t } from '../messages/interface-text.ts';
import { Button } from './button.tsx';
import { Dialog } from './dialog.tsx';
import { TextField } from './text-field.tsx';

type NameDialogProps = {
  title: string;
  hint?: ReactNode;
  label: string;
  action: string;
  /** The name it begins with. */
  first?: string;
  maxLength?: number;
  onClose: () => void;
  onSend: (name: string) => Promise<void>;
};

/** Asks for one name and sends it once. A refusal stands under the field, and nothing typed is lost. */
export function NameDialog({
  title,
  hint,
  label,
  action,
  first = '',
  maxLength = 120,
  onClose,
  onSend,
}: NameDialogProps) {
  const [name, setName] = useState(first);
  const [problem, setProblem] = useState<string>();
  const [busy, setBusy] = useState(false);
  const send = async () => {
    if (busy) return;
    if (name.trim() === '') return setProblem(t('nameNeeded'));
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
      description={hint}
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
        maxLength={maxLength}
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
