import { OptimiserError } from '@promptvault/contract/studio/optimiser/errors';
import { personOf } from '../../../../foundation/context/actor.ts';
import type { Authorized } from '../../../../foundation/context/authorized.ts';
import type { Ctx } from '../../../../foundation/context/ctx.ts';
import { isUniqueViolation } from '../../../../foundation/db/faults.ts';
import { engineOf, stopAnywhere } from '../../../../foundation/jobs/long-work.ts';
import { requirePermission } from '../../../account/organizations/index.ts';
import { limitPurse } from '../../runs/index.ts';
import { OptimisationResumed } from '../events.ts';
import type { OpenedOptimisation } from '../open.ts';
import { reopenOptimisation } from '../repository/optimisations.ts';
import { concludeOptimisation } from './conclude.ts';
import { optimiserWork } from './optimiser-work.ts';
import { Ending, stoppedByPerson } from './running.ts';
import { tellOptimisations } from './tell-followers.ts';

/**
 * Ends it wherever it goes on; what was judged stays.
 * @throws optimiser.not_running
 */
export async function stopOptimisation(
  ctx: Ctx,
  opened: Authorized<OpenedOptimisation, 'suite.run'>,
): Promise<OpenedOptimisation> {
  const { ports } = ctx;
  const { row } = opened;
  if (row.status !== 'running') throw OptimiserError.not_running();
  stopAnywhere(ctx, optimiserWork, row, () =>
    concludeOptimisation(ports, row, new Ending('person', stoppedByPerson), null),
  );
  return opened;
}

/**
 * Goes on where it was, under this budget for all of it. From then on it may do what whoever goes on with it may:
 * nobody spends with what is only another's.
 * @throws optimiser.not_stopped, optimiser.still_running
 */
export async function resumeOptimisation(
  ctx: Ctx,
  { row, promptTitle }: Authorized<OpenedOptimisation, 'suite.run'>,
  { budgetMicroDollars }: { budgetMicroDollars: number },
): Promise<OpenedOptimisation> {
  requirePermission(ctx.actor, 'run.create');
  const { ports, organizationId } = ctx;
  const { processId } = engineOf(ports, optimiserWork);
  const mine = { processId, startedBy: personOf(ctx.actor), now: ctx.clock.now() };
  const reopened = await reopenOptimisation(ctx, row.id, mine).catch((error: unknown) => {
    if (isUniqueViolation(error, 'optimisation_open')) throw OptimiserError.still_running();
    throw error;
  });
  if (!reopened) throw OptimiserError.not_stopped();
  await limitPurse(ctx, row.purseId, budgetMicroDollars);
  const { promptId, branch, version } = row;
  await ctx.emit(OptimisationResumed, { kind: 'optimisation', id: row.id }, { promptId, branch, version });
  tellOptimisations(ctx, row.id);
  ctx.afterCommit(() => engineOf(ports, optimiserWork).launch(organizationId, row.id));
  return { row: reopened, promptTitle };
}
