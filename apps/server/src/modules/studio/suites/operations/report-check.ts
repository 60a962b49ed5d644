import type { Ctx } from '../../../../foundation/context/ctx.ts';
import { openPrompt, reportCheck } from '../../../vault/prompts/index.ts';
import type { SuiteRunRow } from '../repository/suite-runs.ts';
import type { SuiteRow } from '../repository/suites.ts';

/** Where the report of a run is read, below the address of the server. */
export const reportPath = (suiteRunId: string): string => `/suites/runs/${suiteRunId}`;

/** Says to each version that is run that its check is on its way, where the suite reports one. */
export async function reportPending(
  ctx: Ctx,
  { id, plan, lanes, total }: SuiteRunRow,
  { promptId, name }: SuiteRow,
): Promise<void> {
  if (plan.check === null) return;
  const prompt = await openPrompt(ctx, { promptId }, 'prompt.read');
  for (const version of new Set(lanes.map((lane) => lane.version)))
    await reportCheck(ctx, prompt, {
      version,
      name: plan.check,
      status: 'pending',
      summary: `${name}: ${total.toLocaleString('en')} runs are on their way.`,
      url: `${ctx.ports.publicUrl}${reportPath(id)}`,
    });
}
