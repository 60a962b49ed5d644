import { useQuery } from '@tanstack/react-query';
import { ArrowRight, EllipsisVertical, Pencil, Plus, Trash2 } from 'lucide-react';
import { Fragment, useState } from 'react';
import { Button } from '../../../../ui/button.tsx';
import { ConfirmDialog } from '../../../../ui/confirm-dialog.tsx';
import { ErrorState } from '../../../../ui/error-state.tsx';
import { IconButton } from '../../../../ui/icon-button.tsx';
import { Menu } from '../../../../ui/menu.tsx';
import { ProblemMessage } from '../../../../ui/problem-message.tsx';
import { SettingsSection } from '../../../../ui/settings-section.tsx';
import { SkeletonRows } from '../../../../ui/skeleton.tsx';
import { toast } from '../../../../ui/toast-store.ts';
import { useChainChanges } from '../api/chain-changes.ts';
import { chainsQuery, type ModelChain } from '../api/models.ts';
import { t } from '../messages.ts';
import { ChainDialog } from './chain-dialog.tsx';

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
  const [removing, setRemoving] = useState(false);
  const { name, steps } = chain;
  return (
    <li className="border-b border-line last:border-0">
      <div className="flex items-start gap-3 py-3 pr-2 pl-4">
        <div className="min-w-0 flex-1">
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
        </div>
        {mayManage && (
          <Menu
            label={t('more', { name })}
            align="end"
            trigger={(trigger) => (
              <IconButton {...trigger} label={t('more', { name })} icon={<EllipsisVertical />} />
            )}
            items={[
              { label: t('edit'), icon: <Pencil />, onSelect: onEdit },
              'separator',
              { label: t('remove'), icon: <Trash2 />, danger: true, onSelect: () => setRemoving(true) },
            ]}
          />
        )}
      </div>
      {remove.error && !removing && (
        <ProblemMessage className="mx-4 mb-3">{remove.error.message}</ProblemMessage>
      )}
      {removing && (
        <ConfirmDialog
          open
          onClose={() => setRemoving(false)}
          title={t('removeChainTitle', { name })}
          description={t('removeChainText')}
          action={t('removeChainAction')}
          name={name}
          busy={remove.isPending}
          onConfirm={() => {
            remove.mutateAsync(chain).then(
              () => toast({ text: t('chainRemoved', { name }) }),
              () => setRemoving(false),
            );
          }}
        />
      )}
    </li>
  );
}
