import { personOf } from '../../../../foundation/context/actor.ts';
import type { Ctx } from '../../../../foundation/context/ctx.ts';
import { branchesOf, openPrompt } from '../../prompts/index.ts';
import { insertReview } from '../repository.ts';

/** A review of a prompt's first branch into itself, which only a sample is; nothing can be merged of it. */
export async function sampleReview(ctx: Ctx): Promise<{ id: string }> {
  const { id: promptId } = await ctx.ports.subjects.sample(ctx, 'prompt');
  const [branch] = await branchesOf(ctx, await openPrompt(ctx, { promptId }, 'prompt.read'));
  const now = ctx.clock.now();
  const id = ctx.newId();
  const branchId = branch?.id ?? id;
  await insertReview(ctx, {
    organizationId: ctx.organizationId,
    id,
    promptId,
    title: 'Sample review',
    description: '',
    sourceId: branchId,
    targetId: branchId,
    sourceName: 'main',
    targetName: 'main',
    state: 'open',
    authorId: personOf(ctx.actor),
    createdAt: now,
    updatedAt: now,
  });
  return { id };
}
