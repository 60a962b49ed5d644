import type { Authorized } from '../../../../foundation/context/authorized.ts';
import type { Ctx } from '../../../../foundation/context/ctx.ts';
import type { Prompt } from '../open.ts';

export const getPrompt = async (_ctx: Ctx, prompt: Authorized<Prompt, 'prompt.read'>): Promise<Prompt> =>
  prompt;
