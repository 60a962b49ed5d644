import { EllipsisVertical, Pencil, Trash2 } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { ConfirmDialog } from '../../../../ui/confirm-dialog.tsx';
import { IconButton } from '../../../../ui/icon-button.tsx';
import { Menu, type MenuItem } from '../../../../ui/menu.tsx';
import { ProblemMessage } from '../../../../ui/problem-message.tsx';
import { toast } from '../../../../ui/toast-store.ts';
import { t } from '../messages.ts';

type Removal = {
  title: string;
  text: string;
  action: string;
  done: string;
  run: () => Promise<unknown>;
  busy: boolean;
  error: Error | null;
};

type SettingsRowProps = {
  name: string;
  children: ReactNode;
  /** What stands below the line: problems, details. */
  below?: ReactNode;
  /** Absent for those who may only look. */
  menu: { onEdit: () => void; before?: readonly MenuItem[] } | undefined;
  removal: Removal;
};

/** One thing of the model settings: what it is, and a menu to change and to remove it. */
export function SettingsRow({ name, children, below, menu, removal }: SettingsRowProps) {
  const [removing, setRemoving] = useState(false);
  const remove = async () => {
    try {
      // This row may be gone by the time the server has agreed.
      await removal.run();
      toast({ text: removal.done });
    } catch {
      // Said below the row.
      setRemoving(false);
    }
  };
  return (
    <li className="border-b border-line last:border-0">
      <div className="flex items-start gap-3 py-3 pr-2 pl-4">
        <div className="min-w-0 flex-1">{children}</div>
        {menu && (
          <Menu
            label={t('more', { name })}
            align="end"
            trigger={(trigger) => (
              <IconButton {...trigger} label={t('more', { name })} icon={<EllipsisVertical />} />
            )}
            items={[
              ...(menu.before ?? []),
              { label: t('edit'), icon: <Pencil />, onSelect: menu.onEdit },
              'separator',
              { label: t('remove'), icon: <Trash2 />, danger: true, onSelect: () => setRemoving(true) },
            ]}
          />
        )}
      </div>
      {removal.error && !removing && (
        <ProblemMessage className="mx-4 mb-3">{removal.error.message}</ProblemMessage>
      )}
      {below}
      {removing && (
        <ConfirmDialog
          open
          onClose={() => setRemoving(false)}
          title={removal.title}
          description={removal.text}
          action={removal.action}
          name={name}
          busy={removal.busy}
          onConfirm={() => void remove()}
        />
      )}
    </li>
  );
}
