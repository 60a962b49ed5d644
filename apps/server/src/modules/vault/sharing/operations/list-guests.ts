import type { RouteInput } from '@promptvault/contract/define-route';
import type { listGuests as listRoute } from '@promptvault/contract/vault/sharing/routes';
import type { Authorized } from '../../../../foundation/context/authorized.ts';
import type { Ctx } from '../../../../foundation/context/ctx.ts';
import { isId } from '../../../../foundation/ids/id-maker.ts';
import { decodeTimeCursor, pageOf } from '../../../../foundation/paging/cursor.ts';
import { endGuest, type Guest, type Organization } from '../../../account/organizations/index.ts';
import { mayShare } from '../open.ts';
import { all, visible } from '../policy.ts';
import { listGuestRows } from '../repository.ts';

/** Those one invited; all of a prompt that one may share oneself; those of everybody for who manages sharing. */
export async function listGuests(
  ctx: Ctx,
  _organization: Authorized<Organization, 'share.create'>,
  { cursor, limit, prompt }: RouteInput<typeof listRoute>,
): Promise<{ rows: Guest[]; nextCursor: string | null }> {
  // An id of another form is the id of nothing.
  if (prompt !== undefined && !isId(prompt)) return { rows: [], nextCursor: null };
  const subject = prompt === undefined ? undefined : { kind: 'prompt' as const, id: prompt };
  const rows = await listGuestRows(ctx.tx, ctx.organizationId, {
    visible: subject && (await mayShare(ctx, subject)) ? all : visible(ctx.actor),
    subject,
    before: decodeTimeCursor(cursor),
    limit: limit + 1,
  });
  return pageOf(rows, limit, (row) => ({ key: row.createdAt.toISOString(), id: row.id }));
}

export const removeGuest = (ctx: Ctx, row: Authorized<Guest, 'share.create'>): Promise<void> =>
  endGuest(ctx, row);
