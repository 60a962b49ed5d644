import { getSuiteRun } from '@promptvault/contract/studio/suites/routes';
import type { SuiteReportView } from '@promptvault/contract/studio/suites/shapes';
import { pause, type RunHouse } from './run-house.ts';

/** The report of a run of a suite, as the editor sees it. */
export const suiteReport = async ({ house }: RunHouse, suiteRunId: string): Promise<SuiteReportView> =>
  (await house.as('editor').call(getSuiteRun, { params: { suiteRunId } })).body;

/** Its report once it is over, however it ended. */
export async function suiteEnded(runs: RunHouse, suiteRunId: string): Promise<SuiteReportView> {
  for (;;) {
    const found = await suiteReport(runs, suiteRunId);
    if (found.status !== 'running') return found;
    await pause(50);
  }
}
