import { personOf } from '../../../../foundation/context/actor.ts';
import type { Authorized } from '../../../../foundation/context/authorized.ts';
import type { Ctx } from '../../../../foundation/context/ctx.ts';
import type { Prompt } from '../open.ts';
import { isAuthor } from '../policy.ts';
import { addView } from '../repository/counts.ts';

/** Another person opened it; counted once a day (UTC) each. */
export async function recordPromptView(ctx: Ctx, prompt: Authorized<Prompt, 'prompt.read'>): Promise<void> {
  const person = personOf(ctx.actor);
  if (person === null || isAuthor(ctx.actor, prompt)) return;
  await addView(ctx, prompt.id, person, ctx.clock.now().toISOString().slice(0, 10));
}
