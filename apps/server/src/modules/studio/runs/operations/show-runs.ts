import { isPart } from '@promptvault/contract/studio/runs/kinds';
import type { Ctx } from '../../../../foundation/context/ctx.ts';
import type { SharedView } from '../../../../foundation/module/subjects.ts';
import { openComparison, openRun } from '../open.ts';
import { findRunTexts, type RunRow } from '../repository/runs.ts';
import { textBefore } from './answer-parts.ts';

/** What a shared page shows of a run: the answer and how it came about, never what was sent or paid. */
export async function showRun(ctx: Ctx, runId: string): Promise<SharedView> {
  const run = await openRun(ctx, { runId }, 'run.read');
  return view(ctx, run.promptTitle ?? 'Run', [run]);
}

export async function showComparison(ctx: Ctx, comparisonId: string): Promise<SharedView> {
  const { comparison, runs } = await openComparison(ctx, { comparisonId }, 'run.read');
  return view(ctx, comparison.promptTitle ?? 'Comparison', runs);
}

async function view(ctx: Ctx, title: string, runs: readonly RunRow[]): Promise<SharedView> {
  const parts = [];
  // A repair is shown as the answer it repairs, and what tools asked of other prompts as nothing of its own.
  const answers = runs.length === 1 ? runs : runs.filter((run) => !isPart(run));
  const headings = headingsOf(answers);
  for (const [place, run] of answers.entries()) {
    const repair = run.outcome?.kind === 'repaired' ? run.outcome.repair : null;
    const texts = await findRunTexts(ctx.tx, ctx.organizationId, repair?.runId ?? run.id);
    const before = run.continuesId === null || repair ? '' : await textBefore(ctx, run);
    parts.push({
      heading: headings[place] ?? '',
      text: before + (texts?.output ?? '') || nothingYet(run),
      formatted: true,
    });
  }
  const [first] = runs;
  return {
    title,
    description: answers.length === 1 ? `Answer of ${first?.model}` : `Answers of ${answers.length} models`,
    facts: [
      ...(first?.versionNumber ? [`Version ${first.versionNumber}`] : []),
      ...(first ? [first.createdAt.toISOString().slice(0, 10)] : []),
    ],
    parts,
  };
}

/** Names of runs that are shown together, told apart by a number where one model has several, and how long each is. */
export const headingsOf = (runs: readonly RunRow[]): string[] =>
  runs.map(({ model, durationMs, outputTokens }, place) => {
    const before = runs.slice(0, place).filter((one) => one.model === model).length;
    const isOne = runs.filter((one) => one.model === model).length === 1;
    return [
      isOne ? model : `${model} ${before + 1}`,
      ...(durationMs === null ? [] : [`${(durationMs / 1000).toFixed(1)} s`]),
      ...(outputTokens === null ? [] : [`${outputTokens} tokens`]),
    ].join(' · ');
  });

const nothingYet = ({ status }: RunRow): string =>
  status === 'queued' || status === 'running' ? 'The answer is not there yet.' : 'There is no answer.';
