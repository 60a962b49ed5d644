import { NoticeError } from '@promptvault/contract/account/notifications/errors';
import type { giveDeadLetterAgain as againRoute } from '@promptvault/contract/account/notifications/routes';
import type { RouteInput } from '@promptvault/contract/define-route';
import type { SignedInActor } from '../../../../foundation/context/actor.ts';
import type { Lobby } from '../../../../foundation/http/serve.ts';
import { giveEventAgain } from '../../record/index.ts';
import { eventsSetAside, type SetAside } from '../repository/dead-letters.ts';
import { requireOperator } from './report-mail.ts';

/** @throws notice.not_operator */
export async function listDeadLetters(lobby: Lobby<SignedInActor>): Promise<SetAside[]> {
  await requireOperator(lobby);
  return lobby.transaction({}, (ctx) => eventsSetAside(ctx.tx));
}

/** Tries at once; whether the listener took it stands in the answer. @throws notice.not_operator, notice.no_such_event */
export async function giveDeadLetterAgain(
  lobby: Lobby<SignedInActor>,
  { organizationId, id }: RouteInput<typeof againRoute>,
): Promise<SetAside[]> {
  const letters = await listDeadLetters(lobby);
  const letter = letters.find((one) => one.organizationId === organizationId && one.id === id);
  if (!letter || !(await giveEventAgain(lobby.ports, letter, letter.listener)))
    throw NoticeError.no_such_event();
  return listDeadLetters(lobby);
}
