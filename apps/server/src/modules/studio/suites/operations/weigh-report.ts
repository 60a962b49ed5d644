/** What a suite says of how well its prompt works. */
import type { Ctx } from '../../../../foundation/context/ctx.ts';
import { changeEvidence, newestOnDefaultBranch } from '../../../vault/prompts/index.ts';
import { countCases } from '../repository/suite-items.ts';
import type { SuiteRunRow } from '../repository/suite-runs.ts';
import type { SuiteRow } from '../repository/suites.ts';

/**
 * Takes the report of a run that is finished in the place of the one the suite gave before. What counts is the newest
 * version of the default branch that it ran: a branch that is tried out says nothing of the prompt yet, and an older
 * version run beside it for comparison says nothing any more.
 */
export async function weighReport(
  ctx: Ctx,
  promptId: string,
  { id, suiteId, lanes }: Pick<SuiteRunRow, 'id' | 'suiteId' | 'lanes'>,
): Promise<void> {
  const newest = await newestOnDefaultBranch(
    ctx,
    promptId,
    lanes.map(({ version }) => version),
  );
  if (newest === null) return;
  const own = lanes.flatMap(({ version }, lane) => (version === newest ? [lane] : []));
  const { passed, judged, cases } = await countCases(ctx, id, own);
  // Where every call failed, nothing was learned about the prompt.
  if (judged === 0) return;
  const report = { passed: (passed / judged) * cases, cases };
  await changeEvidence(ctx, promptId, (before) => ({
    ...before,
    suites: { ...before.suites, [suiteId]: report },
  }));
}

/** A suite that is deleted says nothing any more. */
export const forgetReports = (ctx: Ctx, { id, promptId }: SuiteRow): Promise<void> =>
  changeEvidence(ctx, promptId, ({ suites = {}, ...rest }) => {
    const { [id]: _gone, ...others } = suites;
    return { ...rest, suites: others };
  });
