import { sql } from 'drizzle-orm';
import {
  boolean,
  foreignKey,
  index,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { createdAt, id, organizationId, revision, time } from '../../../foundation/db/columns.ts';
import type { TableClasses } from '../../../foundation/db/table-classes.ts';
import { profile } from '../identity/schema.ts';

export const organization = pgTable(
  'organization',
  {
    id: id().primaryKey(),
    name: text('name').notNull(),
    slug: text('slug').notNull(),
    kind: text('kind', { enum: ['personal', 'team'] }).notNull(),
    /** The person a personal organization belongs to: each has exactly one. */
    personId: uuid('person_id'),
    createdAt: createdAt(),
    revision: revision(),
  },
  (t) => [unique('organization_slug').on(t.slug), unique('organization_person').on(t.personId)],
);

/** A role's permissions; the four seeded ones are fixed and get theirs from the modules. */
export const role = pgTable(
  'role',
  {
    organizationId: organizationId().references(() => organization.id),
    id: id(),
    key: text('key').notNull(),
    name: text('name').notNull(),
    fixed: boolean('fixed').notNull(),
    permissions: jsonb('permissions').$type<string[]>().notNull(),
  },
  (t) => [primaryKey({ columns: [t.organizationId, t.id] }), unique('role_key').on(t.organizationId, t.key)],
);

export const member = pgTable(
  'member',
  {
    organizationId: organizationId().references(() => organization.id),
    id: id(),
    userId: uuid('user_id').notNull(),
    roleKey: text('role_key').notNull(),
    joinedAt: time('joined_at').notNull(),
    removedAt: time('removed_at'),
    revision: revision(),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.id] }),
    uniqueIndex('member_person').on(t.organizationId, t.userId),
    index('member_of_person').on(t.userId).where(sql`removed_at is null`),
    foreignKey({
      columns: [t.organizationId, t.roleKey],
      foreignColumns: [role.organizationId, role.key],
      name: 'member_role',
    }),
  ],
);

export const invitation = pgTable(
  'invitation',
  {
    organizationId: organizationId().references(() => organization.id),
    id: id(),
    roleKey: text('role_key').notNull(),
    note: text('note').notNull(),
    /** SHA-256 of the token in the link: the table gives nobody a link. */
    tokenHash: text('token_hash').notNull(),
    createdBy: uuid('created_by').notNull(),
    createdAt: createdAt(),
    expiresAt: time('expires_at').notNull(),
    acceptedAt: time('accepted_at'),
    acceptedBy: uuid('accepted_by'),
    revokedAt: time('revoked_at'),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.id] }),
    unique('invitation_token').on(t.tokenHash),
    index('invitation_newest').on(t.organizationId, t.createdAt),
  ],
);

export const tables: TableClasses = {
  tenant: [{ table: organization, organization: organization.id }, role, member, invitation],
  lookups: [
    {
      signature: 'my_memberships()',
      reads: [organization, member],
      sql: `create function my_memberships()
        returns table (organization_id uuid, name text, slug text, kind text, role_key text)
        language sql stable security definer set search_path = public, pg_temp as $$
          select o.id, o.name, o.slug, o.kind, m.role_key from member m join organization o on o.id = m.organization_id
          where m.user_id = nullif(current_setting('app.user_id', true), '')::uuid and m.removed_at is null
          order by o.kind, o.name, o.id
        $$`,
    },
    {
      signature: 'my_home_organization()',
      reads: [organization, member, profile],
      sql: `create function my_home_organization() returns uuid
        language sql stable security definer set search_path = public, pg_temp as $$
          select m.organization_id from member m
          join organization o on o.id = m.organization_id
          left join profile p on p.user_id = m.user_id
          where m.user_id = nullif(current_setting('app.user_id', true), '')::uuid and m.removed_at is null
          order by (m.organization_id = p.last_organization_id) desc nulls last, (o.kind = 'personal') desc, m.joined_at
          limit 1
        $$`,
    },
    {
      signature: 'open_invitation(text)',
      reads: [organization, invitation, profile],
      sql: `create function open_invitation(hash text)
        returns table (organization_id uuid, id uuid, organization_name text, role_key text, expires_at timestamptz, invited_by text)
        language sql stable security definer set search_path = public, pg_temp as $$
          select i.organization_id, i.id, o.name, i.role_key, i.expires_at, coalesce(p.name, '')
          from invitation i join organization o on o.id = i.organization_id left join profile p on p.user_id = i.created_by
          where i.token_hash = hash and i.accepted_at is null and i.revoked_at is null and i.expires_at > now()
        $$`,
    },
  ],
};
