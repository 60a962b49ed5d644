import type { Authorized } from '../../../../foundation/context/authorized.ts';
import type { Ctx } from '../../../../foundation/context/ctx.ts';
import { RequestError } from '../../../../foundation/errors/foundation-errors.ts';
import { secretDeletedEvent } from '../events.ts';
import { deleteSecretRow, type SecretRow } from '../repository.ts';

/** Gone at once: a secret somebody wants rid of is not kept for an undo. @throws request.stale */
export async function deleteSecret(
  ctx: Ctx,
  row: Authorized<SecretRow, 'secret.manage'>,
  { revision }: { revision: number },
): Promise<void> {
  if (!(await deleteSecretRow(ctx.tx, row, revision))) throw RequestError.stale({ current: row.revision });
  await ctx.emit(secretDeletedEvent, { kind: 'secret', id: row.id }, { name: row.name });
}
