import { ChevronDown, ChevronRight, RefreshCw } from 'lucide-react';
import { StatusDot } from '../../../../ui/badge.tsx';
import { Button } from '../../../../ui/button.tsx';
import { Chip } from '../../../../ui/chip.tsx';
import { ProblemMessage } from '../../../../ui/problem-message.tsx';
import { RelativeTime } from '../../../../ui/relative-time.tsx';
import { Spinner } from '../../../../ui/spinner.tsx';
import { useConnectionChanges } from '../api/connection-changes.ts';
import type { ModelConnection } from '../api/models.ts';
import { t } from '../messages.ts';
import { ConnectionModels } from './connection-models.tsx';
import { SettingsRow } from './settings-row.tsx';

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
  const { name, provider, baseUrl, keyEnding } = connection;
  return (
    <SettingsRow
      name={name}
      menu={
        mayManage
          ? {
              onEdit,
              before: [
                { label: t('testAgain'), icon: <RefreshCw />, onSelect: () => test.mutate(connection.id) },
              ],
            }
          : undefined
      }
      removal={{
        title: t('removeTitle', { name }),
        text: t('removeText'),
        action: t('removeAction'),
        done: t('removed', { name }),
        run: () => remove.mutateAsync(connection),
        busy: remove.isPending,
        error: remove.error,
      }}
      below={
        <>
          {connection.test?.ok === false && !test.isPending && (
            <ProblemMessage severity="warning" className="mx-4 mb-3">
              {connection.test.message}
            </ProblemMessage>
          )}
          <HealthNote connection={connection} />
          {test.error && <ProblemMessage className="mx-4 mb-3">{test.error.message}</ProblemMessage>}
          {open && (
            <div className="border-t border-line bg-bg">
              <ConnectionModels connection={connection} mayManage={mayManage} />
            </div>
          )}
        </>
      }
    >
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
    </SettingsRow>
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
