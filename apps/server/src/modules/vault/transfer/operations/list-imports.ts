import type { Authorized } from '../../../../foundation/context/authorized.ts';
import type { Ctx } from '../../../../foundation/context/ctx.ts';
import { decodeTimeCursor, pageOf } from '../../../../foundation/paging/cursor.ts';
import type { Organization } from '../../../account/organizations/index.ts';
import { importsOf } from '../policy.ts';
import { type ImportRow, listImportRows } from '../repository.ts';

export async function listImports(
  ctx: Ctx,
  _organization: Authorized<Organization, 'prompt.import'>,
  { cursor, limit }: { cursor?: string | undefined; limit: number },
): Promise<{ rows: ImportRow[]; nextCursor: string | null }> {
  const after = decodeTimeCursor(cursor);
  const rows = await listImportRows(ctx, { ...importsOf(ctx.actor), after, limit: limit + 1 });
  return pageOf(rows, limit, (row) => ({ key: row.createdAt.toISOString(), id: row.id }));
}
