import { mostOutdatedCounted } from '@promptvault/contract/studio/history/shapes';
import type { Authorized } from '../../../../foundation/context/authorized.ts';
import type { Ctx } from '../../../../foundation/context/ctx.ts';
import { RequestError } from '../../../../foundation/errors/foundation-errors.ts';
import type { JobWork } from '../../../../foundation/module/define-module.ts';
import type { Organization } from '../../../account/organizations/index.ts';
import { eraseRuns } from '../../runs/index.ts';
import { retentionChangedEvent, runsForgottenEvent } from '../events.ts';
import {
  countOutdated,
  deleteIndexed,
  findRetention,
  listOutdated,
  organizationsWithRetention,
  type RetentionRow,
  saveRetention,
} from '../repository/retention.ts';
import { idAt } from './list-runs.ts';

export type Retention = Pick<RetentionRow, 'days' | 'revision'>;

export async function getRetention(
  ctx: Ctx,
  organization: Authorized<Organization, 'run.read'>,
): Promise<Retention> {
  return (await findRetention(ctx.tx, organization.id)) ?? { days: null, revision: 1 };
}

export interface Outdated {
  /** One more than is counted where there are more. */
  runs: number;
  kept: number;
  before: Date;
}

const startOf = (ctx: Ctx, days: number) => new Date(ctx.clock.now().getTime() - days * 86_400_000);

/** What the rule would erase now, without erasing it. */
export async function countOutdatedRuns(
  ctx: Ctx,
  organization: Authorized<Organization, 'run.retain'>,
  { days }: { days: number },
): Promise<Outdated> {
  const before = startOf(ctx, days);
  const firstKept = idAt(before.getTime(), '0');
  return { ...(await countOutdated(ctx.tx, organization.id, firstKept, mostOutdatedCounted + 1)), before };
}

/** @throws request.stale */
export async function updateRetention(
  ctx: Ctx,
  organization: Authorized<Organization, 'run.retain'>,
  { days, revision }: { days: number | null; revision: number },
): Promise<Retention> {
  const organizationId = organization.id;
  const row = await saveRetention(ctx.tx, { organizationId, days, updatedAt: ctx.clock.now() }, revision);
  if (!row) {
    const now = await findRetention(ctx.tx, organizationId);
    throw RequestError.stale({ current: now?.revision ?? 1 });
  }
  await ctx.emit(retentionChangedEvent, { kind: 'organization', id: organizationId }, { days });
  return row;
}

const batch = 500;

/** Erases the runs that organizations keep no longer, and writes down how many. */
export async function forgetRuns({ ports, db, signal }: JobWork): Promise<void> {
  const nowhere = { organizationId: null, userId: null };
  for (const organizationId of await db.tenant(nowhere, organizationsWithRetention))
    for (let gone = batch; gone === batch && !signal.aborted; )
      gone = await ports.within({ organizationId, job: 'history.forget', onBehalfOf: null }, forgetSome);
}

async function forgetSome(ctx: Ctx): Promise<number> {
  const { organizationId } = ctx;
  const days = (await findRetention(ctx.tx, organizationId))?.days;
  if (days == null) return 0;
  const before = startOf(ctx, days);
  const ids = await listOutdated(ctx.tx, organizationId, idAt(before.getTime(), '0'), batch);
  if (ids.length === 0) return 0;
  await deleteIndexed(ctx.tx, organizationId, ids);
  await eraseRuns(ctx, ids);
  const payload = { runs: ids.length, before: before.toISOString() };
  await ctx.emit(runsForgottenEvent, { kind: 'organization', id: organizationId }, payload);
  return ids.length;
}
