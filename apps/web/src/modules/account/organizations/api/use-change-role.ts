import type { Member, RoleKey } from '@promptvault/contract/account/organizations/shapes';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useSession } from '../../../../shell/session.ts';
import { changeRole, membersQuery } from './members.ts';

/** Shows the new role at once and takes it back when the server refuses. */
export function useChangeRole(member: Member) {
  const queries = useQueryClient();
  const isMe = useSession()?.person.id === member.person.id;
  const show = (shown: Member) =>
    queries.setQueryData(
      membersQuery.queryKey,
      (data) =>
        data && {
          ...data,
          pages: data.pages.map((page) => ({
            ...page,
            items: page.items.map((each) => (each.id === shown.id ? shown : each)),
          })),
        },
    );
  return useMutation({
    mutationFn: (role: RoleKey) => changeRole(member, role),
    onMutate: async (role) => {
      await queries.cancelQueries({ queryKey: membersQuery.queryKey });
      show({ ...member, role });
    },
    onSuccess: (changed) => {
      show(changed);
      if (isMe) return queries.invalidateQueries();
    },
    onError: async () => {
      show(member);
      await queries.invalidateQueries({ queryKey: membersQuery.queryKey });
    },
  });
}
