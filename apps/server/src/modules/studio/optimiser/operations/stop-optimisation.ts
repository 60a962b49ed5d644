import { OptimiserError } from '@promptvault/contract/studio/optimiser/errors';
import { personOf } from '../../../../foundation/context/actor.ts';
import type { Authorized } from '../../../../foundation/context/authorized.ts';
import type { Ctx } from '../../../../foundation/context/ctx.ts';
import { isUniqueViolation } from '../../../../foundation/db/faults.ts';
import { requirePermission } from '../../../account/organizations/index.ts';
import { limitPurse } from '../../runs/index.ts';
import { OptimisationResumed } from '../events.ts';
import type { OpenedOptimisation } from '../open.ts';
import { reopenOptimisation } from '../repository/optimisations.ts';
import { concludeOptimisation } from './conclude.ts';
import { optimiserEngineOf, optimiserStopTopic } from './optimiser-engine.ts';
import { Ending, stoppedByPerson } from './running.ts';
import { tellOptimisations } from './tell-followers.ts';

/** A process that drives one says so more often than this. */
const quietMs = 20_000;

/**
 * Ends it wherever it goes on; what was judged stays. One that nobody drives, because its process is gone or its work
 * broke off, is ended from here: nobody would hear of the stop, and it would be gone on with.
 * @throws optimiser.not_running
 */
export async function stopOptimisation(
  ctx: Ctx,
  opened: Authorized<OpenedOptimisation, 'suite.run'>,
): Promise<OpenedOptimisation> {
  const { ports, log } = ctx;
  const { row } = opened;
  const { id, status } = row;
  if (status !== 'running') throw OptimiserError.not_running();
  ctx.afterCommit(() => {
    const engine = optimiserEngineOf(ports);
    if (engine.stop(id)) return;
    const isQuiet = ports.clock.now().getTime() - row.heartbeatAt.getTime() > quietMs;
    if (row.processId === engine.processId || isQuiet)
      concludeOptimisation(ports, row, new Ending('person', stoppedByPerson)).catch((error) =>
        log.error('an optimisation that nobody drives could not be stopped', { error, optimisation: id }),
      );
    ports.bus
      .publish(optimiserStopTopic, [id])
      .catch((error) =>
        log.warn('the process of an optimisation could not be told to stop it', { error, optimisation: id }),
      );
  });
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
  const { processId } = optimiserEngineOf(ports);
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
  ctx.afterCommit(() => optimiserEngineOf(ports).launch(organizationId, row.id));
  return { row: reopened, promptTitle };
}
