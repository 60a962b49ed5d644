import { SuiteError } from '@promptvault/contract/studio/suites/errors';
import type { Authorized } from '../../../../foundation/context/authorized.ts';
import type { Ctx } from '../../../../foundation/context/ctx.ts';
import type { OpenedSuiteRun } from '../open.ts';
import { suiteEngineOf, suiteStopTopic } from './suite-engine.ts';

/** Ends it wherever it goes on; what was judged stays. @throws suite.not_running */
export async function stopSuiteRun(
  ctx: Ctx,
  opened: Authorized<OpenedSuiteRun, 'suite.run'>,
): Promise<OpenedSuiteRun> {
  const { ports, log } = ctx;
  const { id, status } = opened.run;
  if (status !== 'running') throw SuiteError.not_running();
  ctx.afterCommit(() => {
    if (suiteEngineOf(ports).stop(id)) return;
    ports.bus
      .publish(suiteStopTopic, [id])
      .catch((error) =>
        log.warn('the process of a suite could not be told to stop it', { error, suiteRun: id }),
      );
  });
  return opened;
}
