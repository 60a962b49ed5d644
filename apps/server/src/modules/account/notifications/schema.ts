import { sql } from 'drizzle-orm';
import {
  boolean,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from 'drizzle-orm/pg-core';
import { createdAt, id, organizationId, time } from '../../../foundation/db/columns.ts';
import type { TableClasses } from '../../../foundation/db/table-classes.ts';
import { authSession } from '../identity/schema.ts';
import { organization } from '../organizations/schema.ts';
import { eventDeadLetter } from '../record/schema.ts';

/** One person is told one thing. What it is about is opened anew, as that person, each time it is shown. */
export const notice = pgTable(
  'notice',
  {
    userId: uuid('user_id').notNull(),
    id: id(),
    organizationId: organizationId(),
    kind: text('kind').notNull(),
    subjectKind: text('subject_kind').notNull(),
    subjectId: text('subject_id').notNull(),
    /** Unread notices of one group are shown as one: “3 comments on …”. */
    groupKey: text('group_key').notNull(),
    /** What happened: a person is told of it once. */
    key: text('key').notNull(),
    /** Who did it. */
    byPerson: uuid('by_person'),
    data: jsonb('data').notNull(),
    createdAt: createdAt(),
    readAt: time('read_at'),
    /** When it was decided whether it also goes by mail. */
    settledAt: time('settled_at'),
    /** When it was decided whether it also goes to browsers: at once, also for what waits for the daily mail. */
    pushSettledAt: time('push_settled_at'),
  },
  (t) => [
    primaryKey({ columns: [t.userId, t.id] }),
    unique('notice_once').on(t.userId, t.organizationId, t.key),
    index('notice_newest').on(t.userId, t.organizationId, t.createdAt),
    index('notice_age').on(t.createdAt),
    index('notice_unsettled').on(t.userId).where(sql`settled_at is null`),
  ],
);

/** A thing the person is not told about, from this moment on. */
export const noticeMute = pgTable(
  'notice_mute',
  {
    userId: uuid('user_id').notNull(),
    organizationId: organizationId(),
    subjectKind: text('subject_kind').notNull(),
    subjectId: text('subject_id').notNull(),
    createdAt: createdAt(),
  },
  (t) => [primaryKey({ columns: [t.userId, t.organizationId, t.subjectKind, t.subjectId] })],
);

/** Where a kind goes, for who chose otherwise than it comes. */
export const noticePreference = pgTable(
  'notice_preference',
  {
    userId: uuid('user_id').notNull(),
    kind: text('kind').notNull(),
    app: boolean('app').notNull(),
    mail: text('mail', { enum: ['immediate', 'daily', 'never'] }).notNull(),
    /** Null for who chose the others before there was this one: as it comes. */
    push: boolean('push'),
  },
  (t) => [primaryKey({ columns: [t.userId, t.kind] })],
);

export const noticeSetting = pgTable(
  'notice_setting',
  {
    userId: uuid('user_id').notNull(),
    /** The hour of the daily mail, where the person is. */
    digestHour: integer('digest_hour').notNull().default(8),
    timeZone: text('time_zone').notNull().default('UTC'),
    mailPaused: boolean('mail_paused').notNull().default(false),
    /** Set when a mail came back for good; until the person says that their address works, no other goes there. */
    mailReturnedAt: time('mail_returned_at'),
    mailReturnReason: text('mail_return_reason'),
  },
  (t) => [primaryKey({ columns: [t.userId] })],
);

/** The pair of keys with which a person's browsers know their server; the private one is sealed. */
export const pushKey = pgTable(
  'push_key',
  {
    userId: uuid('user_id').notNull(),
    publicKey: text('public_key').notNull(),
    sealed: text('sealed').notNull(),
    createdAt: createdAt(),
  },
  (t) => [primaryKey({ columns: [t.userId] })],
);

/** A browser that takes notices. It is told while the session lives in which it was subscribed. */
export const pushSubscription = pgTable(
  'push_subscription',
  {
    userId: uuid('user_id').notNull(),
    id: id(),
    sessionId: uuid('session_id').notNull(),
    /** SHA-256 of its address: one browser is told once. */
    endpointHash: text('endpoint_hash').notNull(),
    /** Address and keys as JSON: whoever has them can send. */
    sealed: text('sealed').notNull(),
    /** The host of its push service. */
    service: text('service').notNull(),
    device: text('device'),
    createdAt: createdAt(),
    toldAt: time('told_at'),
    /** Why the last message was refused for good. */
    problem: text('problem'),
  },
  (t) => [
    primaryKey({ columns: [t.userId, t.id] }),
    unique('push_subscription_session').on(t.userId, t.sessionId),
    unique('push_subscription_endpoint').on(t.userId, t.endpointHash),
  ],
);

/** Notices on their way to one browser; gone once the way is over. */
export const pushOut = pgTable(
  'push_out',
  {
    userId: uuid('user_id').notNull(),
    id: id(),
    organizationId: organizationId(),
    subscriptionId: uuid('subscription_id').notNull(),
    noticeIds: jsonb('notice_ids').$type<string[]>().notNull(),
    attempts: integer('attempts').notNull().default(0),
    /** Set while an attempt goes on; one whose process died is not repeated. */
    claimedAt: time('claimed_at'),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.userId, t.id] }),
    foreignKey({
      columns: [t.userId, t.subscriptionId],
      foreignColumns: [pushSubscription.userId, pushSubscription.id],
      name: 'push_out_subscription',
    }).onDelete('cascade'),
  ],
);

