import type { Ctx } from '../../../../foundation/context/ctx.ts';
import { findTargets } from './resolve-references.ts';

/** The version a reference leads to now, for whoever runs it; undefined where the actor sees none. */
export async function findTarget(
  ctx: Ctx,
  reference: string,
): Promise<{ promptId: string; number: number } | undefined> {
  const [target] = await findTargets(ctx, [reference], { problems: [] });
  return target && { promptId: target.promptId, number: target.number };
}
