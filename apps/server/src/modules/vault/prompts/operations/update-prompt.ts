import { PromptError } from '@promptvault/contract/vault/prompts/errors';
import type { PromptVisibility } from '@promptvault/contract/vault/prompts/shapes';
import type { Authorized } from '../../../../foundation/context/authorized.ts';
import type { Ctx } from '../../../../foundation/context/ctx.ts';
import { isUniqueViolation } from '../../../../foundation/db/faults.ts';
import { AuthError, RequestError } from '../../../../foundation/errors/foundation-errors.ts';
import { isId } from '../../../../foundation/ids/id-maker.ts';
import { sortKey } from '../../../../foundation/text/sort-key.ts';
import { ensureTags } from '../../catalog/index.ts';
import { PromptUpdated } from '../events.ts';
import type { Prompt } from '../open.ts';
import { maySteer } from '../policy.ts';
import { membersAmong, replaceCoEditors } from '../repository/co-editors.ts';
import { addPathAlias, removePathAlias, takenPathKeys } from '../repository/paths.ts';
import { changePrompt, type PromptRecord } from '../repository/prompts.ts';
import { replacePromptTags } from '../repository/tags.ts';
import { readPrompt } from './read-prompt.ts';
import { refusePathCircle } from './refuse-closed-circles.ts';
import { pathKey } from './slug.ts';
import { tellAccess } from './tell-draft.ts';

export interface UpdatePrompt {
  revision: number;
  title?: string | undefined;
  path?: string | undefined;
  description?: string | undefined;
  tags?: string[] | undefined;
  visibility?: PromptVisibility | undefined;
  coEditors?: string[] | undefined;
}

const fields = ['title', 'path', 'description', 'tags', 'visibility', 'coEditors'] as const;

/**
 * Changes what is known about a prompt. Who sees it and who writes it are for its author and administrators.
 * @throws request.stale, auth.forbidden, prompt.path_taken, prompt.reference_cycle, prompt.co_editor_unknown
 */
export async function updatePrompt(
  ctx: Ctx,
  prompt: Authorized<Prompt, 'prompt.write'>,
  input: UpdatePrompt,
): Promise<PromptRecord> {
  if ((input.visibility !== undefined || input.coEditors !== undefined) && !maySteer(ctx.actor, prompt))
    throw AuthError.forbidden();
  const moved = input.path !== undefined && input.path !== prompt.path ? input.path : undefined;
  if (prompt.revision !== input.revision) throw RequestError.stale({ current: prompt.revision });
  if (moved !== undefined) await reservePath(ctx, prompt, moved);
  await change(ctx, prompt, input, moved);
  if (moved !== undefined) await refusePathCircle(ctx, pathKey(moved));
  if (input.tags) await replacePromptTags(ctx, prompt.id, [...(await ensureTags(ctx, input.tags)).values()]);
  if (input.coEditors) await setCoEditors(ctx, prompt, input.coEditors);
  const updated = await readPrompt(ctx, prompt.id);
  const changed = fields.filter((field) => input[field] !== undefined);
  await ctx.emit(PromptUpdated, { kind: 'prompt', id: prompt.id }, { changed, revision: updated.revision });
  if (input.visibility !== undefined || input.coEditors) tellAccess(ctx, prompt.id);
  return updated;
}

async function change(
  ctx: Ctx,
  prompt: Prompt,
  input: UpdatePrompt,
  path: string | undefined,
): Promise<void> {
  const { title, description, visibility } = input;
  try {
    const done = await changePrompt(ctx, prompt.id, input.revision, {
      ...(title === undefined ? {} : { title, titleSort: sortKey(title) }),
      ...(path === undefined ? {} : { path, pathKey: pathKey(path) }),
      ...(description === undefined ? {} : { description }),
      ...(visibility === undefined ? {} : { visibility }),
      updatedAt: ctx.clock.now(),
    });
    if (!done) throw RequestError.stale({ current: (await readPrompt(ctx, prompt.id)).revision });
  } catch (error) {
    if (path !== undefined && isUniqueViolation(error, 'prompt_path')) throw PromptError.path_taken({ path });
    throw error;
  }
}

/** Keeps the old path as an alias, and takes the new one back from this prompt's own aliases. */
async function reservePath(ctx: Ctx, prompt: Prompt, path: string): Promise<void> {
  const key = pathKey(path);
  if (key === prompt.pathKey) return;
  await removePathAlias(ctx, prompt.id, key);
  if ((await takenPathKeys(ctx, [key])).size > 0) throw PromptError.path_taken({ path });
  await addPathAlias(ctx, {
    pathKey: prompt.pathKey,
    path: prompt.path,
    promptId: prompt.id,
    createdAt: ctx.clock.now(),
  });
}

async function setCoEditors(ctx: Ctx, prompt: Prompt, given: readonly string[]): Promise<void> {
  const userIds = [...new Set(given)];
  const members = await membersAmong(ctx, userIds.filter(isId));
  const unknown = userIds.find((userId) => !members.has(userId));
  if (unknown !== undefined) throw PromptError.co_editor_unknown({ userId: unknown });
  await replaceCoEditors(ctx, prompt.id, userIds, ctx.clock.now());
}
