import { sql } from 'drizzle-orm';
import type { Tx } from '../../../foundation/db/database.ts';
import { member } from '../organizations/schema.ts';
import { notice } from './schema.ts';

export type NoticeRow = typeof notice.$inferSelect;
export type NewNotice = Omit<NoticeRow, 'userId' | 'id' | 'readAt' | 'settledAt'>;

/**
 * Tells those of the people who are members. The writer may not read what others are told, so the statement
 * returns nothing, and names no constraint: naming one would ask for the right to read.
 */
export async function insertNotices(
  tx: Tx,
  to: readonly { userId: string; id: string }[],
  row: NewNotice,
): Promise<void> {
  const people = JSON.stringify(to.map(({ userId, id }) => ({ user_id: userId, id })));
  await tx.execute(sql`
    insert into ${notice} (user_id, id, organization_id, kind, subject_kind, subject_id, group_key, key, by_person, data, created_at)
    select p.user_id, p.id, ${row.organizationId}, ${row.kind}, ${row.subjectKind}, ${row.subjectId}, ${row.groupKey}, ${row.key},
      ${row.byPerson}::uuid, ${JSON.stringify(row.data)}::jsonb, ${row.createdAt.toISOString()}::timestamptz
    from jsonb_to_recordset(${people}::jsonb) as p (user_id uuid, id uuid) join ${member} m on m.user_id = p.user_id
    where m.organization_id = ${row.organizationId} and m.removed_at is null
    on conflict do nothing`);
}
