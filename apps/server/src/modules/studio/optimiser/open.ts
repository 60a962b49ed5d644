import { type Authorized, authorize } from '../../../foundation/context/authorized.ts';
import type { Ctx } from '../../../foundation/context/ctx.ts';
import { ResourceError } from '../../../foundation/errors/foundation-errors.ts';
import { isId } from '../../../foundation/ids/id-maker.ts';
import { requirePermission } from '../../account/organizations/index.ts';
import { openPrompt, type Prompt } from '../../vault/prompts/index.ts';
import { type CandidateRow, findCandidate, listCandidates } from './repository/candidates.ts';
import { findOptimisation, type OptimisationRow } from './repository/optimisations.ts';

export interface OpenedOptimisation {
  row: OptimisationRow;
  promptTitle: string;
}

/** An optimisation is seen with its prompt. @throws auth.forbidden, resource.not_found */
export async function openOptimisation<const P extends string>(
  ctx: Ctx,
  { optimisationId }: { optimisationId: string },
  permission: P,
): Promise<Authorized<OpenedOptimisation, P>> {
  requirePermission(ctx.actor, permission);
  const row = isId(optimisationId) ? await findOptimisation(ctx, optimisationId) : undefined;
  if (!row) throw ResourceError.not_found();
  const { title } = await openPrompt(ctx, { promptId: row.promptId }, 'prompt.read');
  return authorize({ row, promptTitle: title }, permission);
}

export interface OpenedCandidate extends OpenedOptimisation {
  candidate: CandidateRow;
  /** All of the optimisation, by their numbers. */
  all: CandidateRow[];
}

/** @throws auth.forbidden, resource.not_found */
export async function openCandidate<const P extends string>(
  ctx: Ctx,
  { candidateId }: { candidateId: string },
  permission: P,
): Promise<Authorized<OpenedCandidate, P>> {
  requirePermission(ctx.actor, permission);
  const found = isId(candidateId) ? await findCandidate(ctx, candidateId) : undefined;
  if (!found) throw ResourceError.not_found();
  const opened = await openOptimisation(ctx, found, permission);
  const all = await listCandidates(ctx, opened.row.id);
  const candidate = all.find(({ id }) => id === candidateId);
  if (!candidate) throw ResourceError.not_found();
  return authorize({ ...opened, candidate, all }, permission);
}

/** The prompt that is to be optimised. @throws auth.forbidden, resource.not_found */
export async function openOptimisedPrompt<const P extends string>(
  ctx: Ctx,
  { promptId }: { promptId: string },
  permission: P,
): Promise<Authorized<Prompt, P>> {
  requirePermission(ctx.actor, permission);
  return authorize(await openPrompt(ctx, { promptId }, 'prompt.read'), permission);
}