/**
 * Mail on its way. Its text is written when it is sent, for the person as they are then; only a letter to somebody
 * without an account is kept, sealed, until it has gone.
 */
export const mailOut = pgTable(
  'mail_out',
  {
    organizationId: organizationId(),
    id: id(),
    purpose: text('purpose', { enum: ['notices', 'digest', 'letter'] }).notNull(),
    userId: uuid('user_id'),
    noticeIds: jsonb('notice_ids').$type<string[]>().notNull(),
    sealed: text('sealed'),
    /** Where it went, or should have gone, for the operator. */
    address: text('address'),
    state: text('state', {
      enum: ['waiting', 'sending', 'sent', 'failed', 'unknown', 'dropped', 'returned'],
    }).notNull(),
    attempts: integer('attempts').notNull().default(0),
    nextAt: time('next_at').notNull(),
    claimedAt: time('claimed_at'),
    error: text('error'),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.id] }),
    index('mail_out_due').on(t.nextAt).where(sql`state = 'waiting'`),
    index('mail_out_age').on(t.createdAt),
  ],
);

export const tables: TableClasses = {
  tenant: [mailOut],
  person: [
    { table: notice, person: notice.userId, access: 'told' },
    { table: noticeMute, person: noticeMute.userId },
    { table: noticePreference, person: noticePreference.userId },
    { table: noticeSetting, person: noticeSetting.userId },
    { table: pushKey, person: pushKey.userId },
    { table: pushSubscription, person: pushSubscription.userId },
    { table: pushOut, person: pushOut.userId },
  ],
  lookups: [
    {
      signature: 'people_with_old_notices(timestamptz)',
      reads: [notice],
      sql: `create function people_with_old_notices(before timestamptz) returns setof uuid
        language sql stable security definer set search_path = public, pg_temp as $$
          select distinct user_id from notice where created_at < before
        $$`,
    },
    {
      signature: 'inboxes_with_unsettled_notices()',
      reads: [notice],
      sql: `create function inboxes_with_unsettled_notices() returns table (organization_id uuid, user_id uuid)
        language sql stable security definer set search_path = public, pg_temp as $$
          select distinct organization_id, user_id from notice where settled_at is null
        $$`,
    },
    {
      signature: 'my_live_push_subscriptions(timestamptz)',
      reads: [pushSubscription, authSession],
      sql: `create function my_live_push_subscriptions(now timestamptz) returns setof uuid
        language sql stable security definer set search_path = public, pg_temp as $$
          select s.id from push_subscription s join auth_session a on a.id = s.session_id and a.user_id = s.user_id
          where s.user_id = nullif(current_setting('app.user_id', true), '')::uuid and a.expires_at > now
        $$`,
    },
    {
      signature: 'people_with_older_push_seals(text)',
      reads: [pushKey, pushSubscription],
      sql: `create function people_with_older_push_seals(newest text) returns setof uuid
        language sql stable security definer set search_path = public, pg_temp as $$
          select user_id from push_key where split_part(sealed, '.', 2) <> newest
          union select user_id from push_subscription where split_part(sealed, '.', 2) <> newest
        $$`,
    },
    {
      signature: 'organizations_with_older_letters(text)',
      reads: [mailOut],
      sql: `create function organizations_with_older_letters(newest text) returns setof uuid
        language sql stable security definer set search_path = public, pg_temp as $$
          select distinct organization_id from mail_out where split_part(sealed, '.', 2) <> newest
        $$`,
    },
    {
      signature: 'mail_to_send(timestamptz)',
      reads: [mailOut],
      sql: `create function mail_to_send(now timestamptz) returns table (organization_id uuid, id uuid, user_id uuid)
        language sql stable security definer set search_path = public, pg_temp as $$
          select organization_id, id, user_id from mail_out where state = 'waiting' and next_at <= now
          order by next_at limit 200
        $$`,
    },
    {
      signature: 'organizations_with_mail(text, timestamptz)',
      reads: [mailOut],
      sql: `create function organizations_with_mail(in_state text, before timestamptz) returns setof uuid
        language sql stable security definer set search_path = public, pg_temp as $$
          select distinct organization_id from mail_out
          where (in_state = 'sending' and state = 'sending' and claimed_at < before)
             or (in_state = 'over' and created_at < before)
        $$`,
    },
    {
      signature: 'events_set_aside()',
      reads: [eventDeadLetter, organization],
      sql: `create function events_set_aside() returns table (organization_id uuid, id uuid, organization_name text,
          listener text, event_type text, error text, tries int, created_at timestamptz, total int)
        language sql stable security definer set search_path = public, pg_temp as $$
          select d.organization_id, d.id, o.name, d.listener, d.event_type, d.error, d.tries, d.created_at,
            count(*) over ()::int
          from event_dead_letter d join organization o on o.id = d.organization_id
          order by d.created_at desc limit 100
        $$`,
    },
    {
      signature: 'mail_in_trouble()',
      reads: [mailOut, organization],
      sql: `create function mail_in_trouble() returns table (organization_id uuid, id uuid, organization_name text,
          purpose text, address text, state text, attempts int, next_at timestamptz, error text, created_at timestamptz)
        language sql stable security definer set search_path = public, pg_temp as $$
          select m.organization_id, m.id, o.name, m.purpose, m.address, m.state, m.attempts, m.next_at, m.error, m.created_at
          from mail_out m join organization o on o.id = m.organization_id
          where m.state in ('failed', 'unknown', 'returned') or (m.state = 'waiting' and m.attempts > 0)
          order by m.created_at desc limit 100
        $$`,
    },
  ],
};
