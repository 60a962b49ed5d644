import type { Authorized } from '../../../../foundation/context/authorized.ts';
import type { Ctx } from '../../../../foundation/context/ctx.ts';
import { RequestError } from '../../../../foundation/errors/foundation-errors.ts';
import { modelFactsDeletedEvent } from '../events.ts';
import { deleteFactsRow, type FactsRow } from '../repository.ts';
import { toFactsPayload } from '../views.ts';

/** From here on the catalogue counts again. @throws request.stale */
export async function deleteFacts(
  ctx: Ctx,
  row: Authorized<FactsRow, 'model.manage'>,
  { revision }: { revision: number },
): Promise<void> {
  if (!(await deleteFactsRow(ctx.tx, row, revision))) throw RequestError.stale({ current: row.revision });
  await ctx.emit(modelFactsDeletedEvent, { kind: 'model_facts', id: row.id }, toFactsPayload(row));
}
