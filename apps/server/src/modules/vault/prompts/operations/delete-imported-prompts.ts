import type { Ctx } from '../../../../foundation/context/ctx.ts';
import { PromptDeleted } from '../events.ts';
import { deleteUntouchedImports } from '../repository/prompts.ts';

/** Deletes what an import made and nobody changed since; called by whoever opened that import. @returns how many */
export async function deleteImportedPrompts(ctx: Ctx, importId: string): Promise<number> {
  const deleted = await deleteUntouchedImports(ctx, importId, ctx.clock.now());
  for (const { id, path } of deleted) await ctx.emit(PromptDeleted, { kind: 'prompt', id }, { path });
  return deleted.length;
}
