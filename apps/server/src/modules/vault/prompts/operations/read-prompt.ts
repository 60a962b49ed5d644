import { personOf } from '../../../../foundation/context/actor.ts';
import type { Ctx } from '../../../../foundation/context/ctx.ts';
import { ResourceError } from '../../../../foundation/errors/foundation-errors.ts';
import { findPrompt, type PromptRecord } from '../repository/prompts.ts';

/** A prompt as it is after an operation of this transaction, which was allowed to change it. */
export async function readPrompt(ctx: Ctx, promptId: string): Promise<PromptRecord> {
  const row = await findPrompt(ctx, personOf(ctx.actor), promptId);
  if (!row) throw ResourceError.not_found();
  return row;
}
