import { useQuery } from '@tanstack/react-query';
import { EllipsisVertical, Pencil, Plus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useMay } from '../../../../shell/session.ts';
import { Button } from '../../../../ui/button.tsx';
import { Chip } from '../../../../ui/chip.tsx';
import { ErrorState } from '../../../../ui/error-state.tsx';
import { formatNumber } from '../../../../ui/format.ts';
import { IconButton } from '../../../../ui/icon-button.tsx';
import { Menu } from '../../../../ui/menu.tsx';
import { ProblemMessage } from '../../../../ui/problem-message.tsx';
import { SettingsSection } from '../../../../ui/settings-section.tsx';
import { SkeletonRows } from '../../../../ui/skeleton.tsx';
import { toast } from '../../../../ui/toast-store.ts';
import { type Limit, limitsQuery, useLimitChanges } from '../api/usage.ts';
import { u } from '../messages.ts';
import { limitName } from '../state/limit-name.ts';
import { LimitDialog } from './limit-dialog.tsx';

/** The limits the organization set itself; those who may not change them see them all the same. */
export function LimitsSection() {
  const { data, error, refetch, isFetching } = useQuery(limitsQuery);
  const mayManage = useMay()('limit.manage');
  const [editing, setEditing] = useState<Limit | 'new'>();
  const count = (value: number | null | undefined) => (value == null ? '' : formatNumber(value));
  const plan = data?.plan.person;
  return (
    <SettingsSection
      title={u('limits')}
      hint={plan && u('limitsHint', { hour: count(plan.runsAnHour), day: count(plan.runsADay) })}
      actions={
        mayManage && (
          <Button icon={<Plus />} onClick={() => setEditing('new')}>
            {u('addLimit')}
          </Button>
        )
      }
    >
      {error && !data ? (
        <ErrorState
          title={u('limitsFailed')}
          reason={error.message}
          onRetry={() => void refetch()}
          retrying={isFetching}
        />
      ) : !data ? (
        <SkeletonRows rows={2} />
      ) : data.items.length === 0 ? (
        <p className="text-ink-3">{u('noLimits')}</p>
      ) : (
        <ul className="rounded-lg border border-line bg-panel">
          {data.items.map((limit) => (
            <LimitRow key={limit.id} limit={limit} onEdit={mayManage ? () => setEditing(limit) : undefined} />
          ))}
        </ul>
      )}
      {editing && (
        <LimitDialog
          key={editing === 'new' ? 'new' : editing.id}
          limit={editing === 'new' ? undefined : editing}
          onClose={() => setEditing(undefined)}
        />
      )}
    </SettingsSection>
  );
}

const words = {
  runsAnHour: 'perHour',
  runsADay: 'perDay',
  runsAtOnce: 'together',
  uploadsAnHour: 'uploadsPerHour',
  uploadsADay: 'uploadsPerDay',
} as const;

function LimitRow({ limit, onEdit }: { limit: Limit; onEdit: (() => void) | undefined }) {
  const { remove } = useLimitChanges();
  const name = limitName(limit);
  const take = async () => {
    // This row is gone by the time the server has agreed.
    await remove.mutateAsync(limit);
    toast({ text: u('removed', { name }) });
  };
  const numbers = Object.entries(words).flatMap(([field, word]) => {
    const value = limit[field as keyof typeof words];
    return value === null ? [] : [u(word, { number: formatNumber(value) })];
  });
  return (
    <li className="border-b border-line last:border-0">
      <div className="flex items-start gap-3 py-3 pr-2 pl-4">
        <div className="min-w-0 flex-1">
          <h3 className="flex flex-wrap items-center gap-x-2 font-semibold">
            <span className="min-w-0 break-words">{name}</span>
            {limit.raised && <Chip>{u('raised')}</Chip>}
          </h3>
          <p className="mt-0.5 text-12 text-ink-2">{numbers.join(' · ')}</p>
        </div>
        {onEdit && (
          <Menu
            label={u('more', { name })}
            align="end"
            trigger={(trigger) => (
              <IconButton {...trigger} label={u('more', { name })} icon={<EllipsisVertical />} />
            )}
            items={[
              { label: u('edit'), icon: <Pencil />, onSelect: onEdit },
              'separator',
              {
                label: u('remove'),
                icon: <Trash2 />,
                danger: true,
                // What went wrong is shown below the row.
                onSelect: () => void take().catch(() => undefined),
              },
            ]}
          />
        )}
      </div>
      {remove.error && <ProblemMessage className="mx-4 mb-3">{remove.error.message}</ProblemMessage>}
    </li>
  );
}
