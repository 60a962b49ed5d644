import type { Ctx } from '../../../../foundation/context/ctx.ts';

/** Whose rows: every query names the organization too, so that indexes are used. */
export type Place = Pick<Ctx, 'tx' | 'organizationId'>;

/** Rows of one insert: PostgreSQL takes 65,535 parameters in a statement. */
const rowsAtOnce = 1000;

export async function inChunks<T>(
  rows: readonly T[],
  insert: (chunk: T[]) => PromiseLike<unknown>,
): Promise<void> {
  for (let from = 0; from < rows.length; from += rowsAtOnce)
    await insert(rows.slice(from, from + rowsAtOnce));
}
