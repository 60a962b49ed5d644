import { useQuery } from '@tanstack/react-query';
import { ChevronDown, History, RotateCw } from 'lucide-react';
import { Button } from '../../../../ui/button.tsx';
import { IconButton } from '../../../../ui/icon-button.tsx';
import { Menu, type MenuItem } from '../../../../ui/menu.tsx';
import { newestVersionQuery } from '../api/newest-version.ts';
import { t } from '../messages.ts';
import type { RunDetail } from '../state/run-answer.ts';

type RunAgainProps = {
  run: RunDetail;
  busy: boolean;
  onAgain: (version: 'then' | 'newest') => void;
};

const thenText = ({ versionNumber }: RunDetail) =>
  versionNumber === null ? t('againDraft') : t('againThen', { version: versionNumber });

/** The same again; or, where the prompt has gone on since, its newest version with the same values. */
export function RunAgain({ run, busy, onAgain }: RunAgainProps) {
  return (
    <span className="flex items-center gap-1">
      <Button kind="primary" icon={<RotateCw />} busy={busy} onClick={() => onAgain('then')}>
        {t('retry')}
      </Button>
      {run.promptId !== null && (
        <WithVersion run={run} promptId={run.promptId} busy={busy} onAgain={onAgain} />
      )}
    </span>
  );
}

function WithVersion({ run, promptId, busy, onAgain }: RunAgainProps & { promptId: string }) {
  const { data: newest, error } = useQuery(newestVersionQuery(promptId));
  const items: MenuItem[] = [
    { label: thenText(run), icon: <History />, onSelect: () => onAgain('then') },
    newest == null
      ? { label: error ? t('againPromptGone') : t('againNothingSaved'), disabled: true, onSelect: () => {} }
      : newest === run.versionNumber
        ? { label: t('againIsNewest', { version: newest }), disabled: true, onSelect: () => {} }
        : {
            label: t('againNewest', { version: newest }),
            icon: <RotateCw />,
            onSelect: () => onAgain('newest'),
          },
  ];
  return (
    <Menu
      label={t('againWith')}
      align="end"
      trigger={(props) => (
        <IconButton {...props} label={t('againWith')} icon={<ChevronDown />} disabled={busy} />
      )}
      items={items}
    />
  );
}
