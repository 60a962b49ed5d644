import { SuiteError } from '@promptvault/contract/studio/suites/errors';
import { personOf } from '../../../../foundation/context/actor.ts';
import type { Authorized } from '../../../../foundation/context/authorized.ts';
import type { Ctx } from '../../../../foundation/context/ctx.ts';
import { limitPurse, openPurse } from '../../runs/index.ts';
import type { OpenedSuiteRun } from '../open.ts';
import { budgetSuiteRunRow } from '../repository/suite-runs.ts';
import { resumeSuiteRun } from './resume-suite.ts';
import { tellSuites } from './tell-followers.ts';

/**
 * Changes what a run may cost, in millionths of a dollar, also while it goes on. One that stopped because its budget was
 * spent is gone on with; should the new one be too small as well, it stops again.
 * @throws suite.not_starter where one that goes on is to cost more and somebody else pays for it with what they may use,
 * suite.still_running where the suite is run anew meanwhile
 */
export async function budgetSuiteRun(
  ctx: Ctx,
  opened: Authorized<OpenedSuiteRun, 'suite.run'>,
  { budgetMicroDollars }: { budgetMicroDollars: number | null },
): Promise<OpenedSuiteRun> {
  const { run, suite } = opened;
  const before = run.plan.budgetMicroDollars ?? null;
  const isRaised = before !== null && (budgetMicroDollars === null || budgetMicroDollars > before);
  if (run.status === 'running' && isRaised && run.startedBy !== personOf(ctx.actor))
    throw SuiteError.not_starter();
  let { purseId } = run;
  if (purseId !== null) await limitPurse(ctx, purseId, budgetMicroDollars);
  else if (budgetMicroDollars !== null)
    purseId = await openPurse(ctx, {
      limitMicroDollars: budgetMicroDollars,
      spentMicroDollars: run.microDollars,
    });
  const changed = await budgetSuiteRunRow(ctx, run, { purseId, budgetMicroDollars });
  tellSuites(ctx, run.id);
  if (run.status === 'stopped' && run.isSpent) return resumeSuiteRun(ctx, opened);
  return { run: changed, suite };
}
