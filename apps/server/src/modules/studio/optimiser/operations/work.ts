/** One optimisation from where it is to its end. Each step looks at what the database has and does what is missing. */
import {
  type CandidateRow,
  findOptimiserItem,
  insertCandidates,
  listItems,
} from '../repository/candidates.ts';
import { endStep, updateOptimisation } from '../repository/optimisations.ts';
import { critiqueWish, type FailedCase, rewriteWish } from './ask-for-rewrites.ts';
import { askStep, stepOf } from './ask-step.ts';
import { generateCases } from './generate-cases.ts';
import { judgeItems } from './judge-items.ts';
import { layOutLike } from './lay-out.ts';
import { type MeasuredCandidate, measureCandidates } from './measure.ts';
import { bestOf, isImproved, paretoFront } from './pareto.ts';
import { readRewrites } from './read-rewrites.ts';
import { byItself, Ending, type Running } from './running.ts';
import { tellProgress } from './tell-followers.ts';

const longestAnswer = 2_000;

/** @throws Ending always, at its end; Aborted, and what placing a run throws */
export async function work(running: Running): Promise<never> {
  await generateCases(running);
  const { row } = running;
  for (let { round } = row; ; round++) {
    // What was laid out before a restart is judged first; at the beginning that is the prompt as it was.
    await judgeItems(running);
    if (round > 0) await judgeKept(running);
    const all = await measured(running);
    const best = bestOf(all);
    if (!best) throw new Ending('fault', 'No case could be judged.');
    if (best.rate === 1) throw new Ending('perfect', 'Every case the model may see passes.');
    const isOf = (last: number) => all.filter(({ row }) => row.round === last);
    if (
      round > 0 &&
      !isImproved(
        all.filter((one) => one.row.round < round),
        isOf(round),
      )
    )
      throw new Ending('no_improvement', whyNothingBetter(round, isOf(round)));
    if (round === row.plan.rounds) throw new Ending('rounds', `All ${row.plan.rounds} rounds are done.`);
    await rewrite(running, round + 1, best.row, all);
    await byItself(running, async (ctx) => {
      await updateOptimisation(ctx, row.id, { round: round + 1 });
      tellProgress(ctx, row.id);
    });
  }
}

const mostReasons = 3;
const longestReason = 200;

/** A round whose rewrites could not be run at all says what was wrong with them: it tells of the model that rewrites. */
function whyNothingBetter(round: number, made: readonly MeasuredCandidate[]): string {
  const reasons = made.flatMap(({ row }) => (row.discarded === null ? [] : [row.discarded]));
  if (reasons.length === 0 || reasons.length < made.length) return `Round ${round} brought nothing better.`;
  const different = [...new Set(reasons.map((reason) => reason.slice(0, longestReason).toWellFormed()))];
  return `Round ${round} brought no rewrite that can be run. ${different.slice(0, mostReasons).join(' ')}`;
}

const measured = (running: Running): Promise<MeasuredCandidate[]> =>
  byItself(running, (ctx) => measureCandidates(ctx, running.row.id));

/** Those worth keeping are also run on the cases that were kept from the model. */
async function judgeKept(running: Running): Promise<void> {
  const all = await measured(running);
  const original = all.find(({ number }) => number === 0);
  if (!original?.heldOut) return;
  const lacking = paretoFront(all).filter(({ heldOut }) => heldOut === undefined);
  if (lacking.length === 0) return;
  await byItself(running, async (ctx) => {
    const items = await listItems(ctx, original.row.id);
    for (const { row } of lacking) await layOutLike(ctx, items, row.id, true);
  });
  await judgeItems(running);
}

async function rewrite(
  running: Running,
  round: number,
  base: CandidateRow,
  all: readonly MeasuredCandidate[],
): Promise<void> {
  const step = { round, kind: 'rewrite' as const };
  const document = base.document ?? running.original;
  if ((await stepOf(running, step))?.isDone) return;
  const { row, original } = running;
  const { plan } = row;
  const critique = await critiqueOf(running, round, base);
  const tried = all
    .filter((one) => one.number > 0)
    .map((one) => ({
      idea: one.row.idea,
      passed: one.row.discarded ?? `${one.seen?.passed ?? 0} of ${one.seen?.cases ?? 0} cases`,
    }));
  const wish = rewriteWish(plan.model, document, { critique, tried, count: plan.candidates });
  const answer = await askStep(running, step, wish);
  const known = [original, ...all.flatMap((one) => (one.row.document ? [one.row.document] : []))];
  const rewrites = readRewrites(answer, { base: document, original, known, most: plan.candidates });
  const found = rewrites ?? [
    { idea: '', document: null, discarded: 'The model did not answer with candidates as JSON.' },
  ];
  await byItself(running, async (ctx) => {
    const first = Math.max(...all.map(({ number }) => number)) + 1;
    const rows = found.map((one, index) => ({
      ...{ organizationId: ctx.organizationId, id: ctx.newId(), optimisationId: row.id },
      ...{ number: first + index, round, ...one, createdAt: ctx.clock.now() },
    }));
    await insertCandidates(ctx, rows);
    const zero = all.find(({ number }) => number === 0);
    const items = zero ? await listItems(ctx, zero.row.id) : [];
    for (const { id, discarded } of rows) if (discarded === null) await layOutLike(ctx, items, id, false);
    await endStep(ctx, { optimisationId: row.id, ...step }, '');
    tellProgress(ctx, row.id);
  });
}

/** What the model finds wrong with the best so far, by what it failed of the cases that may be seen. */
async function critiqueOf(running: Running, round: number, base: CandidateRow): Promise<string> {
  const step = { round, kind: 'critique' as const };
  const known = await stepOf(running, step);
  if (known?.isDone) return known.told;
  const failed = await byItself(running, async (ctx): Promise<FailedCase[]> => {
    const items = await listItems(ctx, base.id);
    const bad = items.filter(
      ({ isHeldOut, status }) => !isHeldOut && (status === 'failed' || status === 'error'),
    );
    const states = await Promise.all(bad.map((item) => findOptimiserItem(ctx, base.id, item.position)));
    return bad.map((item, index) => ({
      name: item.caseName,
      values: states[index]?.state.values ?? {},
      expected: states[index]?.state.expected ?? null,
      answer: item.excerpt.slice(0, longestAnswer),
      reasons: [
        ...(item.reason === null ? [] : [item.reason]),
        ...item.results
          .filter(({ status }) => status !== 'passed')
          .map(({ kind, reason }) => `${kind}: ${reason}`),
      ],
    }));
  });
  const said = await askStep(
    running,
    step,
    critiqueWish(running.row.plan.model, base.document ?? running.original, failed),
  );
  const told = said.slice(0, 8_000).toWellFormed().replaceAll('\0', '');
  await byItself(running, async (ctx) => {
    await endStep(ctx, { optimisationId: running.row.id, ...step }, told);
    tellProgress(ctx, running.row.id);
  });
  return told;
}
