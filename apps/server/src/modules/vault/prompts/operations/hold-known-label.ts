import { PromptError } from '@promptvault/contract/vault/prompts/errors';
import type { Ctx } from '../../../../foundation/context/ctx.ts';
import { RequestError } from '../../../../foundation/errors/foundation-errors.ts';
import type { Prompt } from '../open.ts';
import { type LabelRow, lockLabel } from '../repository/labels.ts';
import { lockPrompt } from '../repository/prompts.ts';
import { latestLabel } from './move-label.ts';

/** A label that is there, held. @throws prompt.label_reserved, prompt.label_unknown, request.stale */
export async function holdKnownLabel(
  ctx: Ctx,
  prompt: Prompt,
  label: string,
  revision: number,
): Promise<LabelRow> {
  if (label === latestLabel) throw PromptError.label_reserved({ label });
  await lockPrompt(ctx, prompt.id);
  const row = await lockLabel(ctx, prompt.id, label);
  if (!row) throw PromptError.label_unknown({ label });
  if (row.revision !== revision) throw RequestError.stale({ current: row.revision });
  return row;
}
