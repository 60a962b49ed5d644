import type { Authorized } from '../../../../foundation/context/authorized.ts';
import type { Ctx } from '../../../../foundation/context/ctx.ts';
import { RequestError } from '../../../../foundation/errors/foundation-errors.ts';
import { connectionDeletedEvent } from '../events.ts';
import { type ConnectionRow, deleteConnectionRow } from '../repository.ts';

/** Gone at once, with its key: a secret somebody wants rid of is not kept for an undo. @throws request.stale */
export async function deleteConnection(
  ctx: Ctx,
  connection: Authorized<ConnectionRow, 'model.manage'>,
  { revision }: { revision: number },
): Promise<void> {
  if (!(await deleteConnectionRow(ctx.tx, connection, revision)))
    throw RequestError.stale({ current: connection.revision });
  const { id, name, provider } = connection;
  ctx.afterCommit(() => void ctx.ports.llm.forgetHealth(id));
  await ctx.emit(connectionDeletedEvent, { kind: 'connection', id }, { name, provider });
}
