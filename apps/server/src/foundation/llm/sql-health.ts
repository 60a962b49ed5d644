import type { HealthStore } from '@promptvault/wire/health-store';

/**
 * The table of the health of keys in PostgreSQL; safe to run again. It is unlogged: after a crash of the database
 * every key is tried anew.
 */
export const healthSchemaSql = `
select pg_advisory_xact_lock(hashtextextended('health schema', 0));
create unlogged table if not exists key_health (key text primary key, state text not null);
`;

/** Runs one statement by itself, outside any transaction of a request. */
export type HealthQuery = (text: string, values: unknown[]) => Promise<{ rows: Record<string, unknown>[] }>;

/** `healthSchemaSql` must have been run. */
export function createSqlHealth({ query }: { query: HealthQuery }): HealthStore {
  return {
    async read(key) {
      const { rows } = await query('select state from key_health where key = $1', [key]);
      return rows[0] && String(rows[0].state);
    },
    async swap(key, before, after) {
      const { rows } =
        before === undefined
          ? await query('insert into key_health values ($1, $2) on conflict do nothing returning key', [
              key,
              after,
            ])
          : await query('update key_health set state = $3 where key = $1 and state = $2 returning key', [
              key,
              before,
              after,
            ]);
      return rows.length > 0;
    },
    async delete(key) {
      await query('delete from key_health where key = $1', [key]);
    },
    async all() {
      const { rows } = await query('select key, state from key_health limit 10000', []);
      return rows.map(({ key, state }) => [String(key), String(state)]);
    },
  };
}
