import type {
  CandidateDetailView,
  OptimisationCandidateView,
  OptimisationReportView,
  OptimisationView,
} from '@promptvault/contract/studio/optimiser/shapes';
import type { PersonRef } from '@promptvault/contract/values';
import type { Ctx } from '../../../foundation/context/ctx.ts';
import { wilson } from '../../../foundation/statistics/wilson.ts';
import { namePeople } from '../../account/organizations/index.ts';
import type { OpenedOptimisation } from './open.ts';
import type { MeasuredCandidate } from './operations/measure.ts';
import { compareQuality, paretoFront } from './operations/pareto.ts';
import {
  type OptimisationReport,
  type ShownCandidate,
  type ShownOptimisation,
  showOptimisation,
} from './operations/show-optimisations.ts';
import type { CandidateCounts, OptimiserItemRow } from './repository/candidates.ts';

function optimisationView(
  { row, promptTitle, purse, measured }: ShownOptimisation,
  people: ReadonlyMap<string, PersonRef>,
): OptimisationView {
  const { id, promptId, branch, version, suiteId, status, end, reason, evidence, round, plan, adopted } = row;
  return {
    ...{ id, promptId, promptTitle, branch, version, suiteId, status, end, reason, evidence, round, adopted },
    rounds: plan.rounds,
    candidates: measured.filter(({ number }) => number > 0).length,
    microDollars: purse?.spentMicroDollars ?? 0,
    budgetMicroDollars: purse?.limitMicroDollars ?? null,
    startedBy: row.startedBy === null ? null : (people.get(row.startedBy) ?? null),
    createdAt: row.createdAt.toISOString(),
    endedAt: row.endedAt?.toISOString() ?? null,
  };
}

export const toOptimisation = async (opened: OpenedOptimisation, ctx: Ctx): Promise<OptimisationView> =>
  optimisationView(await showOptimisation(ctx, opened), await namePeople(ctx, [opened.row.startedBy]));

export async function toOptimisationPage(
  { shown, nextCursor }: { shown: ShownOptimisation[]; nextCursor: string | null },
  ctx: Ctx,
) {
  const people = await namePeople(
    ctx,
    shown.map(({ row }) => row.startedBy),
  );
  return { items: shown.map((one) => optimisationView(one, people)), nextCursor };
}

const scoreView = (counts: CandidateCounts | undefined): OptimisationCandidateView['seen'] => {
  const judged = counts?.judged ?? 0;
  return {
    cases: counts?.cases ?? 0,
    passed: counts?.passed ?? 0,
    rate: counts && judged > 0 ? counts.passed / judged : null,
    interval: counts ? wilson(counts.passed, judged) : null,
    score: counts?.score ?? null,
    microDollars: counts?.microDollars ?? null,
  };
};

const rateOf = (counts: CandidateCounts | undefined) =>
  counts && counts.judged > 0 ? counts.passed / counts.judged : undefined;

function candidateViews(measured: readonly MeasuredCandidate[]): OptimisationCandidateView[] {
  const front = new Set(paretoFront(measured).map(({ number }) => number));
  const original = measured.find(({ number }) => number === 0);
  const before = rateOf(original?.heldOut);
  return measured.map((one) => {
    const kept = rateOf(one.heldOut);
    const isBetterSeen = original !== undefined && compareQuality(one, original) > 0;
    return {
      id: one.row.id,
      number: one.number,
      round: one.row.round,
      idea: one.row.idea,
      discarded: one.row.discarded,
      seen: scoreView(one.seen),
      heldOut: scoreView(one.heldOut),
      isBest: front.has(one.number),
      isOverfit: isBetterSeen && kept !== undefined && before !== undefined && kept < before,
    };
  });
}

export async function toReport(report: OptimisationReport, ctx: Ctx): Promise<OptimisationReportView> {
  const { row, measured, steps } = report;
  const original = measured.find(({ number }) => number === 0);
  const itemsPerCase = row.plan.lanes.length * row.plan.repetitions;
  const casesOf = (counts: CandidateCounts | undefined) => Math.round((counts?.cases ?? 0) / itemsPerCase);
  const waitingOf = (counts: CandidateCounts | undefined) => (counts ? counts.cases - counts.judged : 0);
  return {
    ...optimisationView(report, await namePeople(ctx, [row.startedBy])),
    model: row.plan.model,
    lanes: row.plan.lanes.map(({ connectionId, model, settings }) => ({ connectionId, model, settings })),
    cases: { seen: casesOf(original?.seen), heldOut: casesOf(original?.heldOut) },
    critiques: steps
      .filter(({ kind, isDone }) => kind === 'critique' && isDone)
      .map(({ round, told, runId }) => ({ round, text: told, runId })),
    all: candidateViews(measured),
    waiting: measured.reduce((sum, { seen, heldOut }) => sum + waitingOf(seen) + waitingOf(heldOut), 0),
  };
}

const outcomeView = ({ status, score, excerpt, reason, results, runId }: OptimiserItemRow) => ({
  ...{ status, score, excerpt, runId },
  reason:
    reason ??
    (results
      .filter((result) => result.status !== 'passed')
      .map((result) => result.reason)
      .join(' ') ||
      null),
});

export function toCandidate({
  candidate,
  measured,
  original,
  before,
  after,
}: ShownCandidate): CandidateDetailView {
  const known = new Map(before.map((item) => [item.position, item]));
  const views = candidateViews(measured);
  return {
    candidate: views.find(({ id }) => id === candidate.id) as OptimisationCandidateView,
    original,
    document: candidate.document,
    items: after.map((item) => {
      const was = known.get(item.position);
      const { caseId, caseName, isHeldOut, lane, repetition } = item;
      return {
        ...{ caseId, caseName, isHeldOut, lane, repetition },
        before: was && candidate.number > 0 ? outcomeView(was) : null,
        after: outcomeView(item),
      };
    }),
  };
}
