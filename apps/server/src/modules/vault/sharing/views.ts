import type { CreatedShareLink, Guest, ShareLink } from '@promptvault/contract/vault/sharing/shapes';
import type { Ctx } from '../../../foundation/context/ctx.ts';
import { deletedPerson, type Guest as GuestRow, namePeople } from '../../account/organizations/index.ts';
import type { NewShareLink } from './operations/create-share-link.ts';
import type { ShareLinkRow } from './repository.ts';

function stateOf(row: ShareLinkRow, now: Date): ShareLink['state'] {
  if (row.revokedAt) return 'revoked';
  return row.expiresAt && row.expiresAt <= now ? 'expired' : 'open';
}

/** What things are called, as far as the actor sees them; each is asked for once. */
function titlesOf(ctx: Ctx): (kind: string, id: string) => Promise<string | null> {
  const titles = new Map<string, Promise<string | null>>();
  return (kind, id) => {
    const known =
      titles.get(id) ?? ctx.ports.subjects.find(ctx, { kind, id }).then((facts) => facts?.title ?? null);
    titles.set(id, known);
    return known;
  };
}

export async function toShareLinks(rows: readonly ShareLinkRow[], ctx: Ctx): Promise<ShareLink[]> {
  const people = await namePeople(
    ctx,
    rows.map((row) => row.createdBy),
  );
  const titleOf = titlesOf(ctx);
  const links: ShareLink[] = [];
  for (const row of rows)
    links.push({
      id: row.id,
      subject: { kind: row.subjectKind, id: row.subjectId },
      title: await titleOf(row.subjectKind, row.subjectId),
      version: row.version,
      hint: row.hint,
      password: row.passwordHash !== null,
      sentTo: row.sentTo,
      indexable: row.indexable,
      level: row.level,
      state: stateOf(row, ctx.clock.now()),
      expiresAt: row.expiresAt?.toISOString() ?? null,
      views: row.views,
      lastUsedAt: row.lastUsedAt?.toISOString() ?? null,
      createdBy: people.get(row.createdBy) ?? deletedPerson(row.createdBy),
      createdAt: row.createdAt.toISOString(),
    });
  return links;
}

export async function toCreatedShareLink({ row, token }: NewShareLink, ctx: Ctx): Promise<CreatedShareLink> {
  const [shown] = await toShareLinks([row], ctx);
  return { ...(shown as ShareLink), url: `${ctx.ports.publicUrl}/s/${token}` };
}

function guestStateOf(row: GuestRow, now: Date): Guest['state'] {
  if (row.removedAt) return 'removed';
  if (row.expiresAt && row.expiresAt <= now) return 'expired';
  return row.joinedAt ? 'open' : 'invited';
}

export async function toGuests(rows: readonly GuestRow[], ctx: Ctx): Promise<Guest[]> {
  const people = await namePeople(
    ctx,
    rows.flatMap((row) => [row.createdBy, row.userId]),
  );
  const titleOf = titlesOf(ctx);
  const guests: Guest[] = [];
  for (const row of rows)
    guests.push({
      id: row.id,
      subject: { kind: row.subjectKind, id: row.subjectId },
      title: await titleOf(row.subjectKind, row.subjectId),
      sentTo: row.sentTo,
      person: row.userId === null ? null : (people.get(row.userId) ?? deletedPerson(row.userId)),
      level: row.level,
      state: guestStateOf(row, ctx.clock.now()),
      expiresAt: row.expiresAt?.toISOString() ?? null,
      createdBy: people.get(row.createdBy) ?? deletedPerson(row.createdBy),
      createdAt: row.createdAt.toISOString(),
      joinedAt: row.joinedAt?.toISOString() ?? null,
    });
  return guests;
}
