import type { Authorized } from '../../../../foundation/context/authorized.ts';
import type { Ctx } from '../../../../foundation/context/ctx.ts';
import { decodeTimeCursor, pageOf } from '../../../../foundation/paging/cursor.ts';
import {
  type InvitationRow,
  listInvitationRows,
  listMemberRows,
  type MemberRow,
  type OrganizationRow,
} from '../repository.ts';

interface Page<T> {
  rows: T[];
  nextCursor: string | null;
}

interface PageInput {
  cursor?: string | undefined;
  limit: number;
}

export async function listMembers(
  ctx: Ctx,
  _organization: Authorized<OrganizationRow, 'organization.read'>,
  { cursor, limit }: PageInput,
): Promise<Page<MemberRow>> {
  const rows = await listMemberRows(ctx.tx, ctx.organizationId, decodeTimeCursor(cursor), limit + 1);
  return pageOf(rows, limit, (row) => ({ key: row.joinedAt.toISOString(), id: row.id }));
}

export async function listInvitations(
  ctx: Ctx,
  _organization: Authorized<OrganizationRow, 'member.manage'>,
  { cursor, limit }: PageInput,
): Promise<Page<InvitationRow>> {
  const rows = await listInvitationRows(ctx.tx, ctx.organizationId, decodeTimeCursor(cursor), limit + 1);
  return pageOf(rows, limit, (row) => ({ key: row.createdAt.toISOString(), id: row.id }));
}
