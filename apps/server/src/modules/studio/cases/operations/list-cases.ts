import type { listCasesQuery } from '@promptvault/contract/studio/cases/shapes';
import type * as z from 'zod';
import type { Authorized } from '../../../../foundation/context/authorized.ts';
import type { Ctx } from '../../../../foundation/context/ctx.ts';
import { decodeCursor, pageOf } from '../../../../foundation/paging/cursor.ts';
import { type CaseRow, type CaseSetRow, listCaseRows } from '../repository.ts';

export type ListCases = z.output<typeof listCasesQuery>;

/** In the order of the set, as now or as of one of its versions. */
export async function listCases(
  ctx: Ctx,
  set: Authorized<CaseSetRow, 'case.read'>,
  { cursor, limit, version, tag, q }: ListCases,
): Promise<{ rows: CaseRow[]; nextCursor: string | null }> {
  const after = Number(decodeCursor(cursor, 'number')?.key ?? -1);
  const rows = await listCaseRows(ctx, set.id, {
    version: Math.min(version ?? set.version, set.version),
    after: Number.isSafeInteger(after) && after < 2 ** 31 ? after : -1,
    limit: limit + 1,
    tag,
    q,
  });
  return pageOf(rows, limit, ({ position, id }) => ({ key: position, id }));
}
