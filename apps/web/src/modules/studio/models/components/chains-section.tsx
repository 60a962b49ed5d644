import { useQuery } from '@tanstack/react-query';
import { ArrowRight, Plus } from 'lucide-react';
import { Fragment, useState } from 'react';
import { Button } from '../../../../ui/button.tsx';
import { ErrorState } from '../../../../ui/error-state.tsx';
import { SettingsSection } from '../../../../ui/settings-section.tsx';
import { SkeletonRows } from '../../../../ui/skeleton.tsx';
import { useChainChanges } from '../api/chain-changes.ts';
import { chainsQuery, type ModelChain } from '../api/models.ts';
import { t } from '../messages.ts';
import { ChainDialog } from './chain-dialog.tsx';
import { SettingsRow } from './settings-row.tsx';

/** The orders in which models stand in for each other. */
export function ChainsSection({ mayManage }: { mayManage: boolean }) {
  const { data, error, refetch, isFetching } = useQuery(chainsQuery);
  const [editing, setEditing] = useState<ModelChain | 'new'>();
  return (
    <SettingsSection
      title={t('chains')}
      hint={t('chainsHint')}
      actions={
        mayManage && (
          <Button icon={<Plus />} onClick={() => setEditing('new')}>
            {t('addChain')}
          </Button>
        )
      }
    >
      {error && !data ? (
        <ErrorState reason={error.message} onRetry={() => void refetch()} retrying={isFetching} />
      ) : !data ? (
        <SkeletonRows rows={2} />
      ) : data.length === 0 ? (
        <p className="text-ink-3">{t('noChains')}</p>
      ) : (
        <ul className="overflow-hidden rounded-lg border border-line bg-panel">
          {data.map((chain) => (
            <ChainRow key={chain.id} chain={chain} mayManage={mayManage} onEdit={() => setEditing(chain)} />
          ))}
        </ul>
      )}
      {editing && (
        <ChainDialog chain={editing === 'new' ? undefined : editing} onClose={() => setEditing(undefined)} />
      )}
    </SettingsSection>
  );
}

type ChainRowProps = { chain: ModelChain; mayManage: boolean; onEdit: () => void };

function ChainRow({ chain, mayManage, onEdit }: ChainRowProps) {
  const { remove } = useChainChanges();
  const { name, steps } = chain;
  return (
    <SettingsRow
      name={name}
      menu={mayManage ? { onEdit } : undefined}
      removal={{
        title: t('removeChainTitle', { name }),
        text: t('removeChainText'),
        action: t('removeChainAction'),
        done: t('chainRemoved', { name }),
        run: () => remove.mutateAsync(chain),
        busy: remove.isPending,
        error: remove.error,
      }}
    >
      <h3 className="truncate font-semibold">{name}</h3>
      <p className="mt-0.5 flex flex-wrap items-center gap-x-1.5 text-12 text-ink-2">
        {steps.map((step, index) => (
          <Fragment key={`${step.connectionId} ${step.model}`}>
            {index > 0 && <ArrowRight aria-hidden="true" className="size-3 text-ink-3" />}
            <span className={step.connectionName === null ? 'text-warn' : undefined}>
              <span className="font-mono">{step.model}</span>{' '}
              {step.connectionName === null ? t('stepGone') : step.connectionName}
            </span>
          </Fragment>
        ))}
      </p>
    </SettingsRow>
  );
}
