import { and, asc, eq, isNull, sql } from 'drizzle-orm';
import type { Tx } from '../../../foundation/db/database.ts';
import { event, eventCursor, eventDeadLetter, idempotencyRecord } from './schema.ts';

export type EventRow = typeof event.$inferSelect;
export type DeadLetterRow = typeof eventDeadLetter.$inferSelect;
export type DeadLetterRef = Pick<DeadLetterRow, 'organizationId' | 'id'>;
type NewEvent = Omit<typeof event.$inferInsert, 'seq' | 'transaction'>;

const isLetter = ({ organizationId, id }: DeadLetterRef) =>
  and(eq(eventDeadLetter.organizationId, organizationId), eq(eventDeadLetter.id, id));

/** PostgreSQL takes at most 65,535 parameters in a statement. */
const eventsInStatement = 1_000;

/** All that is asked is on its way when this returns: nobody need wait for the answer before the end of the transaction. */
export async function insertEvents(tx: Tx, rows: NewEvent[]): Promise<EventRow[]> {
  const transaction = sql`pg_current_xact_id()` as never;
  const asked: Promise<EventRow[]>[] = [];
  for (let at = 0; at < rows.length; at += eventsInStatement) {
    const part = rows.slice(at, at + eventsInStatement).map((row) => ({ ...row, transaction }));
    asked.push(tx.insert(event).values(part).returning().execute());
  }
  return (await Promise.all(asked)).flat();
}

/**
 * Events after the listener's cursor whose transactions, and all older ones, have ended; and whether there are
 * others, hidden until an older transaction ends.
 */
export async function eventsAfterCursor(
  tx: Tx,
  organizationId: string,
  listener: string,
  limit: number,
): Promise<{ rows: EventRow[]; hidden: boolean }> {
  const [cursor] = await tx
    .select()
    .from(eventCursor)
    .where(and(eq(eventCursor.organizationId, organizationId), eq(eventCursor.listener, listener)))
    .for('update');
  const found = await tx
    .select({
      row: event,
      settled: sql<boolean>`${event.transaction} < pg_snapshot_xmin(pg_current_snapshot())`,
    })
    .from(event)
    .where(
      and(
        eq(event.organizationId, organizationId),
        cursor
          ? sql`(${event.transaction}, ${event.seq}) > (${cursor.transaction}::xid8, ${cursor.seq})`
          : undefined,
      ),
    )
    .orderBy(asc(event.transaction), asc(event.seq))
    .limit(limit);
  const settled = found.filter((one) => one.settled);
  return { rows: settled.map((one) => one.row), hidden: settled.length < found.length };
}

export async function moveCursor(
  tx: Tx,
  organizationId: string,
  listener: string,
  last: EventRow,
): Promise<void> {
  const position = { transaction: last.transaction, seq: last.seq };
  await tx
    .insert(eventCursor)
    .values({ organizationId, listener, ...position })
    .onConflictDoUpdate({ target: [eventCursor.organizationId, eventCursor.listener], set: position });
}

/** An event the listener will not be given again, with why. */
export async function insertDeadLetter(tx: Tx, row: typeof eventDeadLetter.$inferInsert): Promise<void> {
  await tx.insert(eventDeadLetter).values(row).onConflictDoNothing();
}

/** The event of a dead letter, for whoever gives it again: only one at a time does. */
export async function lockDeadLetter(
  tx: Tx,
  { organizationId, id }: DeadLetterRef,
): Promise<{ letter: DeadLetterRow; row: EventRow } | undefined> {
  const [found] = await tx
    .select({ letter: eventDeadLetter, row: event })
    .from(eventDeadLetter)
    .innerJoin(
      event,
      and(eq(event.organizationId, eventDeadLetter.organizationId), eq(event.id, eventDeadLetter.eventId)),
    )
    .where(isLetter({ organizationId, id }))
    .for('update', { of: eventDeadLetter });
  return found;
}

export async function deleteDeadLetter(tx: Tx, letter: DeadLetterRef): Promise<void> {
  await tx.delete(eventDeadLetter).where(isLetter(letter));
}

