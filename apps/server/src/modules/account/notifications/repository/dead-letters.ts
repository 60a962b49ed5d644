import { sql } from 'drizzle-orm';
import type { Tx } from '../../../../foundation/db/database.ts';

/** An event that one listener has not taken. */
export interface SetAside {
  organizationId: string;
  id: string;
  organizationName: string;
  listener: string;
  eventType: string;
  error: string;
  tries: number;
  createdAt: Date;
  /** How many there are in the whole instance. */
  total: number;
}

/** The newest of the whole instance, at most 100. */
export async function eventsSetAside(tx: Tx): Promise<SetAside[]> {
  const rows = (await tx.execute(
    sql`select organization_id as "organizationId", id, organization_name as "organizationName", listener,
      event_type as "eventType", error, tries, created_at as "createdAt", total from events_set_aside()`,
    'objects',
  )) as unknown as (Omit<SetAside, 'createdAt'> & { createdAt: string })[];
  return rows.map((row) => ({ ...row, createdAt: new Date(row.createdAt) }));
}
