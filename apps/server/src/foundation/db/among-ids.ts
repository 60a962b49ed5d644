import { type SQL, type SQLWrapper, sql } from 'drizzle-orm';

/** Whether a column is one of these UUIDs. They are one value, so that a page of them is not read and planned one by one. */
export const amongIds = (column: SQLWrapper, ids: readonly string[]): SQL =>
  sql`${column} = any(${`{${ids.join(',')}}`}::uuid[])`;
