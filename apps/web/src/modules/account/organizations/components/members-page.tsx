import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useMay } from '../../../../shell/session.ts';
import { Button } from '../../../../ui/button.tsx';
import { ErrorState } from '../../../../ui/error-state.tsx';
import { SettingsSection } from '../../../../ui/settings-section.tsx';
import { SkeletonRows } from '../../../../ui/skeleton.tsx';
import { membersQuery } from '../api/members.ts';
import { organizationQuery } from '../api/organization.ts';
import { t } from '../messages.ts';
import { frameText } from '../state/frame-text.ts';
import { InvitationSection } from './invitation-section.tsx';
import { MemberRow } from './member-row.tsx';

export function MembersPage() {
  const mayManage = useMay()('member.manage');
  const { data: organization } = useQuery(organizationQuery);
  useEffect(() => {
    document.title = `${frameText('members')} · PromptVault`;
  }, []);
  return (
    <>
      <Members />
      {mayManage && organization && <InvitationSection organization={organization} />}
    </>
  );
}

function Members() {
  const { data, error, refetch, isFetching, hasNextPage, fetchNextPage } = useInfiniteQuery(membersQuery);
  if (error && !data)
    return (
      <ErrorState
        title={t('membersFailed')}
        reason={error.message}
        onRetry={() => void refetch()}
        retrying={isFetching}
      />
    );
  const members = data?.pages.flatMap(({ items }) => items);
  const hint = members && !hasNextPage ? t('membersHint', { count: members.length }) : t('membersLoading');
  return (
    <SettingsSection title={frameText('members')} hint={hint}>
      {members ? (
        <ul className="rounded-lg border border-line bg-panel">
          {members.map((member) => (
            <MemberRow key={member.id} member={member} />
          ))}
        </ul>
      ) : (
        <SkeletonRows rows={3} />
      )}
      {hasNextPage && (
        <Button className="mt-3" busy={isFetching} onClick={() => void fetchNextPage()}>
          {t('more')}
        </Button>
      )}
    </SettingsSection>
  );
}
