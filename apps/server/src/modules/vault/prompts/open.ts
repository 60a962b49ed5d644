import { type Actor, personOf } from '../../../foundation/context/actor.ts';
import { type Authorized, authorize } from '../../../foundation/context/authorized.ts';
import type { Ctx } from '../../../foundation/context/ctx.ts';
import { AuthError, ResourceError } from '../../../foundation/errors/foundation-errors.ts';
import { isId } from '../../../foundation/ids/id-maker.ts';
import { may, mayWriteBranch } from './policy.ts';
import { findBranch } from './repository/branches.ts';
import { findLabelRequest, type LabelRequestRow } from './repository/label-requests.ts';
import { findPrompt, type PromptRecord } from './repository/prompts.ts';

/** A live prompt as the actor sees it. */
export type Prompt = PromptRecord;

/** A deleted prompt can be restored for this long. */
export const restorableMs = 30 * 24 * 60 * 60 * 1000;

async function find(ctx: Ctx, promptId: string): Promise<PromptRecord> {
  const row = isId(promptId) ? await findPrompt(ctx, personOf(ctx.actor as Actor), promptId) : undefined;
  // What one may not see is not there: the answer is the same.
  if (!row || !may(ctx.actor, row, 'prompt.read', ctx.clock.now())) throw ResourceError.not_found();
  return row;
}

function prove<const P extends string>(ctx: Ctx, row: PromptRecord, permission: P): Authorized<Prompt, P> {
  if (!may(ctx.actor, row, permission, ctx.clock.now())) throw AuthError.forbidden();
  return authorize(row, permission);
}

/**
 * The live prompt of this id.
 * @throws resource.not_found when there is none the actor sees, auth.forbidden when they see it but may not
 */
export async function openPrompt<const P extends string>(
  ctx: Ctx,
  { promptId }: { promptId: string },
  permission: P,
): Promise<Authorized<Prompt, P>> {
  const row = await find(ctx, promptId);
  if (row.deletedAt !== null) throw ResourceError.not_found();
  return prove(ctx, row, permission);
}

/**
 * The prompt, for work on one of its branches alone: whoever made a branch may write it without being allowed to
 * write the prompt.
 * @throws resource.not_found when there is no such prompt the actor sees, auth.forbidden
 */
export async function openBranch<const P extends string>(
  ctx: Ctx,
  { promptId, branch }: { promptId: string; branch: string },
  permission: P,
): Promise<Authorized<Prompt, P>> {
  const row = await find(ctx, promptId);
  if (row.deletedAt !== null) throw ResourceError.not_found();
  const now = ctx.clock.now();
  if (permission !== 'prompt.write' || may(ctx.actor, row, permission, now))
    return prove(ctx, row, permission);
  const found = await findBranch(ctx, row.id, branch);
  if (!found || !mayWriteBranch(ctx.actor, row, found, now)) throw AuthError.forbidden();
  return authorize(row, permission);
}

/** The prompt, to merge into one of its branches. @throws resource.not_found, auth.forbidden */
export const openMergeTarget = <const P extends string>(
  ctx: Ctx,
  { promptId, into }: { promptId: string; into: string },
  permission: P,
): Promise<Authorized<Prompt, P>> => openBranch(ctx, { promptId, branch: into }, permission);

/** A move of a protected label that was asked for, with its prompt. */
export interface LabelRequest extends LabelRequestRow {
  promptTitle: string;
  promptPath: string;
}

/** @throws resource.not_found when there is none, or its prompt is not seen; auth.forbidden */
export async function openLabelRequest<const P extends string>(
  ctx: Ctx,
  { requestId }: { requestId: string },
  permission: P,
): Promise<Authorized<LabelRequest, P>> {
  const request = isId(requestId) ? await findLabelRequest(ctx, requestId) : undefined;
  if (!request) throw ResourceError.not_found();
  const { title, path } = await openPrompt(ctx, { promptId: request.promptId }, permission);
  return authorize({ ...request, promptTitle: title, promptPath: path }, permission);
}

/** The deleted prompt of this id, while it can be restored; a live one too, so that restoring twice does no harm. */
export async function openRestorablePrompt<const P extends string>(
  ctx: Ctx,
  { promptId }: { promptId: string },
  permission: P,
): Promise<Authorized<Prompt, P>> {
  const row = await find(ctx, promptId);
  const since = row.deletedAt && ctx.clock.now().getTime() - row.deletedAt.getTime();
  if (since !== null && since > restorableMs) throw ResourceError.not_found();
  if (row.deletedAt !== null && !may(ctx.actor, row, permission, ctx.clock.now()))
    throw ResourceError.not_found();
  return prove(ctx, row, permission);
}
