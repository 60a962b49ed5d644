import type { Organization } from '@promptvault/contract/account/organizations/shapes';
import { useInfiniteQuery } from '@tanstack/react-query';
import { UserPlus } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../../../../ui/button.tsx';
import { EmptyState } from '../../../../ui/empty-state.tsx';
import { ErrorState } from '../../../../ui/error-state.tsx';
import { ProblemMessage } from '../../../../ui/problem-message.tsx';
import { SettingsSection } from '../../../../ui/settings-section.tsx';
import { SkeletonRows } from '../../../../ui/skeleton.tsx';
import { invitationsQuery } from '../api/invitations.ts';
import { t } from '../messages.ts';
import { frameText } from '../state/frame-text.ts';
import { CreateOrganizationDialog } from './create-organization-dialog.tsx';
import { InvitationRow } from './invitation-row.tsx';
import { InviteDialog } from './invite-dialog.tsx';

export function InvitationSection({ organization }: { organization: Organization }) {
  const [inviting, setInviting] = useState(false);
  const [creating, setCreating] = useState(false);
  if (organization.kind === 'personal')
    return (
      <SettingsSection title={t('invitations')}>
        <ProblemMessage
          severity="info"
          action={
            <Button size="small" onClick={() => setCreating(true)}>
              {frameText('newOrganization')}
            </Button>
          }
        >
          {t('personalOnly')}
        </ProblemMessage>
        {creating && <CreateOrganizationDialog onClose={() => setCreating(false)} />}
      </SettingsSection>
    );
  const invite = (
    <Button icon={<UserPlus />} onClick={() => setInviting(true)}>
      {t('invite')}
    </Button>
  );
  return (
    <SettingsSection title={t('invitations')} hint={t('invitationsHint')} actions={invite}>
      <Invitations />
      {inviting && <InviteDialog organization={organization} onClose={() => setInviting(false)} />}
    </SettingsSection>
  );
}

function Invitations() {
  const { data, error, refetch, isFetching, hasNextPage, fetchNextPage } = useInfiniteQuery(invitationsQuery);
  if (error && !data)
    return (
      <ErrorState
        title={t('invitationsFailed')}
        reason={error.message}
        onRetry={() => void refetch()}
        retrying={isFetching}
      />
    );
  if (!data) return <SkeletonRows rows={2} />;
  const all = data.pages.flatMap(({ items }) => items);
  const open = all.filter(({ state }) => state === 'open');
  const past = all.filter(({ state }) => state !== 'open');
  return (
    <>
      {open.length === 0 ? (
        <EmptyState
          className="rounded-lg border border-dashed border-edge py-8"
          icon={<UserPlus />}
          title={t('invitationsEmpty')}
          hint={t('invitationsEmptyHint')}
        />
      ) : (
        <ul className="rounded-lg border border-line bg-panel">
          {open.map((invitation) => (
            <InvitationRow key={invitation.id} invitation={invitation} />
          ))}
        </ul>
      )}
      {past.length > 0 && (
        <details className="mt-4">
          <summary className="w-fit rounded-xs text-ink-3 hover:text-ink">
            {t('pastInvitations', { count: past.length })}
          </summary>
          <ul className="mt-2 rounded-lg border border-line">
            {past.map((invitation) => (
              <InvitationRow key={invitation.id} invitation={invitation} />
            ))}
          </ul>
        </details>
      )}
      {hasNextPage && (
        <Button className="mt-3" busy={isFetching} onClick={() => void fetchNextPage()}>
          {t('more')}
        </Button>
      )}
    </>
  );
}
