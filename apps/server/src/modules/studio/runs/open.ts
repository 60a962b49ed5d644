import type { Insider } from '../../../foundation/context/actor.ts';
import { type Authorized, authorize } from '../../../foundation/context/authorized.ts';
import type { Ctx } from '../../../foundation/context/ctx.ts';
import { ResourceError } from '../../../foundation/errors/foundation-errors.ts';
import { isId } from '../../../foundation/ids/id-maker.ts';
import { requirePermission } from '../../account/organizations/index.ts';
import { may } from './policy.ts';
import {
  type ComparisonRow,
  findComparison,
  findRun,
  listRunFacts,
  listRunsOfComparison,
  type RunRow,
} from './repository/runs.ts';

export interface OpenedComparison {
  comparison: ComparisonRow;
  runs: RunRow[];
}

export interface RunPair {
  left: RunRow;
  right: RunRow;
}

/** Who holds a grant is judged by the row. @throws auth.forbidden */
function requireAnyRight(actor: Insider, permission: string): void {
  if (actor.grants.length === 0) requirePermission(actor, permission);
}

/** @throws auth.forbidden, resource.not_found */
export async function openRun<const P extends string>(
  ctx: Ctx,
  { runId }: { runId: string },
  permission: P,
): Promise<Authorized<RunRow, P>> {
  requireAnyRight(ctx.actor, permission);
  const row = isId(runId) ? await findRun(ctx.tx, ctx.organizationId, runId) : undefined;
  if (!row || !may(ctx.actor, row, permission, ctx.clock.now())) throw ResourceError.not_found();
  return authorize(row, permission);
}

export async function openRunPair<const P extends string>(
  ctx: Ctx,
  { left, right }: { left: string; right: string },
  permission: P,
): Promise<Authorized<RunPair, P>> {
  const pair = {
    left: await openRun(ctx, { runId: left }, permission),
    right: await openRun(ctx, { runId: right }, permission),
  };
  return authorize(pair, permission);
}

/** A comparison with those of its runs that the actor sees; one without any is not there. */
export async function openComparison<const P extends string>(
  ctx: Ctx,
  { comparisonId }: { comparisonId: string },
  permission: P,
): Promise<Authorized<OpenedComparison, P>> {
  requireAnyRight(ctx.actor, permission);
  const [found, runs] = isId(comparisonId)
    ? await Promise.all([
        findComparison(ctx.tx, ctx.organizationId, comparisonId),
        listRunsOfComparison(ctx.tx, ctx.organizationId, comparisonId),
      ])
    : [undefined, []];
  const seen = runs.filter((row) => may(ctx.actor, row, permission, ctx.clock.now()));
  if (!found || seen.length === 0) throw ResourceError.not_found();
  return authorize({ comparison: found, runs: seen }, permission);
}

/** Which runs of a comparison the actor may follow: what is asked before every stream, and so asks for no more. */
export async function openFollowed<const P extends string>(
  ctx: Ctx,
  { comparisonId }: { comparisonId: string },
  permission: P,
): Promise<Authorized<{ runIds: string[] }, P>> {
  requireAnyRight(ctx.actor, permission);
  const found = isId(comparisonId) ? await listRunFacts(ctx.tx, ctx.organizationId, comparisonId) : [];
  const seen = found.filter((row) => may(ctx.actor, row, permission, ctx.clock.now()));
  if (seen.length === 0) throw ResourceError.not_found();
  return authorize({ runIds: seen.map(({ id }) => id) }, permission);
}
