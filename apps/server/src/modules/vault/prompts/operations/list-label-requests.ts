import { personOf } from '../../../../foundation/context/actor.ts';
import type { Authorized } from '../../../../foundation/context/authorized.ts';
import type { Ctx } from '../../../../foundation/context/ctx.ts';
import { isId } from '../../../../foundation/ids/id-maker.ts';
import { decodeTimeCursor, pageOf } from '../../../../foundation/paging/cursor.ts';
import type { Organization } from '../../../account/organizations/index.ts';
import type { LabelRequest } from '../open.ts';
import { visible } from '../policy.ts';
import { type LabelRequestRow, listLabelRequestRows } from '../repository/label-requests.ts';
import { type LabelRequestRecord, readLabelRequests } from './read-label-request.ts';

export interface ListLabelRequests {
  cursor?: string | undefined;
  limit: number;
  status?: LabelRequestRow['status'] | undefined;
  prompt?: string | undefined;
  scope: 'all' | 'waiting';
}

export async function listLabelRequests(
  ctx: Ctx,
  _organization: Authorized<Organization, 'prompt.read'>,
  { cursor, limit, status, prompt, scope }: ListLabelRequests,
): Promise<{ rows: LabelRequestRecord[]; nextCursor: string | null }> {
  const before = decodeTimeCursor(cursor);
  const nothing = { rows: [], nextCursor: null };
  if (prompt !== undefined && !isId(prompt)) return nothing;
  const voter = scope === 'waiting' ? personOf(ctx.actor) : undefined;
  if (voter === null || (voter && !ctx.actor.permissions.has('label.approve'))) return nothing;
  const seen = visible(ctx.actor, ctx.clock.now());
  const found = await listLabelRequestRows(ctx, seen, {
    status,
    promptId: prompt,
    voter,
    before,
    limit: limit + 1,
  });
  const { rows, nextCursor } = pageOf(found, limit, (row) => ({
    key: row.proposedAt.toISOString(),
    id: row.id,
  }));
  return { rows: await readLabelRequests(ctx, rows), nextCursor };
}

export async function getLabelRequest(
  ctx: Ctx,
  request: Authorized<LabelRequest, 'prompt.read'>,
): Promise<LabelRequestRecord> {
  const [record] = await readLabelRequests(ctx, [request]);
  return record as LabelRequestRecord;
}
