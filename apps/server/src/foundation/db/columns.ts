/** Columns that mean the same in every table. */
import { customType, integer, timestamp, uuid } from 'drizzle-orm/pg-core';

export const organizationId = () => uuid('organization_id').notNull();
export const id = () => uuid('id').notNull();
/** All times are timestamptz(3): what JavaScript can hold. */
export const time = (name: string) => timestamp(name, { withTimezone: true, precision: 3, mode: 'date' });
export const createdAt = () => time('created_at').notNull();
export const updatedAt = () => time('updated_at').notNull();
/** Optimistic lock and ETag of a mutable aggregate. */
export const revision = () => integer('revision').notNull().default(1);

/** Text that sorts the same everywhere: lowered, unaccented, compared by bytes. */
export const sortKey = customType<{ data: string; driverData: string }>({
  dataType: () => 'text collate "C"',
});

export const bytes = customType<{ data: Uint8Array; driverData: Buffer }>({
  dataType: () => 'bytea',
  toDriver: (value) => Buffer.from(value.buffer, value.byteOffset, value.byteLength),
  fromDriver: (value) => new Uint8Array(value),
});
