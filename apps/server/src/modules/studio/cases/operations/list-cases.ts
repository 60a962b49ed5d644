import {
  exampleLimits,
  type listCasesQuery,
  type listExampleCasesQuery,
} from '@promptvault/contract/studio/cases/shapes';
import type * as z from 'zod';
import type { Authorized } from '../../../../foundation/context/authorized.ts';
import type { Ctx } from '../../../../foundation/context/ctx.ts';
import { decodeCursor, pageOf } from '../../../../foundation/paging/cursor.ts';
import {
  type CaseRow,
  type CaseSetRow,
  type ExampleRow,
  listCaseRows,
  listExampleRows,
} from '../repository.ts';

export type ListCases = z.output<typeof listCasesQuery>;

/** In the order of the set, as now or as of one of its versions. */
export async function listCases(
  ctx: Ctx,
  set: Authorized<CaseSetRow, 'case.read'>,
  { cursor, limit, version, tag, q }: ListCases,
): Promise<{ rows: CaseRow[]; nextCursor: string | null }> {
  const rows = await listCaseRows(ctx, set.id, {
    version: Math.min(version ?? set.version, set.version),
    after: placeOf(cursor),
    limit: limit + 1,
    tag,
    q,
  });
  return pageOf(rows, limit, toPlace);
}

/** Those that a run of a prompt may choose among. */
export async function listExampleCases(
  ctx: Ctx,
  set: Authorized<CaseSetRow, 'case.read'>,
  { cursor, limit, version }: z.output<typeof listExampleCasesQuery>,
): Promise<{ rows: ExampleRow[]; nextCursor: string | null }> {
  const rows = await listExampleRows(ctx, set.id, {
    version: Math.min(version ?? set.version, set.version),
    after: placeOf(cursor),
    longest: exampleLimits.longest,
    limit: limit + 1,
  });
  return pageOf(rows, limit, toPlace);
}

function placeOf(cursor: string | undefined): number {
  const after = Number(decodeCursor(cursor, 'number')?.key ?? -1);
  return Number.isSafeInteger(after) && after < 2 ** 31 ? after : -1;
}

const toPlace = ({ position, id }: Pick<CaseRow, 'position' | 'id'>) => ({ key: position, id });
