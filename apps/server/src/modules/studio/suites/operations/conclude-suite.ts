import type { Ctx } from '../../../../foundation/context/ctx.ts';
import { percentOf, percentReached } from '../../../../foundation/statistics/wilson.ts';
import { settleChecks } from '../../../vault/prompts/index.ts';
import { SuiteRunEnded } from '../events.ts';
import { countLanes, type LaneCounts, releaseItems } from '../repository/suite-items.ts';
import { endSuiteRun, lockSuiteRun } from '../repository/suite-runs.ts';
import { reportPath } from './report-check.ts';
import type { RunningSuite } from './run-item.ts';
import { tellSuites } from './tell-followers.ts';
import { tellStarter } from './tell-starter.ts';
import { weighReport } from './weigh-report.ts';

interface End {
  status: 'finished' | 'stopped' | 'failed';
  isGreen: boolean;
  isSpent?: true;
  reason: string | null;
}

/** What is known of a run at its end, whether or not it was driven until then. */
type EndedSuite = Pick<RunningSuite, 'ports' | 'run' | 'scope' | 'promptId' | 'name' | 'failure' | 'spent'>;

interface Conclusion {
  wasStopped: boolean;
  /** The process that concludes its own work: nothing is ended that another has taken from it. Null where a person ends it. */
  owner: string | null;
}

/** Ends the run, tells the log, and reports to the versions it ran: all of it or nothing. */
export async function concludeSuite(suite: EndedSuite, { wasStopped, owner }: Conclusion): Promise<void> {
  const { ports, run, scope, name, promptId } = suite;
  await ports.within({ ...scope, onBehalfOf: null }, async (ctx) => {
    if (!(await lockSuiteRun(ctx, run.id, owner))) return;
    await releaseItems(ctx, run.id);
    const counts = await countLanes(ctx, run.id, null);
    const end = endOf(suite, counts, wasStopped);
    const outcome = { isSpent: false, ...end, endedAt: ctx.clock.now() };
    const written = await endSuiteRun(ctx, run.id, outcome);
    const { passed, total, microDollars } = written;
    const facts = {
      promptId,
      suiteId: run.suiteId,
      name,
      status: end.status,
      isGreen: end.isGreen,
      passed,
      total,
      microDollars,
    };
    if (end.status === 'finished') await weighReport(ctx, promptId, run);
    await report(ctx, suite, end, counts);
    tellSuites(ctx, run.id);
    await ctx.emit(SuiteRunEnded, { kind: 'suite_run', id: run.id }, facts);
    await tellStarter(ctx, written);
  });
}

const sum = (counts: readonly LaneCounts[], key: 'total' | 'passed' | 'requiredMissed') =>
  counts.reduce((all, lane) => all + lane[key], 0);

function endOf({ run, failure, spent }: EndedSuite, counts: readonly LaneCounts[], wasStopped: boolean): End {
  if (spent !== undefined) return { status: 'stopped', isGreen: false, isSpent: true, reason: spent };
  if (failure !== undefined) return { status: 'failed', isGreen: false, reason: failure };
  if (wasStopped) return { status: 'stopped', isGreen: false, reason: 'A person stopped it.' };
  const missed = sum(counts, 'requiredMissed');
  const rate = sum(counts, 'passed') / Math.max(1, sum(counts, 'total'));
  if (missed > 0)
    return {
      status: 'finished',
      isGreen: false,
      reason: `${missed} required ${missed === 1 ? 'case' : 'cases'} did not pass.`,
    };
  if (rate < run.plan.passRate - 1e-9)
    return {
      status: 'finished',
      isGreen: false,
      reason: `${percentReached(rate)} passed; ${percentOf(run.plan.passRate)} is needed.`,
    };
  return { status: 'finished', isGreen: true, reason: null };
}

/**
 * In the transaction of the end, so that no check stays on its way. Each version by its own lanes: one that passes is not
 * held back by another that does not.
 */
async function report(
  ctx: Ctx,
  { run, name }: EndedSuite,
  end: End,
  counts: readonly LaneCounts[],
): Promise<void> {
  if (run.plan.check === null) return;
  await settleChecks(ctx, { name: run.plan.check, path: reportPath(run.id) }, (version) => {
    const own = counts.filter(({ lane }) => run.lanes[lane]?.version === version);
    const [passed, total] = [sum(own, 'passed'), sum(own, 'total')];
    const isGood =
      end.status === 'finished' &&
      sum(own, 'requiredMissed') === 0 &&
      passed / Math.max(1, total) >= run.plan.passRate - 1e-9;
    const why = end.status === 'finished' ? '' : ` ${end.reason}`;
    const summary = `${name === '' ? '' : `${name}: `}${passed} of ${total} passed.${why}`;
    return { status: isGood ? 'passed' : 'failed', summary: summary.slice(0, 500).toWellFormed() };
  });
}
