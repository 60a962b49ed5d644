import type { Authorized } from '../../../../foundation/context/authorized.ts';
import type { Ctx } from '../../../../foundation/context/ctx.ts';
import { RequestError } from '../../../../foundation/errors/foundation-errors.ts';
import { PromptDeleted } from '../events.ts';
import type { Prompt } from '../open.ts';
import { changePrompt } from '../repository/prompts.ts';
import { readPrompt } from './read-prompt.ts';
import { tellAccess } from './tell-draft.ts';

/** Its rows stay for 30 days; its path is free at once. @throws request.stale */
export async function deletePrompt(
  ctx: Ctx,
  prompt: Authorized<Prompt, 'prompt.delete'>,
  { revision }: { revision: number },
): Promise<void> {
  const done = await changePrompt(ctx, prompt.id, revision, { deletedAt: ctx.clock.now() });
  if (!done) throw RequestError.stale({ current: (await readPrompt(ctx, prompt.id)).revision });
  await ctx.emit(PromptDeleted, { kind: 'prompt', id: prompt.id }, { path: prompt.path });
  tellAccess(ctx, prompt.id);
}
