import { OptimiserError } from '@promptvault/contract/studio/optimiser/errors';
import type { Authorized } from '../../../../foundation/context/authorized.ts';
import type { Ctx } from '../../../../foundation/context/ctx.ts';
import { isUniqueViolation } from '../../../../foundation/db/faults.ts';
import { requirePermission } from '../../../account/organizations/index.ts';
import { limitPurse } from '../../runs/index.ts';
import { OptimisationResumed } from '../events.ts';
import type { OpenedOptimisation } from '../open.ts';
import { reopenOptimisation } from '../repository/optimisations.ts';
import { optimiserEngineOf, optimiserStopTopic } from './optimiser-engine.ts';
import { tellOptimisations } from './tell-followers.ts';

/** Ends it wherever it goes on; what was judged stays. @throws optimiser.not_running */
export async function stopOptimisation(
  ctx: Ctx,
  opened: Authorized<OpenedOptimisation, 'suite.run'>,
): Promise<OpenedOptimisation> {
  const { ports, log } = ctx;
  const { id, status } = opened.row;
  if (status !== 'running') throw OptimiserError.not_running();
  ctx.afterCommit(() => {
    if (optimiserEngineOf(ports).stop(id)) return;
    ports.bus
      .publish(optimiserStopTopic, [id])
      .catch((error) =>
        log.warn('the process of an optimisation could not be told to stop it', { error, optimisation: id }),
      );
  });
  return opened;
}

/**
 * Goes on where it was, under this budget for all of it.
 * @throws optimiser.not_stopped, optimiser.still_running
 */
export async function resumeOptimisation(
  ctx: Ctx,
  { row, promptTitle }: Authorized<OpenedOptimisation, 'suite.run'>,
  { budgetMicroDollars }: { budgetMicroDollars: number },
): Promise<OpenedOptimisation> {
  requirePermission(ctx.actor, 'run.create');
  const { ports, organizationId } = ctx;
  const { processId } = optimiserEngineOf(ports);
  const reopened = await reopenOptimisation(ctx, row.id, { processId, now: ctx.clock.now() }).catch(
    (error: unknown) => {
      if (isUniqueViolation(error, 'optimisation_open')) throw OptimiserError.still_running();
      throw error;
    },
  );
  if (!reopened) throw OptimiserError.not_stopped();
  await limitPurse(ctx, row.purseId, budgetMicroDollars);
  const { promptId, branch, version } = row;
  await ctx.emit(OptimisationResumed, { kind: 'optimisation', id: row.id }, { promptId, branch, version });
  tellOptimisations(ctx, row.id);
  ctx.afterCommit(() => optimiserEngineOf(ports).launch(organizationId, row.id));
  return { row: reopened, promptTitle };
}
