import { personOf } from '../../../../foundation/context/actor.ts';
import type { Ctx } from '../../../../foundation/context/ctx.ts';
import { insertJudgement } from '../repository/judgements.ts';

/** For demonstration data and the generated tests of the wall. */
export async function sampleJudgement(ctx: Ctx): Promise<{ id: string }> {
  const runIds: string[] = [];
  for (let made = 0; made < 2; made++) runIds.push((await ctx.ports.subjects.sample(ctx, 'run')).id);
  const at = ctx.clock.now();
  const { id } = await insertJudgement(ctx.tx, {
    organizationId: ctx.organizationId,
    id: ctx.newId(),
    authorId: personOf(ctx.actor),
    title: 'Which one?',
    runIds,
    baseRunId: runIds[0] as string,
    verdict: 'open',
    winnerIds: [],
    notes: '',
    runNotes: {},
    shared: false,
    createdAt: at,
    updatedAt: at,
  });
  return { id };
}
