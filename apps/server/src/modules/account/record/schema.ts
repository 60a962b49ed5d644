import {
  bigint,
  boolean,
  customType,
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

/** A 64-bit transaction id: events become visible in the order of `seq` only once older transactions ended. */
const transactionId = customType<{ data: string; driverData: string }>({ dataType: () => 'xid8' });

/** The event log: append-only. What is `audit` is also the audit log. */
export const event = pgTable(
  'event',
  {
    organizationId: organizationId(),
    id: id(),
    seq: bigint('seq', { mode: 'bigint' }).generatedAlwaysAsIdentity(),
    transaction: transactionId('transaction').notNull(),
    type: text('type').notNull(),
    version: integer('version').notNull(),
    actor: text('actor').notNull(),
    actorPerson: uuid('actor_person'),
    subjectKind: text('subject_kind').notNull(),
    subjectId: text('subject_id').notNull(),
    payload: jsonb('payload').notNull(),
    audit: boolean('audit').notNull(),
    requestId: text('request_id').notNull(),
    address: text('address'),
    at: time('at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.id] }),
    index('event_order').on(t.organizationId, t.transaction, t.seq),
    index('event_subject').on(t.organizationId, t.subjectKind, t.subjectId),
  ],
);

/** How far each listener has read, per organization. */
export const eventCursor = pgTable(
  'event_cursor',
  {
    organizationId: organizationId(),
    listener: text('listener').notNull(),
    transaction: transactionId('transaction').notNull(),
    seq: bigint('seq', { mode: 'bigint' }).notNull(),
  },
  (t) => [primaryKey({ columns: [t.organizationId, t.listener] })],
);

/** Events a listener failed at time after time, and which it has passed without them. The operator reads them. */
export const eventDeadLetter = pgTable(
  'event_dead_letter',
  {
    organizationId: organizationId(),
    id: id(),
    listener: text('listener').notNull(),
    eventId: uuid('event_id').notNull(),
    eventType: text('event_type').notNull(),
    error: text('error').notNull(),
    tries: integer('tries').notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.id] }),
    unique('event_dead_letter_event').on(t.organizationId, t.listener, t.eventId),
    foreignKey({
      columns: [t.organizationId, t.eventId],
      foreignColumns: [event.organizationId, event.id],
    }),
  ],
);

export const idempotencyRecord = pgTable(
  'idempotency_record',
  {
    organizationId: organizationId(),
    id: id(),
    actor: text('actor').notNull(),
    key: text('key').notNull(),
    requestHash: text('request_hash').notNull(),
    status: integer('status'),
    answer: jsonb('answer'),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.id] }),
    unique('idempotency_record_key').on(t.organizationId, t.actor, t.key),
  ],
);

export const tables: TableClasses = {
  tenant: [event, eventCursor, eventDeadLetter, idempotencyRecord],
  lookups: [
    {
      signature: 'organizations_with_old_keys(timestamptz)',
      reads: [idempotencyRecord],
      sql: `create function organizations_with_old_keys(before timestamptz) returns setof uuid
        language sql stable security definer set search_path = public, pg_temp as $$
          select distinct organization_id from idempotency_record where created_at < before
        $$`,
    },
    {
      signature: 'organizations_behind(text)',
      reads: [event, eventCursor],
      sql: `create function organizations_behind(name text) returns setof uuid
        language sql stable security definer set search_path = public, pg_temp as $$
          select latest.organization_id
          from (select distinct on (organization_id) organization_id, transaction, seq from event
                order by organization_id, transaction desc, seq desc) latest
          left join event_cursor c on c.organization_id = latest.organization_id and c.listener = name
          where c.organization_id is null or (latest.transaction, latest.seq) > (c.transaction, c.seq)
        $$`,
    },
  ],
};
