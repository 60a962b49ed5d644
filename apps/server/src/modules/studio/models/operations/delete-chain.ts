import type { Authorized } from '../../../../foundation/context/authorized.ts';
import type { Ctx } from '../../../../foundation/context/ctx.ts';
import { RequestError } from '../../../../foundation/errors/foundation-errors.ts';
import { modelChainDeletedEvent } from '../events.ts';
import { type ChainRow, deleteChainRow } from '../repository.ts';

/** @throws request.stale */
export async function deleteChain(
  ctx: Ctx,
  row: Authorized<ChainRow, 'model.manage'>,
  { revision }: { revision: number },
): Promise<void> {
  if (!(await deleteChainRow(ctx.tx, row, revision))) throw RequestError.stale({ current: row.revision });
  const { id, name, steps } = row;
  await ctx.emit(modelChainDeletedEvent, { kind: 'model_chain', id }, { name, steps });
}
