import type { RouteInput } from '@promptvault/contract/define-route';
import type { listShareLinks as listRoute } from '@promptvault/contract/vault/sharing/routes';
import type { Authorized } from '../../../../foundation/context/authorized.ts';
import type { Ctx } from '../../../../foundation/context/ctx.ts';
import { isId } from '../../../../foundation/ids/id-maker.ts';
import { decodeTimeCursor, pageOf } from '../../../../foundation/paging/cursor.ts';
import type { Organization } from '../../../account/organizations/index.ts';
import { visible } from '../policy.ts';
import { listShareLinkRows, type ShareLinkRow } from '../repository.ts';

export async function listShareLinks(
  ctx: Ctx,
  _organization: Authorized<Organization, 'share.create'>,
  { cursor, limit, kind, id }: RouteInput<typeof listRoute>,
): Promise<{ rows: ShareLinkRow[]; nextCursor: string | null }> {
  // An id of another form is the id of nothing.
  if (id !== undefined && !isId(id)) return { rows: [], nextCursor: null };
  const rows = await listShareLinkRows(ctx.tx, ctx.organizationId, {
    visible: visible(ctx.actor),
    subject: kind && id ? { kind, id } : undefined,
    before: decodeTimeCursor(cursor),
    limit: limit + 1,
  });
  return pageOf(rows, limit, (row) => ({ key: row.createdAt.toISOString(), id: row.id }));
}
