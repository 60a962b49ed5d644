import { useState } from 'react';
import { Button } from '../../../../ui/button.tsx';
import { TextField } from '../../../../ui/text-field.tsx';
import { type Branch, useBranchChanges } from '../api/branches.ts';
import { t } from '../messages.ts';

type BranchFormProps = {
  promptId: string;
  /** The version it goes on from. */
  from: number;
  onClose: () => void;
  onCreated: (name: string) => void;
};

/** Names a new branch; what the server says of the name stands under it. */
export function BranchForm({ promptId, from, onClose, onCreated }: BranchFormProps) {
  const { create } = useBranchChanges(promptId);
  return (
    <NameForm
      label={t('newBranchFrom', { number: from })}
      action={t('createBranch')}
      busy={create.isPending}
      failure={create.error?.message}
      onClose={onClose}
      onName={(name) =>
        create.mutate(
          { name, from },
          {
            onSuccess: (made) => {
              onClose();
              onCreated(made.name);
            },
          },
        )
      }
    />
  );
}

type RenameFormProps = {
  promptId: string;
  branch: Branch;
  onClose: () => void;
  onRenamed: (name: string) => void;
};

export function RenameBranchForm({ promptId, branch, onClose, onRenamed }: RenameFormProps) {
  const { rename } = useBranchChanges(promptId);
  return (
    <NameForm
      label={t('branchName')}
      first={branch.name}
      action={t('renameName')}
      busy={rename.isPending}
      failure={rename.error?.message}
      onClose={onClose}
      onName={(name) =>
        rename.mutate(
          { branch, name },
          {
            onSuccess: (made) => {
              onClose();
              onRenamed(made.name);
            },
          },
        )
      }
    />
  );
}

type NameFormProps = {
  label: string;
  first?: string;
  action: string;
  busy: boolean;
  failure: string | undefined;
  onClose: () => void;
  onName: (name: string) => void;
};

function NameForm({ label, first = '', action, busy, failure, onClose, onName }: NameFormProps) {
  const [name, setName] = useState(first);
  // Blanks are typed by habit; a branch has none.
  const written = name.trim().replaceAll(/\s+/g, '-');
  return (
    <form
      className="flex flex-wrap items-end gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        if (written !== '' && !busy) onName(written);
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.preventDefault();
        event.stopPropagation();
        onClose();
      }}
    >
      <TextField
        label={label}
        mono
        autoFocus
        className="min-w-48 flex-1"
        value={name}
        maxLength={100}
        spellCheck={false}
        autoComplete="off"
        error={failure}
        onChange={(event) => setName(event.target.value)}
      />
      <Button type="submit" kind="primary" busy={busy} disabled={written === '' || written === first}>
        {action}
      </Button>
      <Button onClick={onClose}>{t('cancel')}</Button>
    </form>
  );
}
