/** People who are no members and see single things. Who may invite them is judged by whoever calls. */
import { randomBytes } from 'node:crypto';
import { personOf } from '../../../../foundation/context/actor.ts';
import type { Ctx } from '../../../../foundation/context/ctx.ts';
import { AuthError } from '../../../../foundation/errors/foundation-errors.ts';
import type { ShareLevel } from '../../../../foundation/module/subjects.ts';
import { GuestInvited, GuestRemoved } from '../events.ts';
import {
  closeInvitation,
  countGuestsOf,
  endGuestRows,
  findInvitedTo,
  type GuestRow,
  insertGuests,
  insertInvitation,
} from '../repository.ts';
import { tellMembership } from './change-member.ts';
import { hashOfToken } from './token.ts';

const invitationLastsMs = 7 * 24 * 60 * 60_000;

export interface NewGuests {
  sentTo: string;
  level: ShareLevel;
  promptIds: readonly string[];
  expiresAt: Date | null;
}

export interface InvitedGuests {
  rows: GuestRow[];
  /** Stands in the mail and nowhere else. */
  token: string;
  /** Until when it can be accepted. */
  until: Date;
}

/** How many guests and open invitations each of these things has; what is over does not count. */
export function countGuests(
  { tx, organizationId, clock }: Ctx,
  subjectIds: readonly string[],
): Promise<Map<string, number>> {
  const now = clock.now();
  const invitedSince = new Date(now.getTime() - invitationLastsMs);
  return countGuestsOf(tx, organizationId, subjectIds, { now, invitedSince });
}

/** One invitation to several things; an older one to the same address that nobody accepted gives way. */
export async function addGuests(
  ctx: Ctx,
  { sentTo, level, promptIds, expiresAt }: NewGuests,
): Promise<InvitedGuests> {
  const { organizationId, tx } = ctx;
  const createdBy = personOf(ctx.actor);
  if (!createdBy) throw AuthError.forbidden();
  const createdAt = ctx.clock.now();
  const token = randomBytes(24).toString('base64url');
  const week = createdAt.getTime() + invitationLastsMs;
  const until = new Date(expiresAt === null ? week : Math.min(week, expiresAt.getTime()));
  const invitation = await insertInvitation(tx, {
    organizationId,
    id: ctx.newId(),
    roleKey: 'guest',
    note: '',
    tokenHash: hashOfToken(token),
    createdBy,
    createdAt,
    expiresAt: until,
  });
  const older = { invitedAt: sentTo, subjectIds: promptIds };
  await closeEmpty(ctx, await endGuestRows(tx, organizationId, older, createdAt));
  const rows = await insertGuests(
    tx,
    promptIds.map((subjectId) => ({
      organizationId,
      id: ctx.newId(),
      invitationId: invitation.id,
      sentTo,
      subjectKind: 'prompt' as const,
      subjectId,
      level,
      expiresAt,
      createdBy,
      createdAt,
    })),
  );
  for (const row of rows)
    await ctx.emit(GuestInvited, { kind: row.subjectKind, id: row.subjectId }, guestPayload(row));
  return { rows, token, until };
}

/** Ends what one guest sees, also what they have open. Ending twice does no harm. */
export async function endGuest(ctx: Ctx, { id }: GuestRow): Promise<void> {
  const [ended] = await endGuestRows(ctx.tx, ctx.organizationId, { ids: [id] }, ctx.clock.now());
  if (!ended) return;
  await ctx.emit(GuestRemoved, { kind: ended.subjectKind, id: ended.subjectId }, guestPayload(ended));
  if (!ended.userId) return closeEmpty(ctx, [ended]);
  tellMembership(ctx, ended.userId);
}

/** An invitation that leads to nothing any more is none: nobody signs up with it. */
async function closeEmpty({ tx, organizationId, clock }: Ctx, ended: readonly GuestRow[]): Promise<void> {
  const now = clock.now();
  for (const invitationId of new Set(ended.map((row) => row.invitationId)))
    if ((await findInvitedTo(tx, organizationId, invitationId, now)).length === 0)
      await closeInvitation(tx, organizationId, invitationId, { revokedAt: now });
}

export const guestPayload = ({ id, subjectKind, subjectId, level, expiresAt }: GuestRow) => ({
  guestId: id,
  kind: subjectKind,
  id: subjectId,
  level,
  expiresAt: expiresAt?.toISOString() ?? null,
});
