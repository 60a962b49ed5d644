import { ImportError } from '@promptvault/contract/vault/transfer/errors';
import type { Authorized } from '../../../../foundation/context/authorized.ts';
import type { Ctx } from '../../../../foundation/context/ctx.ts';
import { deleteImportedPrompts } from '../../prompts/index.ts';
import { ImportUndone } from '../events.ts';
import { type ImportRow, markUndone, storeRemoved } from '../repository.ts';

/** Deletes the prompts nobody changed since; they can be restored for 30 days. @throws import.already_undone */
export async function undoImport(
  ctx: Ctx,
  session: Authorized<ImportRow, 'prompt.import'>,
): Promise<ImportRow> {
  const undone = await markUndone(ctx, session.id, ctx.clock.now());
  if (!undone) throw ImportError.already_undone();
  const removed = await deleteImportedPrompts(ctx, session.id);
  await storeRemoved(ctx, session.id, removed);
  const facts = { removed, kept: session.created - removed };
  await ctx.emit(ImportUndone, { kind: 'import_session', id: session.id }, facts);
  return { ...undone, removed };
}
