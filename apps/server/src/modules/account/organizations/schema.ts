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

/** A person who is no member, and the one thing they see. Several may come of one invitation. */
export const guest = pgTable(
  'guest',
  {
    organizationId: organizationId().references(() => organization.id),
    id: id(),
    invitationId: uuid('invitation_id').notNull(),
    /** Null until the invitation is accepted. */
    userId: uuid('user_id'),
    /** The address it was mailed to. */
    sentTo: text('sent_to').notNull(),
    subjectKind: text('subject_kind', { enum: ['prompt'] }).notNull(),
    subjectId: uuid('subject_id').notNull(),
    level: text('level', { enum: ['read', 'comment'] }).notNull(),
    expiresAt: time('expires_at'),
    createdBy: uuid('created_by').notNull(),
    createdAt: createdAt(),
    joinedAt: time('joined_at'),
    removedAt: time('removed_at'),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.id] }),
    index('guest_newest').on(t.organizationId, t.createdAt),
    index('guest_of_person').on(t.userId),
    index('guest_subject').on(t.organizationId, t.subjectKind, t.subjectId).where(sql`removed_at is null`),
    foreignKey({
      columns: [t.organizationId, t.invitationId],
      foreignColumns: [invitation.organizationId, invitation.id],
      name: 'guest_invitation',
    }),
  ],
);

export const tables: TableClasses = {
  tenant: [{ table: organization, organization: organization.id }, role, member, invitation, guest],
  lookups: [
    {
      signature: 'my_memberships()',
      reads: [organization, member, guest],
      sql: `create function my_memberships()
        returns table (organization_id uuid, name text, slug text, kind text, role_key text)
        language sql stable security definer set search_path = public, pg_temp as $$
          select o.id, o.name, o.slug, o.kind, m.role_key from member m join organization o on o.id = m.organization_id
          where m.user_id = nullif(current_setting('app.user_id', true), '')::uuid and m.removed_at is null
          union all
          select o.id, o.name, o.slug, o.kind, 'guest' from organization o
          where exists (
            select from guest g where g.organization_id = o.id and g.removed_at is null
            and g.user_id = nullif(current_setting('app.user_id', true), '')::uuid
            and (g.expires_at is null or g.expires_at > now()))
          and not exists (
            select from member m where m.organization_id = o.id and m.removed_at is null
            and m.user_id = nullif(current_setting('app.user_id', true), '')::uuid)
          order by kind, name, id
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
