import type { Ctx } from '../../../../foundation/context/ctx.ts';
import type { SharedView } from '../../../../foundation/module/subjects.ts';
import { headingsOf, readShownRuns } from '../../runs/index.ts';
import { openJudgement } from '../open.ts';

/** What a shared page shows: the answers with the notes on them, and the verdict; never what was sent or paid. */
export async function showJudgement(ctx: Ctx, judgementId: string): Promise<SharedView> {
  const judgement = await openJudgement(ctx, { judgementId }, 'run.read');
  const { title, runIds, verdict, winnerIds, notes, runNotes, updatedAt } = judgement;
  const runs = await readShownRuns(ctx, runIds);
  const headings = headingsOf(runs.map(({ run }) => run));
  return {
    title,
    description: notes || `Answers of ${runs.length} runs`,
    facts: [updatedAt.toISOString().slice(0, 10)],
    parts: runs.flatMap(({ run, texts }, place) => {
      const note = runNotes[run.id] ?? '';
      const heading = [
        ...(winnerIds.includes(run.id) ? [verdict === 'tie' ? 'Tie' : 'Best'] : []),
        headings[place],
      ].join(' · ');
      return [
        { heading, formatted: true, text: texts.output },
        ...(note === '' ? [] : [{ heading: `Note on ${run.model}`, formatted: true, text: note }]),
      ];
    }),
  };
}
