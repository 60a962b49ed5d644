import type { CreatedShareLink, ShareLink } from '@promptvault/contract/vault/sharing/shapes';
import type { Ctx } from '../../../foundation/context/ctx.ts';
import { deletedPerson, namePeople } from '../../account/organizations/index.ts';
import type { NewShareLink } from './operations/create-share-link.ts';
import type { ShareLinkRow } from './repository.ts';

function stateOf(row: ShareLinkRow, now: Date): ShareLink['state'] {
  if (row.revokedAt) return 'revoked';
  return row.expiresAt && row.expiresAt <= now ? 'expired' : 'open';
}

export async function toShareLinks(rows: readonly ShareLinkRow[], ctx: Ctx): Promise<ShareLink[]> {
  const people = await namePeople(
    ctx,
    rows.map((row) => row.createdBy),
  );
  const titles = new Map<string, Promise<string | null>>();
  const titleOf = (kind: string, id: string) => {
    const known =
      titles.get(id) ?? ctx.ports.subjects.find(ctx, { kind, id }).then((facts) => facts?.title ?? null);
    titles.set(id, known);
    return known;
  };
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
