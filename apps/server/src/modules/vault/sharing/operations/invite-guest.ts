import type { RouteInput } from '@promptvault/contract/define-route';
import { ShareError } from '@promptvault/contract/vault/sharing/errors';
import type { inviteGuest as inviteRoute } from '@promptvault/contract/vault/sharing/routes';
import { personOf } from '../../../../foundation/context/actor.ts';
import type { Authorized } from '../../../../foundation/context/authorized.ts';
import type { Ctx } from '../../../../foundation/context/ctx.ts';
import { AuthError, ResourceError } from '../../../../foundation/errors/foundation-errors.ts';
import { isId } from '../../../../foundation/ids/id-maker.ts';
import { sendLetter } from '../../../account/notifications/index.ts';
import {
  addGuests,
  countGuests,
  type Guest,
  nameOrganization,
  namePeople,
  type Organization,
} from '../../../account/organizations/index.ts';
import { lastsUntil } from './create-share-link.ts';
import { letterOf, requireMayMail } from './mail-link.ts';

/** Of one prompt, invitations counted: more would be members. */
const mostGuests = 100;

/**
 * Invites one address to single prompts, all of which the caller may show to others.
 * @throws resource.not_found, auth.forbidden, share.bad_address, share.too_much_mail, share.too_many_guests
 */
export async function inviteGuest(
  ctx: Ctx,
  _organization: Authorized<Organization, 'share.create'>,
  { mailTo, prompts, level, guestFor }: RouteInput<typeof inviteRoute>,
): Promise<Guest[]> {
  const person = personOf(ctx.actor);
  const sharing = ctx.ports.subjects.sharing('prompt');
  if (!person || !sharing) throw AuthError.forbidden();
  const promptIds = [...new Set(prompts)];
  if (!promptIds.every(isId)) throw ResourceError.not_found();
  const titles: string[] = [];
  for (const id of promptIds) {
    await sharing.open(ctx, id);
    titles.push((await ctx.ports.subjects.open(ctx, { kind: 'prompt', id })).title);
  }
  const counts = await countGuests(ctx, promptIds);
  if ([...counts.values()].some((total) => total >= mostGuests))
    throw ShareError.too_many_guests({ most: mostGuests });
  const sentTo = mailTo.trim().toLowerCase();
  await requireMayMail(ctx, person, sentTo);
  const expiresAt = lastsUntil(guestFor, ctx.clock.now());
  const { rows, token, until } = await addGuests(ctx, { sentTo, level, promptIds, expiresAt });
  const from = (await namePeople(ctx, [person])).get(person)?.name ?? 'Somebody';
  const what = titles.length === 1 ? `“${titles[0]}”` : `${titles.length} prompts`;
  await sendLetter(
    ctx,
    letterOf({
      to: sentTo,
      subject: `${from} invites you to ${what}`,
      said: [
        `${from} of ${await nameOrganization(ctx)} invites you to ${level === 'comment' ? 'read and comment on' : 'read'} ${what}.`,
        ...(titles.length === 1 ? [] : titles.map((title) => `“${title}”`)),
        ...(expiresAt ? [`You see it until ${expiresAt.toISOString().slice(0, 10)}.`] : []),
      ],
      url: `${ctx.ports.publicUrl}/join/${token}`,
      foot: `This invitation is for one person, and good until ${until.toISOString().slice(0, 10)}. You need an account; making one takes a moment.`,
    }),
  );
  return rows;
}
