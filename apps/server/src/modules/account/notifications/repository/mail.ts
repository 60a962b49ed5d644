import { and, eq, isNotNull, lt, ne, or, sql } from 'drizzle-orm';
import type { Tx } from '../../../../foundation/db/database.ts';
import { mailOut } from '../schema.ts';

export type MailRow = typeof mailOut.$inferSelect;

export interface MailRef {
  organizationId: string;
  id: string;
  userId: string | null;
}

const is = ({ organizationId, id }: Pick<MailRef, 'organizationId' | 'id'>) =>
  and(eq(mailOut.organizationId, organizationId), eq(mailOut.id, id));

export async function insertMail(tx: Tx, row: typeof mailOut.$inferInsert): Promise<void> {
  await tx.insert(mailOut).values(row);
}

/** Takes a waiting mail for one attempt; undefined when somebody else has it, or it is over. */
export async function claimMail(tx: Tx, mail: MailRef, now: Date): Promise<MailRow | undefined> {
  const [row] = await tx
    .update(mailOut)
    .set({ state: 'sending', claimedAt: now, attempts: sql`${mailOut.attempts} + 1` })
    .where(
      and(
        is(mail),
        eq(mailOut.state, 'waiting'),
        sql`${mailOut.nextAt} <= ${now.toISOString()}::timestamptz`,
      ),
    )
    .returning();
  return row;
}

export async function setMailState(
  tx: Tx,
  mail: Pick<MailRef, 'organizationId' | 'id'>,
  set: Partial<Pick<MailRow, 'state' | 'nextAt' | 'error' | 'address' | 'sealed' | 'attempts'>>,
): Promise<void> {
  await tx.update(mailOut).set(set).where(is(mail));
}

/**
 * Gives a mail that was not sent another life; undefined when it is none of those. A letter that went is not kept, so
 * one that came back has no words any more.
 */
export async function reviveMail(
  tx: Tx,
  mail: Pick<MailRef, 'organizationId' | 'id'>,
  now: Date,
): Promise<MailRow | undefined> {
  const [row] = await tx
    .update(mailOut)
    .set({ state: 'waiting', attempts: 0, nextAt: now })
    .where(
      and(
        is(mail),
        sql`${mailOut.state} in ('failed', 'unknown', 'waiting', 'returned')`,
        or(ne(mailOut.purpose, 'letter'), isNotNull(mailOut.sealed)),
      ),
    )
    .returning();
  return row;
}

/** A mail that was sent, or may have been, came back; undefined for any other. */
export async function returnMail(
  tx: Tx,
  mail: Pick<MailRef, 'organizationId' | 'id'>,
  error: string,
): Promise<MailRow | undefined> {
  const [row] = await tx
    .update(mailOut)
    .set({ state: 'returned', error })
    .where(and(is(mail), sql`${mailOut.state} in ('sent', 'sending', 'unknown')`))
    .returning();
  return row;
}

/** Attempts whose process died: whether the mail went nobody knows. */
export async function giveUpClaims(
  tx: Tx,
  organizationId: string,
  before: Date,
  error: string,
): Promise<void> {
  await tx
    .update(mailOut)
    .set({ state: 'unknown', error })
    .where(
      and(
        eq(mailOut.organizationId, organizationId),
        eq(mailOut.state, 'sending'),
        lt(mailOut.claimedAt, before),
      ),
    );
}

export async function deleteMailBefore(tx: Tx, organizationId: string, before: Date): Promise<void> {
  await tx
    .delete(mailOut)
    .where(and(eq(mailOut.organizationId, organizationId), lt(mailOut.createdAt, before)));
}

export async function mailToSend(tx: Tx, now: Date): Promise<MailRef[]> {
  const rows = await tx.execute<{ organization_id: string; id: string; user_id: string | null }>(
    sql`select organization_id, id, user_id from mail_to_send(${now.toISOString()}::timestamptz)`,
    'objects',
  );
  return rows.map((row) => ({ organizationId: row.organization_id, id: row.id, userId: row.user_id }));
}

/** sending: an attempt that began before. over: mail of any kind that was made before. */
export async function organizationsWithMail(
  tx: Tx,
  state: 'sending' | 'over',
  before: Date,
): Promise<string[]> {
  const found = sql`select organizations_with_mail(${state}, ${before.toISOString()}::timestamptz) as id`;
  return (await tx.execute<{ id: string }>(found, 'objects')).map((row) => row.id);
}

export interface TroubledMail {
  organizationId: string;
  id: string;
  organizationName: string;
  purpose: MailRow['purpose'];
  address: string | null;
  state: MailRow['state'];
  attempts: number;
  nextAt: Date;
  error: string | null;
  createdAt: Date;
}

/** For the operator: mail of all organizations that did not go at once; never what it says. */
export async function mailInTrouble(tx: Tx): Promise<TroubledMail[]> {
  const rows = (await tx.execute(
    sql`select organization_id as "organizationId", id, organization_name as "organizationName", purpose, address, state,
      attempts, next_at as "nextAt", error, created_at as "createdAt" from mail_in_trouble()`,
    'objects',
  )) as unknown as (Omit<TroubledMail, 'nextAt' | 'createdAt'> & { nextAt: string; createdAt: string })[];
  return rows.map((row) => ({ ...row, nextAt: new Date(row.nextAt), createdAt: new Date(row.createdAt) }));
}

export async function organizationsWithOlderLetters(tx: Tx, newestKeyId: string): Promise<string[]> {
  const found = sql`select organizations_with_older_letters(${newestKeyId}) as id`;
  return (await tx.execute<{ id: string }>(found, 'objects')).map((row) => row.id);
}

/** Letters whose words are kept: they wait, or did not go. */
export async function listLetters(tx: Tx, organizationId: string): Promise<{ id: string; sealed: string }[]> {
  const rows = await tx
    .select({ id: mailOut.id, sealed: mailOut.sealed })
    .from(mailOut)
    .where(and(eq(mailOut.organizationId, organizationId), isNotNull(mailOut.sealed)));
  return rows.flatMap(({ id, sealed }) => (sealed === null ? [] : [{ id, sealed }]));
}

/** The same letter under another seal, if nothing became of it meanwhile. */
export async function replaceLetterSeal(
  tx: Tx,
  mail: Pick<MailRef, 'organizationId' | 'id'> & { sealed: string },
  sealed: string,
): Promise<void> {
  await tx
    .update(mailOut)
    .set({ sealed })
    .where(and(is(mail), eq(mailOut.sealed, mail.sealed)));
}
