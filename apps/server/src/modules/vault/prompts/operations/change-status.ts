import { PromptError } from '@promptvault/contract/vault/prompts/errors';
import type { Authorized } from '../../../../foundation/context/authorized.ts';
import type { Ctx } from '../../../../foundation/context/ctx.ts';
import { PromptArchived, PromptPublished, PromptUnarchived, PromptUnpublished } from '../events.ts';
import type { Prompt } from '../open.ts';
import { changePrompt, type PromptRecord } from '../repository/prompts.ts';
import { readPrompt } from './read-prompt.ts';
import { tellAccess } from './tell-draft.ts';

type Status = PromptRecord['status'];
type StatusEvent =
  | typeof PromptPublished
  | typeof PromptUnpublished
  | typeof PromptArchived
  | typeof PromptUnarchived;

/** @throws prompt.archived, prompt.nothing_saved */
export async function publishPrompt(
  ctx: Ctx,
  prompt: Authorized<Prompt, 'prompt.publish'>,
): Promise<PromptRecord> {
  if (prompt.status === 'archived') throw PromptError.archived();
  if (!prompt.head) throw PromptError.nothing_saved();
  return become(ctx, prompt, 'published', PromptPublished);
}

/** @throws prompt.archived */
export async function unpublishPrompt(
  ctx: Ctx,
  prompt: Authorized<Prompt, 'prompt.publish'>,
): Promise<PromptRecord> {
  if (prompt.status === 'archived') throw PromptError.archived();
  return become(ctx, prompt, 'unpublished', PromptUnpublished);
}

export async function archivePrompt(
  ctx: Ctx,
  prompt: Authorized<Prompt, 'prompt.write'>,
): Promise<PromptRecord> {
  return become(ctx, prompt, 'archived', PromptArchived);
}

export async function unarchivePrompt(
  ctx: Ctx,
  prompt: Authorized<Prompt, 'prompt.write'>,
): Promise<PromptRecord> {
  if (prompt.status !== 'archived') return prompt;
  return become(ctx, prompt, prompt.publishedAt ? 'published' : 'unpublished', PromptUnarchived);
}

async function become(ctx: Ctx, prompt: Prompt, status: Status, event: StatusEvent): Promise<PromptRecord> {
  if (prompt.status === status) return prompt;
  const now = ctx.clock.now();
  const publishedAt = {
    published: prompt.publishedAt ?? now,
    unpublished: null,
    archived: prompt.publishedAt,
  }[status];
  await changePrompt(ctx, prompt.id, null, { status, publishedAt, updatedAt: now });
  await ctx.emit(event, { kind: 'prompt', id: prompt.id }, { status });
  tellAccess(ctx, prompt.id);
  return readPrompt(ctx, prompt.id);
}
