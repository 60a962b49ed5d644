/** Changes of what a set holds. Each makes one new version of it, and takes turns at the row of the set. */
import { CaseError } from '@promptvault/contract/studio/cases/errors';
import type { updateCaseBody } from '@promptvault/contract/studio/cases/shapes';
import { type CaseInput, mostCasesInSet } from '@promptvault/contract/studio/cases/shapes';
import type * as z from 'zod';
import type { Authorized } from '../../../../foundation/context/authorized.ts';
import type { Ctx } from '../../../../foundation/context/ctx.ts';
import { RequestError, ResourceError } from '../../../../foundation/errors/foundation-errors.ts';
import { CasesChanged } from '../events.ts';
import type { OpenedCase } from '../open.ts';
import { type CaseRow, type CaseSetRow, closeCase, insertCases, nextVersion } from '../repository.ts';

export interface AddedCases {
  set: CaseSetRow;
  rows: CaseRow[];
}

type Change = { added?: number; changed?: number; removed?: number };

async function begin(ctx: Ctx, caseSetId: string, change: Change): Promise<CaseSetRow> {
  const { added = 0, changed = 0, removed = 0 } = change;
  const set = await nextVersion(ctx, caseSetId, { more: added - removed, at: ctx.clock.now() });
  if (!set) throw ResourceError.not_found();
  if (added > 0 && set.cases > mostCasesInSet) throw CaseError.set_full({ most: mostCasesInSet });
  const { promptId, version } = set;
  const facts = { promptId, version, added, changed, removed };
  await ctx.emit(CasesChanged, { kind: 'case_set', id: caseSetId }, facts);
  return set;
}

/** @throws case.set_full */
export async function addCases(
  ctx: Ctx,
  { id: caseSetId }: Authorized<CaseSetRow, 'case.write'>,
  { cases }: { cases: readonly CaseInput[] },
): Promise<AddedCases> {
  const set = await begin(ctx, caseSetId, { added: cases.length });
  const first = set.nextPosition - cases.length;
  const rows = await insertCases(
    ctx,
    cases.map((one, index) => ({
      ...one,
      organizationId: ctx.organizationId,
      id: ctx.newId(),
      caseSetId,
      caseId: ctx.newId(),
      position: first + index,
      fromVersion: set.version,
      createdAt: ctx.clock.now(),
    })),
  );
  return { set, rows };
}

export const getCase = async (_ctx: Ctx, { row }: Authorized<OpenedCase, 'case.read'>): Promise<CaseRow> =>
  row;

export type UpdateCase = z.output<typeof updateCaseBody> & { revision: number };

/** @throws request.stale */
export async function updateCase(
  ctx: Ctx,
  { row, set }: Authorized<OpenedCase, 'case.write'>,
  { revision, caseId: _id, ...changes }: UpdateCase & { caseId: string },
): Promise<CaseRow> {
  const { version } = await begin(ctx, set.id, { changed: 1 });
  if (revision !== row.revision || !(await closeCase(ctx, row, version)))
    throw RequestError.stale({ current: row.revision });
  const given = Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined));
  const [changed] = await insertCases(ctx, [
    {
      ...row,
      ...given,
      id: ctx.newId(),
      fromVersion: version,
      createdAt: ctx.clock.now(),
      revision: row.revision + 1,
    },
  ]);
  return changed as CaseRow;
}

/** @throws request.stale */
export async function deleteCase(
  ctx: Ctx,
  { row, set }: Authorized<OpenedCase, 'case.write'>,
  { revision }: { revision: number },
): Promise<void> {
  const { version } = await begin(ctx, set.id, { removed: 1 });
  if (revision !== row.revision || !(await closeCase(ctx, row, version)))
    throw RequestError.stale({ current: row.revision });
}
