import { SuiteError } from '@promptvault/contract/studio/suites/errors';
import type { Authorized } from '../../../../foundation/context/authorized.ts';
import type { Ctx } from '../../../../foundation/context/ctx.ts';
import type { OpenedSuiteRun } from '../open.ts';
import { concludeSuite } from './conclude-suite.ts';
import { suiteEngineOf, suiteStopTopic } from './suite-engine.ts';

/** A process that drives a run says so more often than this. */
const quietMs = 20_000;

/**
 * Ends it wherever it goes on; what was judged stays. One that nobody drives, because its process is gone or its work
 * broke off, is ended from here: nobody would hear of the stop, and it would be gone on with.
 * @throws suite.not_running
 */
export async function stopSuiteRun(
  ctx: Ctx,
  opened: Authorized<OpenedSuiteRun, 'suite.run'>,
): Promise<OpenedSuiteRun> {
  const { ports, log } = ctx;
  const { run, suite } = opened;
  const { id, status } = run;
  if (status !== 'running') throw SuiteError.not_running();
  ctx.afterCommit(() => {
    const engine = suiteEngineOf(ports);
    if (engine.stop(id)) return;
    const isQuiet = ports.clock.now().getTime() - run.heartbeatAt.getTime() > quietMs;
    if (run.processId === engine.processId || isQuiet) {
      const { organizationId, startedBy } = run;
      const scope = { organizationId, job: 'studio/suites.stop', onBehalfOf: startedBy };
      const left = { ports, run, scope, name: suite.name, promptId: suite.promptId };
      concludeSuite(left, true).catch((error) =>
        log.error('a suite that nobody drives could not be stopped', { error, suiteRun: id }),
      );
    }
    ports.bus
      .publish(suiteStopTopic, [id])
      .catch((error) =>
        log.warn('the process of a suite could not be told to stop it', { error, suiteRun: id }),
      );
  });
  return opened;
}
