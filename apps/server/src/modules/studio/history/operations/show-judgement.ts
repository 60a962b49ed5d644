import type { Ctx } from '../../../../foundation/context/ctx.ts';
import type { SharedView } from '../../../../foundation/module/subjects.ts';
import { readShownRuns } from '../../runs/index.ts';
import { openJudgement } from '../open.ts';

/** What a shared page shows: the answers with the notes on them, and the verdict; never what was sent or paid. */
export async function showJudgement(ctx: Ctx, judgementId: string): Promise<SharedView> {
  const judgement = await openJudgement(ctx, { judgementId }, 'run.read');
  const { title, runIds, verdict, winnerIds, notes, runNotes, updatedAt } = judgement;
  const runs = await readShownRuns(ctx, runIds);
  return {
    title,
    description: notes || `Answers of ${runs.length} runs, side by side`,
    facts: [updatedAt.toISOString().slice(0, 10)],
    parts: runs.map(({ run, texts }) => ({
      heading: [run.model, ...(winnerIds.includes(run.id) ? [verdict === 'tie' ? 'Tie' : 'Best'] : [])].join(
        ' · ',
      ),
      text: [runNotes[run.id] ?? '', texts.output].filter((text) => text !== '').join('\n\n---\n\n'),
    })),
  };
}
