import type { PromptSummary } from '@promptvault/contract/vault/prompts/shapes';
import { Archive, ArchiveRestore, Globe, Trash2, X } from 'lucide-react';
import { useMay } from '../../../../shell/session.ts';
import { Button } from '../../../../ui/button.tsx';
import { IconButton } from '../../../../ui/icon-button.tsx';
import { useShortcut } from '../../../../ui/use-shortcut.ts';
import type { PromptActions } from '../api/use-prompt-actions.ts';
import { t } from '../messages.ts';
import { clearSelection } from '../state/selection.ts';
import { useMaySteer } from './prompt-menu.tsx';

type SelectionBarProps = { prompts: readonly PromptSummary[]; actions: PromptActions };

/** What can be done with all marked prompts at once. */
export function SelectionBar({ prompts, actions }: SelectionBarProps) {
  const may = useMay();
  const maySteer = useMaySteer();
  const mine = prompts.every(maySteer);
  const archived = prompts.some(({ status }) => status === 'archived');
  useShortcut('escape', clearSelection);
  return (
    <section
      aria-label={t('selection')}
      className="flex min-h-11 shrink-0 flex-wrap items-center gap-2 border-t border-line bg-panel px-4 py-1.5"
    >
      <span aria-live="polite" className="mr-2 font-medium tabular">
        {t('selected', { count: prompts.length })}
      </span>
      {mine && !archived && may('prompt.publish') && (
        <Button icon={<Globe />} onClick={() => void actions.publish(prompts)}>
          {t('publish')}
        </Button>
      )}
      {mine && !archived && (
        <Button icon={<Archive />} onClick={() => void actions.archive(prompts)}>
          {t('archive')}
        </Button>
      )}
      {mine && archived && (
        <Button icon={<ArchiveRestore />} onClick={() => void actions.unarchive(prompts)}>
          {t('unarchive')}
        </Button>
      )}
      {mine && (
        <Button kind="danger" icon={<Trash2 />} onClick={() => void actions.remove(prompts)}>
          {t('delete')}
        </Button>
      )}
      <IconButton
        className="ml-auto"
        label={t('clearSelection')}
        keys="escape"
        side="top"
        icon={<X />}
        onClick={clearSelection}
      />
    </section>
  );
}
