import { DomainError } from '@promptvault/contract/errors';
import { percentOf } from '../../../../foundation/statistics/wilson.ts';
import { openPrompt, reportCheck } from '../../../vault/prompts/index.ts';
import { SuiteRunEnded } from '../events.ts';
import { countLanes, type LaneCounts, releaseItems } from '../repository/suite-items.ts';
import { endSuiteRun, findSuiteRun } from '../repository/suite-runs.ts';
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

/** Ends the run, tells the log, and reports to the versions it ran. */
export async function concludeSuite(suite: EndedSuite, wasStopped: boolean): Promise<void> {
  const { ports, run, scope, name, promptId } = suite;
  const ended = await ports.within({ ...scope, onBehalfOf: null }, async (ctx) => {
    await releaseItems(ctx, run.id);
    const [counts, row] = [await countLanes(ctx, run.id, null), await findSuiteRun(ctx, run.id)];
    if (!row) return undefined;
    const end = endOf(suite, counts, wasStopped);
    const written = await endSuiteRun(ctx, run.id, { isSpent: false, ...end, endedAt: ctx.clock.now() });
    if (!written) return undefined;
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
    tellSuites(ctx, run.id);
    await ctx.emit(SuiteRunEnded, { kind: 'suite_run', id: run.id }, facts);
    await tellStarter(ctx, written);
    return { end, counts };
  });
  if (ended && run.plan.check !== null) await report(suite, run.plan.check, ended.end, ended.counts);
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
      reason: `${percentOf(rate)} passed; ${percentOf(run.plan.passRate)} is needed.`,
    };
  return { status: 'finished', isGreen: true, reason: null };
}

/** Each version by its own lanes: one that passes is not held back by another that does not. */
async function report(
  { ports, run, scope, promptId, name }: EndedSuite,
  check: string,
  end: End,
  counts: readonly LaneCounts[],
): Promise<void> {
  const versions = new Set(run.lanes.map(({ version }) => version));
  try {
    await ports.within(scope, async (ctx) => {
      const prompt = await openPrompt(ctx, { promptId }, 'prompt.read');
      for (const version of versions) {
        const own = counts.filter(({ lane }) => run.lanes[lane]?.version === version);
        const [passed, total] = [sum(own, 'passed'), sum(own, 'total')];
        const isGood =
          end.status === 'finished' &&
          sum(own, 'requiredMissed') === 0 &&
          passed / Math.max(1, total) >= run.plan.passRate - 1e-9;
        await reportCheck(ctx, prompt, {
          version,
          name: check,
          status: isGood ? 'passed' : 'failed',
          summary:
            `${name}: ${passed} of ${total} passed.${end.status === 'finished' ? '' : ` ${end.reason}`}`.slice(
              0,
              500,
            ),
          url: `${ports.publicUrl}/suites/runs/${run.id}`,
        });
      }
    });
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    // Whoever started it may no longer see the prompt; the report stays with the suite.
    ports.log.warn('a suite could not report its check', { error, suiteRun: run.id });
  }
}
