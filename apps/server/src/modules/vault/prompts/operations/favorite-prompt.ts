import { personOf } from '../../../../foundation/context/actor.ts';
import type { Authorized } from '../../../../foundation/context/authorized.ts';
import type { Ctx } from '../../../../foundation/context/ctx.ts';
import { AuthError } from '../../../../foundation/errors/foundation-errors.ts';
import type { Prompt } from '../open.ts';
import { addFavorite, removeFavorite } from '../repository/counts.ts';

/** Only a person has favorites. @throws auth.forbidden */
function personIn(ctx: Ctx): string {
  const person = personOf(ctx.actor);
  if (person === null) throw AuthError.forbidden();
  return person;
}

export const favoritePrompt = (ctx: Ctx, prompt: Authorized<Prompt, 'prompt.read'>): Promise<void> =>
  addFavorite(ctx, prompt.id, personIn(ctx), ctx.clock.now());

export const unfavoritePrompt = (ctx: Ctx, prompt: Authorized<Prompt, 'prompt.read'>): Promise<void> =>
  removeFavorite(ctx, prompt.id, personIn(ctx));
