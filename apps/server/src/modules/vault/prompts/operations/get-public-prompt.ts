import type { NobodyActor, SignedInActor } from '../../../../foundation/context/actor.ts';
import { ResourceError } from '../../../../foundation/errors/foundation-errors.ts';
import type { Lobby } from '../../../../foundation/http/serve.ts';
import { isId } from '../../../../foundation/ids/id-maker.ts';
import { labelsOf } from '../repository/labels.ts';
import type { Place } from '../repository/place.ts';
import { findPublicPrompt, organizationOfPublicPrompt } from '../repository/prompts.ts';
import { findVersion } from '../repository/versions.ts';
import { pickTarget } from './pick-target.ts';

export type PublicPromptRecord = NonNullable<Awaited<ReturnType<typeof readPublicPrompt>>>;

/**
 * A prompt for whoever has its address, a member or not. Its references stay text: what they lead to may not be
 * public.
 * @throws resource.not_found
 */
export async function getPublicPrompt(
  lobby: Lobby<NobodyActor | SignedInActor>,
  { promptId }: { promptId: string },
): Promise<PublicPromptRecord> {
  const organizationId = isId(promptId)
    ? await lobby.transaction({}, ({ tx }) => organizationOfPublicPrompt(tx, promptId))
    : undefined;
  const found =
    organizationId && (await lobby.transaction({ organizationId }, (ctx) => readPublicPrompt(ctx, promptId)));
  if (!found) throw ResourceError.not_found();
  return found;
}

async function readPublicPrompt(place: Place, promptId: string) {
  const row = await findPublicPrompt(place, promptId);
  if (!row) return undefined;
  const production = (await labelsOf(place, [promptId])).find(({ name }) => name === 'production');
  const number = production ? pickTarget(production, undefined) : row.head;
  const version = number === null ? undefined : await findVersion(place, promptId, number);
  return version && { ...row, version };
}
