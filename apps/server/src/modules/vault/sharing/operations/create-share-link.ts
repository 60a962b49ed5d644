import type { RouteInput } from '@promptvault/contract/define-route';
import { ShareError } from '@promptvault/contract/vault/sharing/errors';
import type { createShareLink as createRoute } from '@promptvault/contract/vault/sharing/routes';
import type { LinkLife } from '@promptvault/contract/vault/sharing/shapes';
import { personOf } from '../../../../foundation/context/actor.ts';
import type { Authorized } from '../../../../foundation/context/authorized.ts';
import type { Ctx } from '../../../../foundation/context/ctx.ts';
import { AuthError, ResourceError } from '../../../../foundation/errors/foundation-errors.ts';
import type { Outside } from '../../../../foundation/http/serve.ts';
import { isId } from '../../../../foundation/ids/id-maker.ts';
import type { Organization } from '../../../account/organizations/index.ts';
import { ShareLinkCreated, ShareLinkRevoked } from '../events.ts';
import { insertShareLink, revokeShareLinkRow, type ShareLinkRow } from '../repository.ts';
import { hashOfToken, hashPassword, newToken } from './link-token.ts';
import { mailLink, requireMayMail } from './mail-link.ts';

const day = 24 * 60 * 60_000;
const lives: Record<LinkLife, number | null> = { '1d': day, '7d': 7 * day, '30d': 30 * day, never: null };

/** When something made now ends by itself. */
export const lastsUntil = (life: LinkLife, now: Date): Date | null => {
  const lasts = lives[life];
  return lasts === null ? null : new Date(now.getTime() + lasts);
};

export interface NewShareLink {
  row: ShareLinkRow;
  /** Stands in the link and nowhere else. */
  token: string;
}

/** Makes a link. A password is hashed before the transaction: that takes long, and the database would wait for it. */
export async function createShareLink(
  outside: Outside<Authorized<Organization, 'share.create'>>,
  { password, ...input }: RouteInput<typeof createRoute>,
): Promise<NewShareLink> {
  // Who may not share at all has nothing computed for them.
  if (password !== undefined) await outside.transaction(async () => undefined);
  const passwordHash = password === undefined ? null : await hashPassword(password);
  return outside.transaction((ctx, organization) =>
    makeShareLink(ctx, organization, { ...input, passwordHash }),
  );
}

type NewLink = Omit<RouteInput<typeof createRoute>, 'password'> & { passwordHash: string | null };

/**
 * Makes a link to a thing that the caller may show to others.
 * @throws resource.not_found, auth.forbidden, share.version_unknown, share.nothing_to_show, share.bad_address,
 *   share.too_much_mail
 */
async function makeShareLink(
  ctx: Ctx,
  _organization: Authorized<Organization, 'share.create'>,
  { kind, id, version, life, passwordHash, mailTo, level, indexable }: NewLink,
): Promise<NewShareLink> {
  const createdBy = personOf(ctx.actor);
  if (!createdBy) throw AuthError.forbidden();
  const sharing = ctx.ports.subjects.sharing(kind);
  if (!sharing || !isId(id)) throw ResourceError.not_found();
  await sharing.open(ctx, id);
  const shown = await sharing.show(ctx, id, version ?? null);
  if (!shown)
    throw version === undefined ? ShareError.nothing_to_show() : ShareError.version_unknown({ version });
  if (mailTo !== undefined) await requireMayMail(ctx, createdBy, mailTo);
  const token = newToken();
  const now = ctx.clock.now();
  const row = await insertShareLink(ctx.tx, {
    organizationId: ctx.organizationId,
    id: ctx.newId(),
    tokenHash: hashOfToken(token),
    hint: token.slice(-4),
    subjectKind: kind,
    subjectId: id,
    version: version ?? null,
    passwordHash,
    sentTo: mailTo ?? null,
    indexable,
    level,
    expiresAt: lastsUntil(life, now),
    createdBy,
    createdAt: now,
  });
  await ctx.emit(ShareLinkCreated, { kind: 'share_link', id: row.id }, toPayload(row));
  if (mailTo !== undefined) await mailLink(ctx, { row, token }, mailTo, shown.title);
  return { row, token };
}

/** Ending twice does no harm. */
export async function revokeShareLink(
  ctx: Ctx,
  link: Authorized<ShareLinkRow, 'share.create'>,
): Promise<void> {
  if (await revokeShareLinkRow(ctx.tx, ctx.organizationId, link.id, ctx.clock.now()))
    await ctx.emit(ShareLinkRevoked, { kind: 'share_link', id: link.id }, toPayload(link));
}

export const toPayload = (row: ShareLinkRow) => ({
  linkId: row.id,
  kind: row.subjectKind,
  id: row.subjectId,
  password: row.passwordHash !== null,
  expiresAt: row.expiresAt?.toISOString() ?? null,
});
