/** What later modules know of how well a prompt works: they push it down, in the transaction in which they learn it. */
import { isDeepStrictEqual } from 'node:util';
import type { Ctx } from '../../../../foundation/context/ctx.ts';
import { findEvidence, storeEvidence } from '../repository/effectiveness.ts';
import { lockPrompt } from '../repository/prompts.ts';
import type { Evidence } from '../schema.ts';
import { effectivenessOf } from './effectiveness-of.ts';
import { tellEffectiveness } from './tell-effectiveness.ts';

export { findNewestOnDefault as newestOnDefaultBranch } from '../repository/effectiveness.ts';

/**
 * Changes what the effectiveness of a prompt stands on, and the score with it. The prompt is held from before `change`
 * is called, so that what that counts in the database is complete: of two who rate at once, the second counts both.
 * Nothing happens to a prompt that is not there any more.
 */
export async function changeEvidence(
  ctx: Ctx,
  promptId: string,
  change: (before: Evidence) => Evidence | Promise<Evidence>,
): Promise<void> {
  await lockPrompt(ctx, promptId);
  const before = await findEvidence(ctx, promptId);
  if (!before) return;
  const evidence = await change(before);
  if (isDeepStrictEqual(evidence, before)) return;
  await storeEvidence(ctx, promptId, { evidence, effectiveness: effectivenessOf(evidence) });
  tellEffectiveness(ctx, promptId);
}
