import type { Authorized } from '../../../../foundation/context/authorized.ts';
import type { Ctx } from '../../../../foundation/context/ctx.ts';
import { decodeCursor, pageOf } from '../../../../foundation/paging/cursor.ts';
import type { Organization } from '../../../account/organizations/index.ts';
import { listTagRows } from '../repository.ts';
import { tagKey } from './ensure-tags.ts';

export interface ListTags {
  cursor?: string | undefined;
  limit: number;
  q?: string | undefined;
}

export async function listTags(
  ctx: Ctx,
  _organization: Authorized<Organization, 'prompt.read'>,
  input: ListTags,
) {
  const cursor = decodeCursor(input.cursor, 'string');
  const after = cursor && { key: String(cursor.key), id: cursor.id };
  const rows = await listTagRows(ctx, { part: tagKey(input.q ?? ''), after, limit: input.limit + 1 });
  return pageOf(rows, input.limit, (row) => ({ key: row.nameKey, id: row.id }));
}
