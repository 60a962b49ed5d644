import { DomainError } from '@promptvault/contract/errors';
import { type Authorized, authorize } from '../../../foundation/context/authorized.ts';
import type { Ctx } from '../../../foundation/context/ctx.ts';
import { ResourceError } from '../../../foundation/errors/foundation-errors.ts';
import { isId } from '../../../foundation/ids/id-maker.ts';
import { requirePermission } from '../../account/organizations/index.ts';
import { openPrompt, type Prompt } from '../../vault/prompts/index.ts';
import { type CaseRow, type CaseSetRow, findCase, findCaseSet } from './repository.ts';

/** A set is seen with its prompt. @throws auth.forbidden, resource.not_found */
export async function openCaseSet<const P extends string>(
  ctx: Ctx,
  { caseSetId }: { caseSetId: string },
  permission: P,
): Promise<Authorized<CaseSetRow, P>> {
  return open(ctx, caseSetId, permission, false);
}

export const openDeletedCaseSet = <const P extends string>(
  ctx: Ctx,
  { caseSetId }: { caseSetId: string },
  permission: P,
): Promise<Authorized<CaseSetRow, P>> => open(ctx, caseSetId, permission, true);

async function open<const P extends string>(ctx: Ctx, id: string, permission: P, deleted: boolean) {
  requirePermission(ctx.actor, permission);
  const row = isId(id) ? await findCaseSet(ctx, id, { deleted }) : undefined;
  if (!row) throw ResourceError.not_found();
  await openPrompt(ctx, { promptId: row.promptId }, 'prompt.read');
  return authorize(row, permission);
}

/**
 * The set that a prompt takes examples from. Whoever runs it sends them on its author's behalf, so it is enough to see
 * the prompt whose cases they are. @returns undefined where there is none to be seen
 */
export async function findExampleSet(ctx: Ctx, caseSetId: string): Promise<CaseSetRow | undefined> {
  const row = isId(caseSetId) ? await findCaseSet(ctx, caseSetId) : undefined;
  if (!row) return undefined;
  try {
    await openPrompt(ctx, { promptId: row.promptId }, 'prompt.read');
    return row;
  } catch (error) {
    if (error instanceof DomainError && error.code === ResourceError.not_found.code) return undefined;
    throw error;
  }
}

export interface OpenedCase {
  row: CaseRow;
  set: CaseSetRow;
}

/** @throws auth.forbidden, resource.not_found */
export async function openCase<const P extends string>(
  ctx: Ctx,
  { caseId }: { caseId: string },
  permission: P,
): Promise<Authorized<OpenedCase, P>> {
  requirePermission(ctx.actor, permission);
  const row = isId(caseId) ? await findCase(ctx, caseId) : undefined;
  if (!row) throw ResourceError.not_found();
  const set = await openCaseSet(ctx, row, permission);
  return authorize({ row, set }, permission);
}

/** The prompt a new set is for: cases may be written by whoever sees it. */
export async function openCasePrompt<const P extends string>(
  ctx: Ctx,
  { promptId }: { promptId: string },
  permission: P,
): Promise<Authorized<Prompt, P>> {
  requirePermission(ctx.actor, permission);
  return authorize(await openPrompt(ctx, { promptId }, 'prompt.read'), permission);
}
