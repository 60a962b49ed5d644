import { useQuery } from '@tanstack/react-query';
import { Copy, KeyRound, Plus } from 'lucide-react';
import { useEffect, useState } from 'react';
import { PageLink } from '../../../../shell/page-link.tsx';
import { useMay } from '../../../../shell/session.ts';
import { Button } from '../../../../ui/button.tsx';
import { EmptyState } from '../../../../ui/empty-state.tsx';
import { ErrorState } from '../../../../ui/error-state.tsx';
import { RelativeTime } from '../../../../ui/relative-time.tsx';
import { SettingsSection } from '../../../../ui/settings-section.tsx';
import { SkeletonRows } from '../../../../ui/skeleton.tsx';
import { linkClass } from '../../../../ui/text-link.tsx';
import { toast } from '../../../../ui/toast-store.ts';
import { writeClipboard } from '../../../../ui/write-clipboard.ts';
import { SettingsRow } from '../../models/index.ts';
import { type Secret, secretsQuery, useSecretChanges } from '../api/secrets.ts';
import { t } from '../messages.ts';
import { frameText } from '../state/frame-text.ts';
import { placeOf } from '../state/secret-form.ts';
import { SecretDialog } from './secret-dialog.tsx';

/** What headers of HTTP tools may name: where each may go, and which prompts name it. */
export function SecretsPage() {
  const { data, error, refetch, isFetching } = useQuery(secretsQuery);
  const mayManage = useMay()('secret.manage');
  const [editing, setEditing] = useState<Secret | 'new'>();
  useEffect(() => {
    document.title = `${frameText('title')} · PromptVault`;
  }, []);
  const add = mayManage && (
    <Button icon={<Plus />} onClick={() => setEditing('new')}>
      {t('add')}
    </Button>
  );
  return (
    <SettingsSection
      title={frameText('title')}
      hint={t('hint', { place: placeOf('name') })}
      actions={data && data.length > 0 && add}
    >
      {error && !data ? (
        <ErrorState
          title={t('failed')}
          reason={error.message}
          onRetry={() => void refetch()}
          retrying={isFetching}
        />
      ) : !data ? (
        <SkeletonRows rows={3} />
      ) : data.length === 0 ? (
        <EmptyState icon={<KeyRound />} title={t('none')} hint={t('noneHint')} action={add} />
      ) : (
        <ul className="overflow-hidden rounded-lg border border-line bg-panel">
          {data.map((secret) => (
            <SecretItem
              key={secret.id}
              secret={secret}
              mayManage={mayManage}
              onEdit={() => setEditing(secret)}
            />
          ))}
        </ul>
      )}
      {editing && (
        <SecretDialog
          secret={editing === 'new' ? undefined : editing}
          onClose={() => setEditing(undefined)}
        />
      )}
    </SettingsSection>
  );
}

type SecretItemProps = { secret: Secret; mayManage: boolean; onEdit: () => void };

function SecretItem({ secret, mayManage, onEdit }: SecretItemProps) {
  const { remove } = useSecretChanges();
  const { name, origins, usedBy, replacedAt } = secret;
  const place = placeOf(name);
  const copy = async () => {
    await writeClipboard(place);
    toast({ text: t('copied', { place }) });
  };
  const copyItem = { label: t('copy', { place }), icon: <Copy />, onSelect: () => void copy() };
  return (
    <SettingsRow
      name={name}
      menu={mayManage ? { onEdit, before: [copyItem] } : undefined}
      removal={{
        title: t('removeTitle', { name }),
        text: t('removeText'),
        action: t('removeAction'),
        done: t('removed', { name }),
        run: () => remove.mutateAsync(secret),
        busy: remove.isPending,
        error: remove.error,
      }}
    >
      <h3 className="truncate font-mono font-semibold">{name}</h3>
      <p className="mt-0.5 text-12 break-words text-ink-2">{t('sentTo', { origins: origins.join(', ') })}</p>
      <p className="mt-0.5 flex flex-wrap gap-x-1.5 text-12 text-ink-3">
        <span>
          {t('replaced')} <RelativeTime time={replacedAt} />
        </span>
        <span aria-hidden="true">·</span>
        {usedBy.length === 0 ? t('unused') : t('usedBy')}
        {usedBy.map(({ promptId, title }) => (
          <PageLink key={promptId} className={linkClass} to="/prompts/$promptId" params={{ promptId }}>
            {title}
          </PageLink>
        ))}
      </p>
    </SettingsRow>
  );
}
