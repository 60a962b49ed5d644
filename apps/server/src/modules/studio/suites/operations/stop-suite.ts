import { SuiteError } from '@promptvault/contract/studio/suites/errors';
import type { Authorized } from '../../../../foundation/context/authorized.ts';
import type { Ctx } from '../../../../foundation/context/ctx.ts';
import { stopAnywhere } from '../../../../foundation/jobs/long-work.ts';
import type { OpenedSuiteRun } from '../open.ts';
import { concludeSuite } from './conclude-suite.ts';
import { suiteWork } from './suite-work.ts';

/**
 * Ends it wherever it goes on; what was judged stays.
 * @throws suite.not_running
 */
export async function stopSuiteRun(
  ctx: Ctx,
  opened: Authorized<OpenedSuiteRun, 'suite.run'>,
): Promise<OpenedSuiteRun> {
  const { ports } = ctx;
  const { run, suite } = opened;
  if (run.status !== 'running') throw SuiteError.not_running();
  stopAnywhere(ctx, suiteWork, run, () => {
    const { organizationId, startedBy } = run;
    const scope = { organizationId, job: 'studio/suites.stop', onBehalfOf: startedBy };
    return concludeSuite(
      { ports, run, scope, name: suite.name, promptId: suite.promptId },
      { wasStopped: true, owner: null },
    );
  });
  return opened;
}
