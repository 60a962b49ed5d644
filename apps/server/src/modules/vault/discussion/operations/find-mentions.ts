import type { Authorized } from '../../../../foundation/context/authorized.ts';
import type { Ctx } from '../../../../foundation/context/ctx.ts';
import type { Organization } from '../../../account/organizations/index.ts';
import { findMembersByName } from '../repository/threads.ts';

const most = 10;

export const findMentions = (
  ctx: Ctx,
  _organization: Authorized<Organization, 'organization.read'>,
  { q }: { q: string },
): Promise<{ id: string; name: string }[]> => findMembersByName(ctx, q.trim(), most);
