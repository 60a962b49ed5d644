import { ChevronDown, ChevronRight, EllipsisVertical, Pencil, RefreshCw, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { StatusDot } from '../../../../ui/badge.tsx';
import { Button } from '../../../../ui/button.tsx';
import { Chip } from '../../../../ui/chip.tsx';
import { ConfirmDialog } from '../../../../ui/confirm-dialog.tsx';
import { IconButton } from '../../../../ui/icon-button.tsx';
import { Menu } from '../../../../ui/menu.tsx';
import { ProblemMessage } from '../../../../ui/problem-message.tsx';
import { RelativeTime } from '../../../../ui/relative-time.tsx';
import { Spinner } from '../../../../ui/spinner.tsx';
import { toast } from '../../../../ui/toast-store.ts';
import { useConnectionChanges } from '../api/connection-changes.ts';
import type { ModelConnection } from '../api/models.ts';
import { t } from '../messages.ts';
import { ConnectionModels } from './connection-models.tsx';

type ConnectionRowProps = {
  connection: ModelConnection;
  modelCount: number;
  mayManage: boolean;
  open: boolean;
  onOpen: (open: boolean) => void;
  onEdit: () => void;
};

/** One connection: where, with which key, whether it answers, and its models below. */
export function ConnectionRow(props: ConnectionRowProps) {
  const { connection, modelCount, mayManage, open, onOpen, onEdit } = props;
  const { test, remove } = useConnectionChanges();
  const [removing, setRemoving] = useState(false);
  const { name, provider, baseUrl, keyEnding } = connection;
  const failure = test.error ?? (removing ? null : remove.error);
  return (
    <li className="border-b border-line last:border-0">
      <div className="flex items-start gap-3 py-3 pr-2 pl-4">
        <div className="min-w-0 flex-1">
          <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
            <h3 className="truncate font-semibold">{name}</h3>
            <Chip>{t(provider)}</Chip>
            {connection.personal && <Chip>{t('onlyYou')}</Chip>}
            <TestState connection={connection} testing={test.isPending} />
          </div>
          <p className="mt-0.5 truncate text-12 text-ink-3">
            <span className={baseUrl ? 'font-mono' : undefined}>{baseUrl ?? t('ownAddress')}</span>
            {' · '}
            {connection.api === 'responses' && `${t('apiResponsesShort')} · `}
            {keyEnding ? (
              <span className="font-mono">{t('keyEnding', { ending: keyEnding })}</span>
            ) : (
              t(keyEnding === null ? 'noKey' : 'keyStored')
            )}
          </p>
          {(modelCount > 0 || open) && (
            <Button
              size="small"
              kind="quiet"
              className="mt-1 -ml-2"
              aria-expanded={open}
              icon={open ? <ChevronDown /> : <ChevronRight />}
              onClick={() => onOpen(!open)}
            >
              {open ? t('hideModels') : t('showModels', { count: modelCount })}
            </Button>
          )}
        </div>
        {mayManage && (
          <Menu
            label={t('more', { name })}
            align="end"
            trigger={(trigger) => (
              <IconButton {...trigger} label={t('more', { name })} icon={<EllipsisVertical />} />
            )}
            items={[
              { label: t('testAgain'), icon: <RefreshCw />, onSelect: () => test.mutate(connection.id) },
              { label: t('edit'), icon: <Pencil />, onSelect: onEdit },
              'separator',
              { label: t('remove'), icon: <Trash2 />, danger: true, onSelect: () => setRemoving(true) },
            ]}
          />
        )}
      </div>
      {connection.test?.ok === false && !test.isPending && (
        <ProblemMessage severity="warning" className="mx-4 mb-3">
          {connection.test.message}
        </ProblemMessage>
      )}
      <HealthNote connection={connection} />
      {failure && <ProblemMessage className="mx-4 mb-3">{failure.message}</ProblemMessage>}
      {open && (
        <div className="border-t border-line bg-bg">
          <ConnectionModels connection={connection} mayManage={mayManage} />
        </div>
      )}
      {removing && (
        <ConfirmDialog
          open
          onClose={() => setRemoving(false)}
          title={t('removeTitle', { name })}
          description={t('removeText')}
          action={t('removeAction')}
          name={name}
          busy={remove.isPending}
          onConfirm={() => {
            // The promise outlives this row, which is gone once the server has agreed.
            remove.mutateAsync(connection).then(
              () => toast({ text: t('removed', { name }) }),
              () => setRemoving(false),
            );
          }}
        />
      )}
    </li>
  );
}

function TestState({ connection: { test }, testing }: { connection: ModelConnection; testing: boolean }) {
  if (testing)
    return (
      <span role="status" className="flex items-center gap-1.5 text-12 text-ink-3">
        <Spinner />
        {t('testing')}
      </span>
    );
  if (!test) return <span className="text-12 text-ink-3">{t('notTested')}</span>;
  return (
    <span className="flex items-center gap-1.5 text-12 text-ink-2">
      <StatusDot tone={test.ok ? 'ok' : 'bad'} />
      {test.ok ? t('testOk', { count: test.models }) : t('testFailed')}
      <RelativeTime time={test.at} className="text-ink-3" />
    </span>
  );
}

/** What went wrong of late, and whether calls go out at the moment. */
function HealthNote({ connection: { health } }: { connection: ModelConnection }) {
  if (!health?.lastFailure || (health.state === 'closed' && health.failures === 0)) return null;
  const { state, failures, lastFailure } = health;
  return (
    <ProblemMessage severity="warning" className="mx-4 mb-3">
      {t(state === 'closed' ? 'failingCalls' : state === 'open' ? 'restingCalls' : 'tryingCalls', {
        count: failures,
      })}{' '}
      {lastFailure.message}
    </ProblemMessage>
  );
}
