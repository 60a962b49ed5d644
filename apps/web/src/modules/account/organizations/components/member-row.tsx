import type { Member, RoleKey } from '@promptvault/contract/account/organizations/shapes';
import { useQuery } from '@tanstack/react-query';
import { UserMinus } from 'lucide-react';
import { useState } from 'react';
import { useMay, useSession } from '../../../../shell/session.ts';
import { Avatar } from '../../../../ui/avatar.tsx';
import { Chip } from '../../../../ui/chip.tsx';
import { IconButton } from '../../../../ui/icon-button.tsx';
import { RelativeTime } from '../../../../ui/relative-time.tsx';
import { Select } from '../../../../ui/select.tsx';
import { organizationQuery } from '../api/organization.ts';
import { useChangeRole } from '../api/use-change-role.ts';
import { t } from '../messages.ts';
import { roles } from '../state/roles.ts';
import { RemoveMemberDialog } from './remove-member-dialog.tsx';

/** A person of the organization. What cannot be changed by this one, or at all, is not offered. */
export function MemberRow({ member }: { member: Member }) {
  const [removing, setRemoving] = useState(false);
  const { data: organization } = useQuery(organizationQuery);
  const may = useMay();
  const isMe = useSession()?.person.id === member.person.id;
  const change = useChangeRole(member);
  const isTeam = organization?.kind === 'team';
  const mayTouch = isTeam && may('member.manage') && (member.role !== 'owner' || may('owner.manage'));
  const offered = roles.filter((role) => role !== 'owner' || may('owner.manage'));
  const { name } = member.person;
  return (
    <li className="border-b border-line px-3 py-2 last:border-0">
      <div className="flex items-center gap-3">
        <Avatar name={name} />
        <div className="min-w-0 flex-1">
          <div className="flex items-center gap-2">
            <span className="truncate font-medium">{name}</span>
            {isMe && <Chip>{t('you')}</Chip>}
          </div>
          <div className="text-12 text-ink-3">
            {t('joined')} <RelativeTime time={member.joinedAt} />
          </div>
        </div>
        {mayTouch ? (
          <Select
            className="w-28"
            label={t('roleOf', { name })}
            hideLabel
            value={member.role}
            disabled={change.isPending}
            onChange={(event) => change.mutate(event.target.value as RoleKey)}
            options={offered.map((role) => ({ value: role, label: t(role) }))}
          />
        ) : (
          <span className="px-2.5 text-ink-2">{t(member.role)}</span>
        )}
        {mayTouch ? (
          <IconButton
            label={isMe ? t('leave') : t('removeMember', { name })}
            icon={<UserMinus />}
            onClick={() => setRemoving(true)}
          />
        ) : (
          isTeam && may('member.manage') && <span className="size-7 shrink-0 pointer-coarse:size-10" />
        )}
      </div>
      {change.error && (
        <p role="alert" className="mt-1 pl-9 text-12 text-bad">
          {change.error.message}
        </p>
      )}
      {removing && organization && (
        <RemoveMemberDialog
          member={member}
          organization={organization}
          isMe={isMe}
          onClose={() => setRemoving(false)}
        />
      )}
    </li>
  );
}
