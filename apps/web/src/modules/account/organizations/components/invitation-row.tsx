import type { Invitation } from '@promptvault/contract/account/organizations/shapes';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button } from '../../../../ui/button.tsx';
import { Chip } from '../../../../ui/chip.tsx';
import { formatDay } from '../../../../ui/format.ts';
import { toast } from '../../../../ui/toast-store.ts';
import { invitationsQuery, revokeInvitation } from '../api/invitations.ts';
import { t } from '../messages.ts';

const states = {
  open: () => t('open'),
  accepted: () => t('accepted'),
  revoked: () => t('stateRevoked'),
  expired: () => t('expired'),
};

export function InvitationRow({ invitation }: { invitation: Invitation }) {
  const { id, note, role, createdBy, expiresAt, state } = invitation;
  const queries = useQueryClient();
  const revoking = useMutation({
    mutationFn: () => revokeInvitation(id),
    onSuccess: () => {
      toast({ text: t('revoked') });
      return queries.invalidateQueries({ queryKey: invitationsQuery.queryKey });
    },
  });
  return (
    <li className="border-b border-line px-3 py-2 last:border-0">
      <div className="flex items-center gap-3">
        <div className="min-w-0 flex-1">
          <div className="flex items-center gap-2">
            <span className="truncate font-medium">{note || t('noNote')}</span>
            <Chip>{t(role)}</Chip>
            {state !== 'open' && <Chip tone={state === 'accepted' ? 'ok' : 'plain'}>{states[state]()}</Chip>}
          </div>
          <div className="text-12 text-ink-3">
            {t('by', { name: createdBy.name })} · {t('until', { day: formatDay(new Date(expiresAt)) })}
          </div>
        </div>
        {state === 'open' && (
          <Button
            size="small"
            kind="danger"
            aria-label={t('revokeOf', { note: note || t('noNote') })}
            busy={revoking.isPending}
            onClick={() => revoking.mutate()}
          >
            {t('revoke')}
          </Button>
        )}
      </div>
      {revoking.error && (
        <p role="alert" className="mt-1 text-12 text-bad">
          {revoking.error.message}
        </p>
      )}
    </li>
  );
}
