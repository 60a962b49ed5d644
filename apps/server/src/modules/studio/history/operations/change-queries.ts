import { HistoryError } from '@promptvault/contract/studio/history/errors';
import type { Authorized } from '../../../../foundation/context/authorized.ts';
import type { Ctx } from '../../../../foundation/context/ctx.ts';
import { isUniqueViolation } from '../../../../foundation/db/faults.ts';
import { RequestError } from '../../../../foundation/errors/foundation-errors.ts';
import { sortKey } from '../../../../foundation/text/sort-key.ts';
import type { Shelf } from '../open.ts';
import { deleteQueryRow, insertQuery, listQueries, type QueryRow, updateQuery } from '../repository/marks.ts';

const mostQueries = 100;

/** @throws history.name_taken, history.too_many */
export async function createQuery(
  ctx: Ctx,
  { organizationId, userId }: Authorized<Shelf, 'run.read'>,
  { name, address }: { name: string; address: string },
): Promise<QueryRow> {
  if ((await listQueries(ctx.tx, organizationId, userId)).length >= mostQueries)
    throw HistoryError.too_many({ most: mostQueries });
  const at = ctx.clock.now();
  const place = { organizationId, userId, id: ctx.newId() };
  const row = await insertQuery(ctx.tx, {
    ...place,
    name,
    nameKey: sortKey(name),
    address,
    createdAt: at,
    updatedAt: at,
  });
  if (!row) throw HistoryError.name_taken({ name });
  return row;
}

/** @throws history.name_taken, request.stale */
export async function changeQuery(
  ctx: Ctx,
  query: Authorized<QueryRow, 'run.read'>,
  { name, address, revision }: { name?: string | undefined; address?: string | undefined; revision: number },
): Promise<QueryRow> {
  const row = await updateQuery(ctx.tx, query, revision, {
    ...(name === undefined ? {} : { name, nameKey: sortKey(name) }),
    ...(address === undefined ? {} : { address }),
    updatedAt: ctx.clock.now(),
  }).catch((error: unknown) => {
    if (isUniqueViolation(error, 'run_query_name'))
      throw HistoryError.name_taken({ name: name ?? query.name });
    throw error;
  });
  if (!row) throw RequestError.stale({ current: query.revision });
  return row;
}

/** @throws request.stale */
export async function deleteQuery(
  ctx: Ctx,
  query: Authorized<QueryRow, 'run.read'>,
  { revision }: { revision: number },
): Promise<void> {
  if (!(await deleteQueryRow(ctx.tx, query, revision))) throw RequestError.stale({ current: query.revision });
}
