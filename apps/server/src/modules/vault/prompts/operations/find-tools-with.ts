import type { Ctx } from '../../../../foundation/context/ctx.ts';
import { visible } from '../policy.ts';
import { listToolsWith, type PromptTools } from '../repository/tools.ts';

/** For later modules whose things are named in tools: the prompts the actor sees whose newest tools hold a text. */
export const findToolsWith = (ctx: Ctx, text: string): Promise<PromptTools[]> =>
  listToolsWith(ctx, visible(ctx.actor, ctx.clock.now()), text);
