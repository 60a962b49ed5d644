import { CaseError } from '@promptvault/contract/studio/cases/errors';
import { personOf } from '../../../../foundation/context/actor.ts';
import type { Authorized } from '../../../../foundation/context/authorized.ts';
import type { Ctx } from '../../../../foundation/context/ctx.ts';
import { isUniqueViolation } from '../../../../foundation/db/faults.ts';
import { RequestError, ResourceError } from '../../../../foundation/errors/foundation-errors.ts';
import { isId } from '../../../../foundation/ids/id-maker.ts';
import { sortKey } from '../../../../foundation/text/sort-key.ts';
import type { Prompt } from '../../../vault/prompts/index.ts';
import { CaseSetCreated, CaseSetDeleted, CaseSetRenamed, CaseSetRestored } from '../events.ts';
import {
  type CaseSetRow,
  insertCaseSet,
  listCaseSetRows,
  reviveCaseSet,
  updateCaseSetRow,
} from '../repository.ts';

const subjectOf = ({ id }: CaseSetRow) => ({ kind: 'case_set', id });
const factsOf = ({ promptId, name }: CaseSetRow) => ({ promptId, name });

export async function listCaseSets(
  ctx: Ctx,
  prompt: Authorized<Prompt, 'case.read'>,
  { cursor, limit }: { cursor?: string | undefined; limit: number },
): Promise<{ rows: CaseSetRow[]; nextCursor: string | null }> {
  if (cursor !== undefined && !isId(cursor)) throw RequestError.invalid().at('query', 'cursor');
  const found = await listCaseSetRows(ctx, { promptId: prompt.id, before: cursor, limit: limit + 1 });
  const rows = found.slice(0, limit);
  return { rows, nextCursor: found.length > limit ? (rows.at(-1)?.id ?? null) : null };
}

/** @throws case.set_name_taken */
export async function createCaseSet(
  ctx: Ctx,
  prompt: Authorized<Prompt, 'case.write'>,
  { name }: { name: string },
): Promise<CaseSetRow> {
  const at = ctx.clock.now();
  const row = await insertCaseSet(ctx, {
    organizationId: ctx.organizationId,
    id: ctx.newId(),
    promptId: prompt.id,
    name,
    nameKey: sortKey(name),
    createdBy: personOf(ctx.actor),
    createdAt: at,
    updatedAt: at,
  });
  if (!row) throw CaseError.set_name_taken({ name });
  await ctx.emit(CaseSetCreated, subjectOf(row), factsOf(row));
  return row;
}

export const getCaseSet = async (_ctx: Ctx, row: Authorized<CaseSetRow, 'case.read'>): Promise<CaseSetRow> =>
  row;

/** @throws request.stale, case.set_name_taken */
export async function updateCaseSet(
  ctx: Ctx,
  row: Authorized<CaseSetRow, 'case.write'>,
  { name, revision }: { name: string; revision: number },
): Promise<CaseSetRow> {
  const changes = { name, nameKey: sortKey(name), updatedAt: ctx.clock.now() };
  const renamed = await updateCaseSetRow(ctx, row.id, revision, changes).catch((error: unknown) => {
    if (isUniqueViolation(error, 'case_set_name')) throw CaseError.set_name_taken({ name });
    throw error;
  });
  if (!renamed) throw RequestError.stale({ current: row.revision });
  await ctx.emit(CaseSetRenamed, subjectOf(renamed), factsOf(renamed));
  return renamed;
}

/** @throws request.stale */
export async function deleteCaseSet(
  ctx: Ctx,
  row: Authorized<CaseSetRow, 'case.write'>,
  { revision }: { revision: number },
): Promise<void> {
  const gone = await updateCaseSetRow(ctx, row.id, revision, { deletedAt: ctx.clock.now() });
  if (!gone) throw RequestError.stale({ current: row.revision });
  await ctx.emit(CaseSetDeleted, subjectOf(row), factsOf(row));
}

/** @throws case.set_name_taken by another set made meanwhile */
export async function restoreCaseSet(
  ctx: Ctx,
  row: Authorized<CaseSetRow, 'case.write'>,
): Promise<CaseSetRow> {
  const back = await reviveCaseSet(ctx, row.id).catch((error: unknown) => {
    if (isUniqueViolation(error, 'case_set_name')) throw CaseError.set_name_taken({ name: row.name });
    throw error;
  });
  if (!back) throw ResourceError.not_found();
  await ctx.emit(CaseSetRestored, subjectOf(back), factsOf(back));
  return back;
}
