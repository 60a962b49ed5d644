import { PromptError } from '@promptvault/contract/vault/prompts/errors';
import type { Authorized } from '../../../../foundation/context/authorized.ts';
import type { Ctx } from '../../../../foundation/context/ctx.ts';
import { isUniqueViolation } from '../../../../foundation/db/faults.ts';
import { PromptRestored } from '../events.ts';
import type { Prompt } from '../open.ts';
import { changePrompt, type PromptRecord } from '../repository/prompts.ts';
import { choosePaths } from './choose-paths.ts';
import { readPrompt } from './read-prompt.ts';
import { pathKey } from './slug.ts';

/** Undoes a deletion. A path that was taken meanwhile gets a number. @throws prompt.path_taken in a race for it */
export async function restorePrompt(
  ctx: Ctx,
  prompt: Authorized<Prompt, 'prompt.delete'>,
): Promise<PromptRecord> {
  if (prompt.deletedAt === null) return prompt;
  const [path = prompt.path] = await choosePaths(ctx, [prompt.path]);
  try {
    await changePrompt(ctx, prompt.id, null, { deletedAt: null, path, pathKey: pathKey(path) });
  } catch (error) {
    if (isUniqueViolation(error, 'prompt_path')) throw PromptError.path_taken({ path });
    throw error;
  }
  await ctx.emit(PromptRestored, { kind: 'prompt', id: prompt.id }, { path });
  return readPrompt(ctx, prompt.id);
}
