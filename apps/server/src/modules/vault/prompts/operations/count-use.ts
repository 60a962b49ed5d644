import type { Ctx } from '../../../../foundation/context/ctx.ts';
import { addUses } from '../repository/counts.ts';

/** A prompt was run, copied or fetched. Called by those who did it, in their own transaction. */
export const countUse = (ctx: Ctx, promptId: string, uses = 1): Promise<void> => addUses(ctx, promptId, uses);
