import { SuiteError } from '@promptvault/contract/studio/suites/errors';
import { personOf } from '../../../../foundation/context/actor.ts';
import type { Authorized } from '../../../../foundation/context/authorized.ts';
import type { Ctx } from '../../../../foundation/context/ctx.ts';
import { isUniqueViolation } from '../../../../foundation/db/faults.ts';
import { engineOf } from '../../../../foundation/jobs/long-work.ts';
import { requirePermission } from '../../../account/organizations/index.ts';
import { SuiteRunResumed } from '../events.ts';
import type { OpenedSuiteRun } from '../open.ts';
import { reopenSuiteRun } from '../repository/suite-runs.ts';
import { reportPending } from './report-check.ts';
import { suiteWork } from './suite-work.ts';
import { tellSuites } from './tell-followers.ts';

/**
 * Goes on where a run was stopped or broke off; what was judged stays judged. From then on it may do what whoever goes
 * on with it may: nobody spends with what is only another's.
 * @throws suite.not_stopped, suite.still_running
 */
export async function resumeSuiteRun(
  ctx: Ctx,
  { run, suite }: Authorized<OpenedSuiteRun, 'suite.run'>,
): Promise<OpenedSuiteRun> {
  requirePermission(ctx.actor, 'run.create');
  const { ports, organizationId } = ctx;
  const { processId } = engineOf(ports, suiteWork);
  const mine = { processId, startedBy: personOf(ctx.actor), now: ctx.clock.now() };
  const reopened = await reopenSuiteRun(ctx, run.id, mine).catch((error: unknown) => {
    if (isUniqueViolation(error, 'suite_run_open')) throw SuiteError.still_running();
    throw error;
  });
  if (!reopened) throw SuiteError.not_stopped();
  await reportPending(ctx, reopened, suite);
  const facts = { promptId: suite.promptId, suiteId: suite.id, name: suite.name, items: run.total };
  const versions = [...new Set(run.lanes.map(({ version }) => version))];
  await ctx.emit(SuiteRunResumed, { kind: 'suite_run', id: run.id }, { ...facts, versions });
  tellSuites(ctx, run.id);
  ctx.afterCommit(() => engineOf(ports, suiteWork).launch(organizationId, run.id));
  return { run: reopened, suite };
}
