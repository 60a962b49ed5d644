import type { Actor, LinkActor } from '../../../../foundation/context/actor.ts';
import type { Ctx } from '../../../../foundation/context/ctx.ts';
import type { Lobby } from '../../../../foundation/http/serve.ts';
import { grantedAt } from '../../../../foundation/module/subjects.ts';
import { findByToken, findShareLink, type ShareLinkRow } from '../repository.ts';
import { hashOfToken, isPass } from './link-token.ts';

export interface Visit {
  row: ShareLinkRow;
  /** Whether the password was given, where there is one. */
  unlocked: boolean;
  /** A transaction of the link's organization, as whoever holds the link; or as somebody who speaks through it. */
  within<T>(fn: (ctx: Ctx) => Promise<T>, visitor?: LinkActor['visitor']): Promise<T>;
}

export const cookieOf = ({ id }: ShareLinkRow) => `pv_shared_${id.slice(-12)}`;
/** What a pass is good for: this link with this password. */
export const passOf = ({ id, passwordHash }: ShareLinkRow) => `${id} ${passwordHash}`;

/** The living link of this token, asked anew with each request: an ended one shows nothing more. */
export async function enterLink(lobby: Lobby<Actor>, token: string): Promise<Visit | undefined> {
  if (!/^[\w-]{16,64}$/.test(token)) return undefined;
  const place = await lobby.transaction({}, ({ tx }) => findByToken(tx, hashOfToken(token)));
  if (!place) return undefined;
  const { organizationId } = place;
  const now = lobby.ports.clock.now();
  const row = await lobby.transaction({ organizationId }, ({ tx }) =>
    findShareLink(tx, organizationId, place.id),
  );
  if (!row || row.revokedAt || (row.expiresAt && row.expiresAt <= now)) return undefined;
  const sharing = lobby.ports.subjects.sharing(row.subjectKind);
  if (!sharing) return undefined;
  const actor: LinkActor = {
    kind: 'link',
    linkId: row.id,
    visitor: null,
    organizationId,
    permissions: new Set(),
    grants: [
      {
        subject: { kind: row.subjectKind, id: row.subjectId },
        permissions: grantedAt(sharing, row.level),
        until: row.expiresAt,
      },
    ],
  };
  return {
    row,
    unlocked:
      row.passwordHash === null ||
      isPass(lobby.ports.secrets, passOf(row), cookieFrom(lobby.headers, cookieOf(row)), now),
    within: (fn, visitor = null) =>
      lobby.transaction({ organizationId }, (ctx) => fn({ ...ctx, actor: { ...actor, visitor } })),
  };
}

function cookieFrom(headers: Headers, name: string): string {
  for (const pair of (headers.get('cookie') ?? '').split(';')) {
    const at = pair.indexOf('=');
    if (pair.slice(0, at).trim() === name) return pair.slice(at + 1).trim();
  }
  return '';
}
