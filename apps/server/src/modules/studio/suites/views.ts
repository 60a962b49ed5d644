import type {
  CreatedDescribedView,
  DescribedPromptView,
} from '@promptvault/contract/studio/suites/described';
import type {
  CaseProposalsView,
  SuiteItemView,
  SuiteReportView,
  SuiteRunView,
  SuiteView,
} from '@promptvault/contract/studio/suites/shapes';
import type { PersonRef } from '@promptvault/contract/values';
import type { Ctx } from '../../../foundation/context/ctx.ts';
import { wilson } from '../../../foundation/statistics/wilson.ts';
import { namePeople } from '../../account/organizations/index.ts';
import type { OpenedSuite, OpenedSuiteRun } from './open.ts';
import type { SuiteList } from './operations/list-suites.ts';
import type { SuiteReport } from './operations/report-suite.ts';
import type { ComparedItem, LaneCounts } from './repository/suite-items.ts';
import { type LastRun, lastRunsOf } from './repository/suites.ts';

const lastRunView = ({ suiteId: _of, createdAt, ...last }: LastRun) => ({
  ...last,
  createdAt: createdAt.toISOString(),
});

const suiteView = ({ row, promptTitle }: OpenedSuite, last: LastRun | undefined): SuiteView => ({
  id: row.id,
  promptId: row.promptId,
  promptTitle,
  name: row.name,
  caseSetId: row.caseSetId,
  ...row.plan,
  budgetMicroDollars: row.plan.budgetMicroDollars ?? null,
  createdAt: row.createdAt.toISOString(),
  updatedAt: row.updatedAt.toISOString(),
  lastRun: last ? lastRunView(last) : null,
  revision: row.revision,
});

export const toSuite = async (opened: OpenedSuite, ctx: Ctx): Promise<SuiteView> =>
  suiteView(opened, (await lastRunsOf(ctx, [opened.row.id])).get(opened.row.id));

export async function toSuitePage({ suites, nextCursor }: SuiteList, ctx: Ctx) {
  const last = await lastRunsOf(
    ctx,
    suites.map(({ row }) => row.id),
  );
  return { items: suites.map((one) => suiteView(one, last.get(one.row.id))), nextCursor };
}

/** A connection that only judges or compares stands in no lane, and has no name here. */
const waitOf = (connectionId: string, lanes: OpenedSuiteRun['run']['lanes']) => ({
  connectionId,
  connectionName: lanes.find((lane) => lane.connectionId === connectionId)?.connectionName ?? null,
});

const runView = ({ run, suite }: OpenedSuiteRun, people: ReadonlyMap<string, PersonRef>): SuiteRunView => ({
  id: run.id,
  suiteId: run.suiteId,
  suiteName: suite.name,
  promptId: suite.promptId,
  caseSetId: suite.caseSetId,
  caseSetVersion: run.caseSetVersion,
  status: run.status,
  isGreen: run.isGreen,
  reason: run.reason,
  total: run.total,
  passed: run.passed,
  failed: run.failed,
  errors: run.errors,
  waiting: run.total - run.passed - run.failed - run.errors,
  reused: run.reused,
  microDollars: run.microDollars,
  budgetMicroDollars: run.plan.budgetMicroDollars ?? null,
  isSpent: run.isSpent,
  waitsFor: run.status === 'running' ? run.waitsFor.map((id) => waitOf(id, run.lanes)) : [],
  passRate: run.plan.passRate,
  startedBy: run.startedBy === null ? null : (people.get(run.startedBy) ?? null),
  baselineId: run.baselineId,
  createdAt: run.createdAt.toISOString(),
  endedAt: run.endedAt?.toISOString() ?? null,
});

export const toSuiteRun = async (opened: OpenedSuiteRun, ctx: Ctx): Promise<SuiteRunView> =>
  runView(opened, await namePeople(ctx, [opened.run.startedBy]));

export async function toSuiteRunPage(
  { runs, nextCursor }: { runs: OpenedSuiteRun[]; nextCursor: string | null },
  ctx: Ctx,
) {
  const people = await namePeople(
    ctx,
    runs.map(({ run }) => run.startedBy),
  );
  return { items: runs.map((one) => runView(one, people)), nextCursor };
}

const none: Omit<LaneCounts, 'lane'> = {
  ...{ total: 0, passed: 0, failed: 0, errors: 0, requiredMissed: 0, score: null, microDollars: 0 },
  ...{ meanLatencyMs: null, broken: 0, fixed: 0, unsteady: 0 },
};

/** Shares are of what was judged, so that they mean something while it goes on. */
export async function toReport(
  { counts, baseline, change, ...opened }: SuiteReport,
  ctx: Ctx,
): Promise<SuiteReportView> {
  const { run } = opened;
  const rateOf = (passed: number, judged: number) => (judged === 0 ? null : passed / judged);
  const judged = run.passed + run.failed + run.errors;
  return {
    ...(await toSuiteRun(opened, ctx)),
    added: change?.added ?? null,
    removed: change?.removed ?? null,
    rate: rateOf(run.passed, judged),
    interval: wilson(run.passed, judged),
    lanes: run.lanes.map((lane, index) => {
      const { requiredMissed: _missed, ...own } = counts.find((one) => one.lane === index) ?? none;
      const done = own.passed + own.failed + own.errors;
      const isCompared = baseline !== null && index in baseline.lanes;
      const { version, from, connectionId, connectionName, model, settings } = lane;
      return {
        index,
        ...{ version, from, connectionId, connectionName, model, settings },
        total: own.total,
        passed: own.passed,
        failed: own.failed,
        errors: own.errors,
        rate: rateOf(own.passed, done),
        interval: wilson(own.passed, done),
        score: own.score,
        microDollars: own.microDollars,
        meanLatencyMs: own.meanLatencyMs,
        broken: isCompared ? own.broken : null,
        fixed: isCompared ? own.fixed : null,
        unsteady: own.unsteady,
      };
    }),
  };
}

export const toItem = (row: ComparedItem): SuiteItemView => ({
  position: row.position,
  lane: row.lane,
  caseId: row.caseId,
  caseName: row.caseName,
  repetition: row.repetition,
  required: row.required,
  weight: row.weight,
  status: row.status,
  before: row.before === 'passed' || row.before === 'failed' || row.before === 'error' ? row.before : null,
  score: row.score,
  results: row.results,
  reason: row.reason,
  excerpt: row.excerpt,
  runId: row.runId,
  reused: row.reused,
  latencyMs: row.latencyMs,
  microDollars: row.microDollars,
  inputTokens: row.inputTokens,
  outputTokens: row.outputTokens,
});

export const toItemPage = ({ rows, nextCursor }: { rows: ComparedItem[]; nextCursor: string | null }) => ({
  items: rows.map(toItem),
  nextCursor,
});

export const toAskedProposals = (asked: { runId: string }) => asked;
export const toProposals = (proposals: CaseProposalsView) => proposals;
export const toDescribed = (described: DescribedPromptView) => described;
export const toCreatedDescribed = (created: CreatedDescribedView) => created;
export const toNothing = () => undefined;
