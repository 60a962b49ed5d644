import { sql } from 'drizzle-orm';
import { boolean, index, integer, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core';
import { createdAt, id, organizationId, time } from '../../../foundation/db/columns.ts';
import type { TableClasses } from '../../../foundation/db/table-classes.ts';
import { organization } from '../../account/organizations/schema.ts';

export const shareLink = pgTable(
  'share_link',
  {
    organizationId: organizationId().references(() => organization.id),
    id: id(),
    /** SHA-256 of the token in the link: the table gives nobody a link. */
    tokenHash: text('token_hash').notNull(),
    hint: text('hint').notNull(),
    subjectKind: text('subject_kind', { enum: ['prompt', 'run', 'comparison', 'judgement'] }).notNull(),
    subjectId: uuid('subject_id').notNull(),
    /** Of a prompt: the version it stays on. */
    version: integer('version'),
    passwordHash: text('password_hash'),
    /** The address it was mailed to. */
    sentTo: text('sent_to'),
    indexable: boolean('indexable').notNull(),
    level: text('level', { enum: ['read', 'comment'] })
      .notNull()
      .default('read'),
    expiresAt: time('expires_at'),
    revokedAt: time('revoked_at'),
    views: integer('views').notNull().default(0),
    lastUsedAt: time('last_used_at'),
    createdBy: uuid('created_by').notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.id] }),
    unique('share_link_token').on(t.tokenHash),
    index('share_link_newest').on(t.organizationId, t.createdAt),
    index('share_link_subject')
      .on(t.organizationId, t.subjectKind, t.subjectId)
      .where(sql`revoked_at is null`),
  ],
);

export const tables: TableClasses = {
  tenant: [shareLink],
  lookups: [
    {
      signature: 'open_share_link(text)',
      reads: [shareLink],
      sql: `create function open_share_link(hash text) returns table (organization_id uuid, id uuid)
        language sql stable security definer set search_path = public, pg_temp as $$
          select organization_id, id from share_link where token_hash = hash and revoked_at is null
        $$`,
    },
  ],
};
