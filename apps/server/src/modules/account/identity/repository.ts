import { and, eq, gt, isNull, lt, ne, notExists, sql } from 'drizzle-orm';
import type { NodePgDatabase } from 'drizzle-orm/node-postgres';
import type { Tx } from '../../../foundation/db/database.ts';
import { authAccount, authSession, authUser, instanceClaim, profile } from './schema.ts';

export type ProfileRow = typeof profile.$inferSelect;
export type SessionRow = typeof authSession.$inferSelect;

export async function findClaim(db: NodePgDatabase) {
  const [row] = await db.select().from(instanceClaim);
  return row;
}

/** Takes the instance for its first person; false when somebody was faster. */
export async function claimInstance(db: NodePgDatabase, email: string, at: Date): Promise<boolean> {
  const rows = await db
    .insert(instanceClaim)
    .values({ id: 1, email, claimedAt: at })
    .onConflictDoNothing()
    .returning({ id: instanceClaim.id });
  return rows.length === 1;
}

export async function completeClaim(db: NodePgDatabase, personId: string): Promise<void> {
  await db.update(instanceClaim).set({ personId }).where(isNull(instanceClaim.personId));
}

export async function withdrawClaim(db: NodePgDatabase, email: string): Promise<void> {
  await db.delete(instanceClaim).where(and(eq(instanceClaim.email, email), isNull(instanceClaim.personId)));
}

/**
 * A claim whose sign-up died half-way goes to the account that was made, if one can sign in to it, and else is
 * given up, once it is older than a sign-up takes.
 */
export async function settleAbandonedClaim(db: NodePgDatabase, before: Date): Promise<void> {
  const abandoned = and(
    isNull(instanceClaim.personId),
    sql`${instanceClaim.claimedAt} < ${before.toISOString()}`,
  );
  const made = sql`(select ${authUser.id} from ${authUser} join ${authAccount} on ${authAccount.userId} = ${authUser.id} where ${authUser.email} = ${instanceClaim.email} limit 1)`;
  await db.update(instanceClaim).set({ personId: made }).where(abandoned);
  await db.delete(instanceClaim).where(abandoned);
}

export async function findUser(db: NodePgDatabase, email: string): Promise<{ id: string } | undefined> {
  const [row] = await db.select({ id: authUser.id }).from(authUser).where(eq(authUser.email, email));
  return row;
}

/** Someone with this address whose sign-up left no way to sign in: neither account nor session. */
export async function findHalfMadeUser(
  db: NodePgDatabase,
  email: string,
  before: Date,
): Promise<{ id: string } | undefined> {
  const [row] = await db
    .select({ id: authUser.id })
    .from(authUser)
    .where(
      and(
        eq(authUser.email, email),
        lt(authUser.createdAt, before),
        notExists(db.select().from(authAccount).where(eq(authAccount.userId, authUser.id))),
        notExists(db.select().from(authSession).where(eq(authSession.userId, authUser.id))),
      ),
    );
  return row;
}

/** With their accounts and sessions. */
export async function deleteUser(db: NodePgDatabase, userId: string): Promise<void> {
  await db.delete(authUser).where(eq(authUser.id, userId));
}

export async function deleteProfile(tx: Tx, userId: string): Promise<void> {
  await tx.delete(profile).where(eq(profile.userId, userId));
}

export async function findProfile(tx: Tx, userId: string): Promise<ProfileRow | undefined> {
  const [row] = await tx.select().from(profile).where(eq(profile.userId, userId));
  return row;
}

export async function insertProfile(
  tx: Tx,
  row: { userId: string; name: string; email: string; createdAt: Date },
): Promise<void> {
  await tx.insert(profile).values(row).onConflictDoNothing();
}

export async function updateProfile(
  tx: Tx,
  userId: string,
  expected: number,
  set: Partial<Pick<ProfileRow, 'name' | 'theme'>>,
): Promise<ProfileRow | undefined> {
  const [row] = await tx
    .update(profile)
    .set({ ...set, revision: sql`${profile.revision} + 1` })
    .where(and(eq(profile.userId, userId), eq(profile.revision, expected)))
    .returning();
  return row;
}

export async function setLastOrganization(tx: Tx, userId: string, organizationId: string): Promise<void> {
  await tx.update(profile).set({ lastOrganizationId: organizationId }).where(eq(profile.userId, userId));
}

export async function sessionsOf(db: NodePgDatabase, userId: string, now: Date): Promise<SessionRow[]> {
  return db
    .select()
    .from(authSession)
    .where(and(eq(authSession.userId, userId), gt(authSession.expiresAt, now)));
}

/** Ends the person's sessions but `except`; tells which ended. */
export async function deleteSessions(
  db: NodePgDatabase,
  userId: string,
  which: { only: string } | { except: string },
): Promise<string[]> {
  const rows = await db
    .delete(authSession)
    .where(
      and(
        eq(authSession.userId, userId),
        'only' in which ? sql`${authSession.id}::text = ${which.only}` : ne(authSession.id, which.except),
      ),
    )
    .returning({ id: authSession.id });
  return rows.map((row) => row.id);
}

export async function renameUser(db: NodePgDatabase, userId: string, name: string, at: Date): Promise<void> {
  await db.update(authUser).set({ name, updatedAt: at }).where(eq(authUser.id, userId));
}
