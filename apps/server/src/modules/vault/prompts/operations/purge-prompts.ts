import type { Ctx } from '../../../../foundation/context/ctx.ts';
import type { JobWork } from '../../../../foundation/module/define-module.ts';
import { PromptPurged } from '../events.ts';
import { restorableMs } from '../open.ts';
import { organizationsWithDeletedPrompts, purgePrompts } from '../repository/purge.ts';

const batch = 200;

/**
 * Erases for good what was deleted so long ago that it can no longer be restored.
 * @throws at the end the first of what failed, so that the job is tried again
 */
export async function purgeDeletedPrompts({ ports, db, signal }: JobWork): Promise<void> {
  const before = new Date(ports.clock.now().getTime() - restorableMs);
  const nowhere = { organizationId: null, userId: null };
  const organizations = await db.tenant(nowhere, (tx) => organizationsWithDeletedPrompts(tx, before));
  const faults: unknown[] = [];
  for (const organizationId of organizations)
    try {
      for (let erased = batch; erased === batch && !signal.aborted; )
        erased = await ports.within({ organizationId, job: 'prompt.purge', onBehalfOf: null }, (ctx) =>
          purge(ctx, before),
        );
    } catch (error) {
      // What is wrong in one organization must not keep the others from being purged.
      ports.log.error('the deleted prompts of an organization could not be erased', {
        error,
        organization: organizationId,
      });
      faults.push(error);
    }
  if (faults.length > 0) throw faults[0];
}

/** Later modules erase what they keep of these prompts when they hear of it. @returns how many */
async function purge(ctx: Ctx, before: Date): Promise<number> {
  const ids = await purgePrompts(ctx, before, batch);
  await ctx.emitAll(
    PromptPurged,
    ids.map((id) => ({ subject: { kind: 'prompt', id }, payload: {} })),
  );
  return ids.length;
}
