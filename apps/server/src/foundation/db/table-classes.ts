/**
 * Every table has one of four classes, which says whose rows it holds and so which policy it gets:
 * - tenant: rows of one organization.
 * - person: rows of one person.
 * - published: copies an organization chose to show; read by all, written by their organization.
 * - platform: instance-wide facts, `readable` by all or `hidden` behind identity's own role.
 */
import type { AnyPgColumn, PgTable } from 'drizzle-orm/pg-core';

export interface TenantTable {
  table: PgTable;
  /** The column that names the organization; `organization_id` unless said otherwise. */
  organization?: AnyPgColumn;
}

export interface PersonTable {
  table: PgTable;
  /** The column that names the person. */
  person: AnyPgColumn;
  /**
   * identity: Better Auth's tables, for pv_identity alone. colleagues: read also within an organization the person is a member or guest of.
   * told: an organization adds rows for its living members, and reads none; the row names it in `organization_id`.
   */
  access?: 'identity' | 'colleagues' | 'told';
}

export interface TableClasses {
  tenant?: (PgTable | TenantTable)[];
  person?: PersonTable[];
  published?: (PgTable | TenantTable)[];
  platform?: { table: PgTable; access: 'readable' | 'identity' | 'hidden' }[];
  /**
   * Narrow look-ups before an organization is known (SECURITY DEFINER, owned by pv_lookup), and the tables
   * they read. Each statement is a `create or replace function`; its signature is named for the grant.
   */
  lookups?: { signature: string; sql: string; reads: PgTable[] }[];
}

export const tenantOf = (entry: PgTable | TenantTable): TenantTable =>
  'table' in entry && !('_' in entry) ? (entry as TenantTable) : { table: entry as PgTable };