/** It failed once more. */
export async function markDeadLetter(tx: Tx, letter: DeadLetterRef, error: string): Promise<void> {
  await tx
    .update(eventDeadLetter)
    .set({ error, tries: sql`${eventDeadLetter.tries} + 1` })
    .where(isLetter(letter));
}

/**
 * Moves the cursors of those of these listeners for whom nothing waits to the newest event that nobody can come before,
 * all in one statement. The others stay where they are.
 */
export async function passCursors(
  tx: Tx,
  organizationId: string,
  listeners: readonly { name: string; types: readonly string[] }[],
): Promise<void> {
  await tx.execute(sql`
    insert into event_cursor as held (organization_id, listener, transaction, seq)
    select ${organizationId}::uuid, asked.name, newest.transaction, newest.seq
    from jsonb_to_recordset(${JSON.stringify(listeners)}::jsonb) as asked(name text, types jsonb)
    cross join lateral (
      select transaction, seq from event
      where organization_id = ${organizationId}::uuid and transaction < pg_snapshot_xmin(pg_current_snapshot())
      order by transaction desc, seq desc limit 1
    ) newest
    left join event_cursor c on c.organization_id = ${organizationId}::uuid and c.listener = asked.name
    where not exists (
      select 1 from event e
      where e.organization_id = ${organizationId}::uuid and asked.types ? e.type
        and (c.listener is null or (e.transaction, e.seq) > (c.transaction, c.seq))
    )
    on conflict (organization_id, listener) do update set transaction = excluded.transaction, seq = excluded.seq
    where (held.transaction, held.seq) < (excluded.transaction, excluded.seq)`);
}

export async function findIdempotencyRecord(tx: Tx, organizationId: string, actor: string, key: string) {
  const [row] = await tx
    .select()
    .from(idempotencyRecord)
    .where(
      and(
        eq(idempotencyRecord.organizationId, organizationId),
        eq(idempotencyRecord.actor, actor),
        eq(idempotencyRecord.key, key),
      ),
    );
  return row;
}

export async function insertIdempotencyRecord(
  tx: Tx,
  row: typeof idempotencyRecord.$inferInsert,
): Promise<void> {
  await tx.insert(idempotencyRecord).values(row);
}

/** Only one without an answer: what was answered stays answered. */
export async function deleteIdempotencyRecord(
  tx: Tx,
  where: { organizationId: string; actor: string; key: string },
): Promise<void> {
  await tx
    .delete(idempotencyRecord)
    .where(
      and(
        eq(idempotencyRecord.organizationId, where.organizationId),
        eq(idempotencyRecord.actor, where.actor),
        eq(idempotencyRecord.key, where.key),
        isNull(idempotencyRecord.status),
      ),
    );
}

export async function storeAnswer(
  tx: Tx,
  where: { organizationId: string; actor: string; key: string },
  answer: { status: number; body: unknown },
): Promise<void> {
  await tx
    .update(idempotencyRecord)
    .set({ status: answer.status, answer: answer.body ?? null })
    .where(
      and(
        eq(idempotencyRecord.organizationId, where.organizationId),
        eq(idempotencyRecord.actor, where.actor),
        eq(idempotencyRecord.key, where.key),
      ),
    );
}

/** Organizations that keep idempotency keys older than the moment. */
export async function organizationsWithOldKeys(tx: Tx, moment: Date): Promise<string[]> {
  const found = sql`select organizations_with_old_keys(${moment.toISOString()}::timestamptz) as id`;
  return (await tx.execute<{ id: string }>(found, 'objects')).map((row) => row.id);
}

/** Keys older than this are forgotten: a client that retries later has lost the thread anyway. */
export async function deleteIdempotencyRecordsBefore(
  tx: Tx,
  organizationId: string,
  moment: Date,
): Promise<void> {
  await tx
    .delete(idempotencyRecord)
    .where(
      and(
        eq(idempotencyRecord.organizationId, organizationId),
        sql`${idempotencyRecord.createdAt} < ${moment.toISOString()}`,
      ),
    );
}

/** Organizations whose log goes on after the listener's cursor; asked at the start, after a crash. */
export async function organizationsBehind(tx: Tx, listener: string): Promise<string[]> {
  const rows = await tx.execute<{ id: string }>(
    sql`select organizations_behind(${listener}) as id`,
    'objects',
  );
  return rows.map((row) => row.id);
}
