import type { Member, Organization } from '@promptvault/contract/account/organizations/shapes';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { Button } from '../../../../ui/button.tsx';
import { Dialog } from '../../../../ui/dialog.tsx';
import { ProblemMessage } from '../../../../ui/problem-message.tsx';
import { toast } from '../../../../ui/toast-store.ts';
import { setTabOrganization } from '../../../../wire/tab-organization.ts';
import { membersQuery, removeMember } from '../api/members.ts';
import { t } from '../messages.ts';

type RemoveMemberDialogProps = {
  member: Member;
  organization: Organization;
  isMe: boolean;
  onClose: () => void;
};

/** Access cannot be given back with an Undo, so it is asked about first. */
export function RemoveMemberDialog({ member, organization, isMe, onClose }: RemoveMemberDialogProps) {
  const queries = useQueryClient();
  const router = useRouter();
  const { name } = member.person;
  const removal = useMutation({
    mutationFn: () => removeMember(member),
    onSuccess: async () => {
      onClose();
      toast({ text: isMe ? t('left', { organization: organization.name }) : t('removed', { name }) });
      if (!isMe) return queries.invalidateQueries({ queryKey: membersQuery.queryKey });
      setTabOrganization(undefined);
      await router.navigate({ to: '/' });
      queries.clear();
      await router.invalidate();
    },
  });
  return (
    <Dialog
      open
      onClose={onClose}
      size="small"
      title={
        isMe
          ? t('leaveTitle', { organization: organization.name })
          : t('removeTitle', { name, organization: organization.name })
      }
      description={isMe ? t('leaveDescription') : t('removeDescription', { name })}
      actions={
        <Button kind="danger" busy={removal.isPending} onClick={() => removal.mutate()}>
          {isMe ? t('leaveOrganization', { organization: organization.name }) : t('removeMember', { name })}
        </Button>
      }
    >
      {removal.error && <ProblemMessage>{removal.error.message}</ProblemMessage>}
    </Dialog>
  );
}
