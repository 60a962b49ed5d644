import { SuiteError } from '@promptvault/contract/studio/suites/errors';
import type { createSuiteBody, updateSuiteBody } from '@promptvault/contract/studio/suites/shapes';
import type * as z from 'zod';
import { personOf } from '../../../../foundation/context/actor.ts';
import type { Authorized } from '../../../../foundation/context/authorized.ts';
import type { Ctx } from '../../../../foundation/context/ctx.ts';
import { isUniqueViolation } from '../../../../foundation/db/faults.ts';
import { RequestError } from '../../../../foundation/errors/foundation-errors.ts';
import { sortKey } from '../../../../foundation/text/sort-key.ts';
import { chooseModel } from '../../models/index.ts';
import { SuiteCreated, SuiteDeleted, SuiteUpdated } from '../events.ts';
import { type OpenedSuite, openSuiteGround, type SuiteGround } from '../open.ts';
import { insertSuite, type SuiteRow, updateSuiteRow } from '../repository/suites.ts';
import type { SuitePlan } from '../schema.ts';
import { tellSuites } from './tell-followers.ts';
import { forgetReports } from './weigh-report.ts';

export type CreateSuite = z.output<typeof createSuiteBody>;
export type UpdateSuite = z.output<typeof updateSuiteBody> & { suiteId: string; revision: number };

const subjectOf = ({ id }: SuiteRow) => ({ kind: 'suite', id });
const factsOf = ({ promptId, name }: SuiteRow) => ({ promptId, name });

/** @throws suite.name_taken, model.unknown, resource.not_found */
export async function createSuite(
  ctx: Ctx,
  { prompt, set }: Authorized<SuiteGround, 'suite.write'>,
  { name, promptId: _prompt, caseSetId: _set, ...plan }: CreateSuite,
): Promise<OpenedSuite> {
  for (const model of plan.models) await chooseModel(ctx, model);
  const at = ctx.clock.now();
  const row = await insertSuite(ctx, {
    organizationId: ctx.organizationId,
    id: ctx.newId(),
    promptId: prompt.id,
    caseSetId: set.id,
    name,
    nameKey: sortKey(name),
    plan,
    createdBy: personOf(ctx.actor),
    createdAt: at,
    updatedAt: at,
  });
  if (!row) throw SuiteError.name_taken({ name });
  tellSuites(ctx);
  await ctx.emit(SuiteCreated, subjectOf(row), factsOf(row));
  return { row, promptTitle: prompt.title };
}

export const getSuite = async (
  _ctx: Ctx,
  opened: Authorized<OpenedSuite, 'suite.read'>,
): Promise<OpenedSuite> => opened;

/** @throws request.stale, suite.name_taken, suite.other_prompt, model.unknown */
export async function updateSuite(
  ctx: Ctx,
  { row, promptTitle }: Authorized<OpenedSuite, 'suite.write'>,
  { suiteId: _id, revision, name, caseSetId, ...given }: UpdateSuite,
): Promise<OpenedSuite> {
  for (const model of given.models ?? []) await chooseModel(ctx, model);
  if (caseSetId !== undefined)
    await openSuiteGround(ctx, { promptId: row.promptId, caseSetId }, 'suite.write');
  const asked = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
  const changes = {
    plan: { ...row.plan, ...(asked as Partial<SuitePlan>) },
    updatedAt: ctx.clock.now(),
    ...(name === undefined ? {} : { name, nameKey: sortKey(name) }),
    ...(caseSetId === undefined ? {} : { caseSetId }),
  };
  const changed = await updateSuiteRow(ctx, row.id, revision, changes).catch((error: unknown) => {
    if (isUniqueViolation(error, 'suite_name')) throw SuiteError.name_taken({ name: name ?? row.name });
    throw error;
  });
  if (!changed) throw RequestError.stale({ current: row.revision });
  tellSuites(ctx);
  await ctx.emit(SuiteUpdated, subjectOf(changed), factsOf(changed));
  return { row: changed, promptTitle };
}

/** @throws request.stale */
export async function deleteSuite(
  ctx: Ctx,
  { row }: Authorized<OpenedSuite, 'suite.write'>,
  { revision }: { revision: number },
): Promise<void> {
  const gone = await updateSuiteRow(ctx, row.id, revision, { deletedAt: ctx.clock.now() });
  if (!gone) throw RequestError.stale({ current: row.revision });
  await forgetReports(ctx, row);
  tellSuites(ctx);
  await ctx.emit(SuiteDeleted, subjectOf(row), factsOf(row));
}
