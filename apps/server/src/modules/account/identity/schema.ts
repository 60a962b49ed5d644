import { boolean, pgTable, primaryKey, smallint, text, unique, uuid } from 'drizzle-orm/pg-core';
import { createdAt, id, revision, time, updatedAt } from '../../../foundation/db/columns.ts';
import type { TableClasses } from '../../../foundation/db/table-classes.ts';

/** The four tables of Better Auth; only its own role reads them. */
export const authUser = pgTable(
  'auth_user',
  {
    id: id().primaryKey(),
    name: text('name').notNull(),
    email: text('email').notNull(),
    emailVerified: boolean('email_verified').notNull(),
    image: text('image'),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [unique('auth_user_email').on(t.email)],
);

export const authSession = pgTable(
  'auth_session',
  {
    id: id().primaryKey(),
    userId: uuid('user_id')
      .notNull()
      .references(() => authUser.id, { onDelete: 'cascade' }),
    token: text('token').notNull(),
    expiresAt: time('expires_at').notNull(),
    ipAddress: text('ip_address'),
    userAgent: text('user_agent'),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [unique('auth_session_token').on(t.token)],
);

export const authAccount = pgTable('auth_account', {
  id: id().primaryKey(),
  userId: uuid('user_id')
    .notNull()
    .references(() => authUser.id, { onDelete: 'cascade' }),
  accountId: text('account_id').notNull(),
  providerId: text('provider_id').notNull(),
  accessToken: text('access_token'),
  refreshToken: text('refresh_token'),
  idToken: text('id_token'),
  accessTokenExpiresAt: time('access_token_expires_at'),
  refreshTokenExpiresAt: time('refresh_token_expires_at'),
  scope: text('scope'),
  password: text('password'),
  createdAt: createdAt(),
  updatedAt: updatedAt(),
});

export const authVerification = pgTable('auth_verification', {
  id: id().primaryKey(),
  identifier: text('identifier').notNull(),
  value: text('value').notNull(),
  expiresAt: time('expires_at').notNull(),
  createdAt: createdAt(),
  updatedAt: updatedAt(),
});

/** One row once the instance has its first person, who operates it. */
export const instanceClaim = pgTable('instance_claim', {
  id: smallint('id').primaryKey(),
  email: text('email').notNull(),
  personId: uuid('person_id'),
  claimedAt: time('claimed_at').notNull(),
});

/** A person as colleagues see them, and their preferences. */
export const profile = pgTable(
  'profile',
  {
    userId: uuid('user_id').notNull(),
    name: text('name').notNull(),
    email: text('email').notNull(),
    theme: text('theme', { enum: ['auto', 'light', 'dark'] })
      .notNull()
      .default('auto'),
    lastOrganizationId: uuid('last_organization_id'),
    createdAt: createdAt(),
    revision: revision(),
  },
  (t) => [primaryKey({ columns: [t.userId] })],
);

export const tables: TableClasses = {
  person: [
    { table: authUser, person: authUser.id, access: 'identity' },
    { table: authSession, person: authSession.userId, access: 'identity' },
    { table: authAccount, person: authAccount.userId, access: 'identity' },
    { table: profile, person: profile.userId, access: 'colleagues' },
  ],
  platform: [
    { table: authVerification, access: 'identity' },
    { table: instanceClaim, access: 'identity' },
  ],
};
