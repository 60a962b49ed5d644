import { and, desc, eq, isNull, sql } from 'drizzle-orm';
import type { Tx } from '../../../foundation/db/database.ts';
import { guest } from '../../account/organizations/schema.ts';
import type { Visible } from './policy.ts';
import { shareLink } from './schema.ts';

export type ShareLinkRow = typeof shareLink.$inferSelect;

export async function insertShareLink(tx: Tx, row: typeof shareLink.$inferInsert): Promise<ShareLinkRow> {
  const [inserted] = await tx.insert(shareLink).values(row).returning();
  return inserted as ShareLinkRow;
}

export async function findShareLink(
  tx: Tx,
  organizationId: string,
  id: string,
): Promise<ShareLinkRow | undefined> {
  const [row] = await tx
    .select()
    .from(shareLink)
    .where(and(eq(shareLink.organizationId, organizationId), eq(shareLink.id, id)));
  return row;
}

/** Where the link of this token is, unless it was revoked. */
export async function findByToken(
  tx: Tx,
  tokenHash: string,
): Promise<{ organizationId: string; id: string } | undefined> {
  const [row] = await tx.execute<{ organization_id: string; id: string }>(
    sql`select organization_id, id from open_share_link(${tokenHash})`,
    'objects',
  );
  return row && { organizationId: row.organization_id, id: row.id };
}

export interface LinkFilter {
  /** Which of them the caller may see. */
  visible: Visible;
  subject: { kind: ShareLinkRow['subjectKind']; id: string } | undefined;
  before: { at: Date; id: string } | null;
  limit: number;
}

export async function listShareLinkRows(
  tx: Tx,
  organizationId: string,
  { visible, subject, before, limit }: LinkFilter,
): Promise<ShareLinkRow[]> {
  return tx
    .select()
    .from(shareLink)
    .where(
      and(
        eq(shareLink.organizationId, organizationId),
        visible(shareLink.createdBy),
        subject && and(eq(shareLink.subjectKind, subject.kind), eq(shareLink.subjectId, subject.id)),
        before
          ? sql`(${shareLink.createdAt}, ${shareLink.id}) < (${before.at.toISOString()}::timestamptz, ${before.id}::uuid)`
          : undefined,
      ),
    )
    .orderBy(desc(shareLink.createdAt), desc(shareLink.id))
    .limit(limit);
}

/** False when it was revoked already. */
export async function revokeShareLinkRow(
  tx: Tx,
  organizationId: string,
  id: string,
  at: Date,
): Promise<boolean> {
  const rows = await tx
    .update(shareLink)
    .set({ revokedAt: at })
    .where(
      and(eq(shareLink.organizationId, organizationId), eq(shareLink.id, id), isNull(shareLink.revokedAt)),
    )
    .returning({ id: shareLink.id });
  return rows.length === 1;
}

export async function countLinkView(tx: Tx, { organizationId, id }: ShareLinkRow, at: Date): Promise<void> {
  await tx
    .update(shareLink)
    .set({ views: sql`${shareLink.views} + 1`, lastUsedAt: at })
    .where(and(eq(shareLink.organizationId, organizationId), eq(shareLink.id, id)));
}

export type GuestRow = typeof guest.$inferSelect;

export async function findGuest(tx: Tx, organizationId: string, id: string): Promise<GuestRow | undefined> {
  const [row] = await tx
    .select()
    .from(guest)
    .where(and(eq(guest.organizationId, organizationId), eq(guest.id, id)));
  return row;
}

export async function listGuestRows(
  tx: Tx,
  organizationId: string,
  { visible, subject, before, limit }: LinkFilter,
): Promise<GuestRow[]> {
  return tx
    .select()
    .from(guest)
    .where(
      and(
        eq(guest.organizationId, organizationId),
        visible(guest.createdBy),
        subject && and(eq(guest.subjectKind, 'prompt'), eq(guest.subjectId, subject.id)),
        before
          ? sql`(${guest.createdAt}, ${guest.id}) < (${before.at.toISOString()}::timestamptz, ${before.id}::uuid)`
          : undefined,
      ),
    )
    .orderBy(desc(guest.createdAt), desc(guest.id))
    .limit(limit);
}
