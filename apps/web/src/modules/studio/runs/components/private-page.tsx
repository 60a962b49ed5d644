import { useQuery } from '@tanstack/react-query';
import { KeyRound, Plus } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useMay } from '../../../../shell/session.ts';
import { Button } from '../../../../ui/button.tsx';
import { Chip } from '../../../../ui/chip.tsx';
import { EmptyState } from '../../../../ui/empty-state.tsx';
import { ErrorState } from '../../../../ui/error-state.tsx';
import { ProblemMessage } from '../../../../ui/problem-message.tsx';
import { SettingsSection } from '../../../../ui/settings-section.tsx';
import { SkeletonRows } from '../../../../ui/skeleton.tsx';
import { Switch } from '../../../../ui/switch.tsx';
import { toast } from '../../../../ui/toast-store.ts';
import { providerName, SettingsRow } from '../../models/index.ts';
import { privatePolicyQuery, usePrivatePolicyChange } from '../api/private-runs.ts';
import { keptHere } from '../state/browser-store.ts';
import { frameText } from '../state/frame-text.ts';
import type { PrivateConnection } from '../state/private-keys.ts';
import { t } from '../state/private-messages.ts';
import { placeProblem } from '../state/private-words.ts';
import { useCountsTold, usePrivateConnections } from '../state/use-private.ts';
import { PrivateConnectionDialog } from './private-connection-dialog.tsx';

/** Whether members may run privately, and the connections of this browser. */
export function PrivatePage() {
  const policy = useQuery(privatePolicyQuery);
  const mayRun = useMay()('run.create');
  useCountsTold();
  useEffect(() => {
    document.title = `${frameText('privateRuns')} · PromptVault`;
  }, []);
  if (policy.error && !policy.data)
    return (
      <ErrorState
        title={t('policyFailed')}
        reason={policy.error.message}
        onRetry={() => void policy.refetch()}
        retrying={policy.isFetching}
      />
    );
  if (!policy.data) return <SkeletonRows rows={4} />;
  return (
    <>
      <Policy />
      {mayRun && policy.data.allowed && <Connections />}
    </>
  );
}

function Policy() {
  const { data: policy, refetch } = useQuery(privatePolicyQuery);
  const mayManage = useMay()('run.privacy');
  const change = usePrivatePolicyChange();
  if (!policy) return null;
  // What was asked for is shown at once; a refusal takes it back and says why.
  const allowed = change.isPending ? change.variables.allowed : policy.allowed;
  return (
    <SettingsSection title={t('heading')} hint={t('intro')}>
      <div className="grid max-w-140 gap-4">
        {mayManage ? (
          <Switch
            label={t('policy')}
            hint={t('policyHint')}
            checked={allowed}
            disabled={change.isPending}
            onChange={(event) => change.mutate({ policy, allowed: event.target.checked })}
          />
        ) : (
          !allowed && <ProblemMessage severity="warning">{t('forbidden')}</ProblemMessage>
        )}
        {change.error && (
          <ProblemMessage
            action={
              <Button size="small" onClick={() => void refetch()}>
                {t('reload')}
              </Button>
            }
          >
            {change.error.message}
          </ProblemMessage>
        )}
      </div>
    </SettingsSection>
  );
}

function Connections() {
  const { connections, isPending, error, changed } = usePrivateConnections();
  const [dialog, setDialog] = useState<{ connection?: PrivateConnection }>();
  const forget = async () => {
    await keptHere().keys.forgetKeys();
    await changed();
    toast({ text: t('keysForgotten'), tone: 'ok' });
  };
  const add = (
    <Button kind="primary" icon={<Plus />} onClick={() => setDialog({})}>
      {t('addConnection')}
    </Button>
  );
  return (
    <SettingsSection
      title={t('connectionsHere')}
      hint={t('connectionsHint')}
      actions={
        connections.length > 0 && (
          <div className="flex flex-wrap gap-2">
            {connections.some(({ hasKey }) => hasKey) && (
              <Button onClick={() => void forget()}>{t('forgetKeys')}</Button>
            )}
            {add}
          </div>
        )
      }
    >
      {error ? (
        <ErrorState title={t('connectionsFailed')} reason={t('connectionsFailedHint')} />
      ) : isPending ? (
        <SkeletonRows rows={2} />
      ) : connections.length === 0 ? (
        <EmptyState
          icon={<KeyRound />}
          title={t('noConnections')}
          hint={t('noConnectionsHint')}
          action={add}
          compact
        />
      ) : (
        <ul className="overflow-hidden rounded-lg border border-line bg-panel">
          {connections.map((connection) => (
            <Row
              key={connection.id}
              connection={connection}
              onEdit={() => setDialog({ connection })}
              onChanged={changed}
            />
          ))}
        </ul>
      )}
      {dialog && <PrivateConnectionDialog {...dialog} onClose={() => setDialog(undefined)} />}
    </SettingsSection>
  );
}

type RowProps = { connection: PrivateConnection; onEdit: () => void; onChanged: () => Promise<unknown> };

function Row({ connection, onEdit, onChanged }: RowProps) {
  const { owner } = usePrivateConnections();
  const { name, provider, baseUrl, hasKey, models } = connection;
  const problem = placeProblem(connection, location);
  const keyState = hasKey ? t('keyHere') : provider === 'openai_compatible' ? t('noKey') : t('keyGone');
  const remove = async () => {
    if (!owner) return;
    await keptHere().keys.remove(owner, connection.id);
    await onChanged();
  };
  return (
    <SettingsRow
      name={name}
      menu={{ onEdit }}
      removal={{
        title: t('removeTitle', { name }),
        text: t('removeText'),
        action: t('remove'),
        done: t('removed', { name }),
        run: remove,
        busy: false,
        error: null,
      }}
      below={
        problem && (
          <ProblemMessage severity="warning" className="mx-4 mb-3">
            {problem}
          </ProblemMessage>
        )
      }
    >
      <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <h3 className="truncate font-semibold">{name}</h3>
        <Chip>{providerName(provider)}</Chip>
        <span
          className={hasKey || provider === 'openai_compatible' ? 'text-12 text-ink-3' : 'text-12 text-warn'}
        >
          {keyState}
        </span>
      </div>
      <p className="mt-0.5 truncate text-12 text-ink-3">
        <span className={baseUrl ? 'font-mono' : undefined}>{baseUrl ?? t('ownAddress')}</span>
        {' · '}
        {t('models', { count: models.length })}
      </p>
    </SettingsRow>
  );
}
