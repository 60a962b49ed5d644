import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import type { Clock } from '../clock/clock.ts';
import { checkPlaces, checkTake, checkTakeAll } from './check-request.ts';
import type { Lease, Limits, TakeDecision } from './limits.ts';
import { slicesInWindow, sliceWidth } from './sliding-window.ts';

/**
 * Tables and functions of the limits in PostgreSQL; safe to run again. The tables are unlogged: after a crash
 * of the database counting starts anew. `limit_take` is `decide` of sliding-window.ts; a lock for each key
 * makes its callers wait for each other and for nobody else.
 */
export const limitsSchemaSql = `
-- Sent as one message it is one transaction: processes that start together wait for each other.
select pg_advisory_xact_lock(hashtextextended('limits schema', 0));
create unlogged table if not exists limit_counter (
  key text primary key, window_ms bigint not null, ats bigint[] not null, counts bigint[] not null,
  expires_at bigint not null);
create index if not exists limit_counter_expires_at on limit_counter (expires_at);
create unlogged table if not exists limit_place (
  key text not null, id text not null, expires_at bigint not null, primary key (key, id));
create index if not exists limit_place_expires_at on limit_place (expires_at);

create or replace function limit_now(given bigint) returns bigint language sql volatile as $$
  select coalesce(given, floor(extract(epoch from clock_timestamp()) * 1000)::bigint) $$;

create or replace function limit_take(
  p_key text, p_now bigint, p_limit bigint, p_window bigint, p_cost bigint, p_width bigint, p_slices bigint
) returns table (allowed boolean, remaining bigint, reset_at bigint, retry_after_ms bigint)
language plpgsql volatile as $$
declare
  now_ms bigint; old_ats bigint[]; old_counts bigint[]; ats bigint[] := '{}'; counts bigint[] := '{}';
  current_at bigint; used bigint := 0; freed bigint := 0; room_at bigint;
begin
  perform pg_advisory_xact_lock(hashtextextended('limit:' || p_key, 0));
  now_ms := limit_now(p_now);
  select c.ats, c.counts into old_ats, old_counts from limit_counter c
    where c.key = p_key and c.window_ms = p_window;
  current_at := greatest(now_ms / p_width, coalesce(old_ats[cardinality(old_ats)], 0));
  for i in 1 .. coalesce(cardinality(old_ats), 0) loop
    if old_ats[i] >= current_at - p_slices then
      ats := ats || old_ats[i]; counts := counts || old_counts[i]; used := used + old_counts[i];
    end if;
  end loop;
  allowed := used + p_cost <= p_limit;
  room_at := now_ms + p_window;
  for i in 1 .. cardinality(ats) loop
    freed := freed + counts[i];
    if freed >= used + p_cost - p_limit then
      room_at := (ats[i] + p_slices + 1) * p_width;
      exit;
    end if;
  end loop;
  retry_after_ms := case when allowed then 0 else greatest(1, room_at - now_ms) end;
  if allowed and p_cost > 0 then
    used := used + p_cost;
    if cardinality(ats) > 0 and ats[cardinality(ats)] = current_at then
      counts[cardinality(counts)] := counts[cardinality(counts)] + p_cost;
    else
      ats := ats || current_at; counts := counts || p_cost;
    end if;
    insert into limit_counter as c values (p_key, p_window, ats, counts, (current_at + p_slices + 2) * p_width)
      on conflict (key) do update set window_ms = excluded.window_ms, ats = excluded.ats,
        counts = excluded.counts, expires_at = excluded.expires_at;
  end if;
  remaining := greatest(0, p_limit - used);
  reset_at := coalesce((ats[cardinality(ats)] + p_slices + 1) * p_width, now_ms);
  return next;
end $$;

-- All or none. Keys are locked in one order, so that two who want the same ones never wait for each other. It may be
-- asked for inside a transaction of the application, whose role has no rights on the tables.
create or replace function limit_take_all(
  p_keys text[], p_now bigint, p_limits bigint[], p_windows bigint[], p_costs bigint[], p_widths bigint[],
  p_slices bigint
) returns table (
  nth int, every boolean, allowed boolean, remaining bigint, reset_at bigint, retry_after_ms bigint)
language plpgsql volatile security definer set search_path from current as $$
declare
  i int; one record; fits boolean[] := array_fill(true, array[cardinality(p_keys)]); everyone boolean := true;
begin
  for i in select n from generate_subscripts(p_keys, 1) n order by p_keys[n] collate "C" loop
    select * into one from limit_take(p_keys[i], p_now, p_limits[i], p_windows[i], 0, p_widths[i], p_slices);
    fits[i] := one.remaining >= p_costs[i];
    everyone := everyone and fits[i];
  end loop;
  for i in 1 .. cardinality(p_keys) loop
    select * into one from limit_take(p_keys[i], p_now, p_limits[i], p_windows[i],
      case when everyone or not fits[i] then p_costs[i] else 0 end, p_widths[i], p_slices);
    nth := i; every := everyone; allowed := one.allowed; remaining := one.remaining;
    reset_at := one.reset_at; retry_after_ms := one.retry_after_ms;
    return next;
  end loop;
end $$;

drop function if exists limit_acquire(text, bigint, bigint, bigint, text);
-- For each lease a place of every key that stands beside its id, or none; answers which got theirs. Locks as above.
create or replace function limit_acquire(
  p_keys text[], p_limits bigint[], p_leases text[], p_now bigint, p_ttl bigint
) returns setof text language plpgsql volatile security definer set search_path from current as $$
declare
  one text;
begin
  for one in select key from unnest(p_keys) key group by key order by key collate "C" loop
    perform pg_advisory_xact_lock(hashtextextended('place:' || one, 0));
  end loop;
  delete from limit_place p where p.key = any(p_keys) and p.expires_at <= limit_now(p_now);
  for one in
    select lease from unnest(p_leases) with ordinality asked (lease, nth) group by lease order by min(nth)
  loop
    continue when exists (
      select from unnest(p_keys, p_limits, p_leases) asked (key, most, lease)
      where lease = one and (select count(*) from limit_place p where p.key = asked.key) >= most);
    insert into limit_place
      select key, one, limit_now(p_now) + p_ttl from unnest(p_keys, p_leases) asked (key, lease) where lease = one;
    return next one;
  end loop;
end $$;
`;

/** Runs one statement by itself, outside any transaction of a request. */
export type LimitsQuery = (text: string, values: unknown[]) => Promise<{ rows: Record<string, unknown>[] }>;

const acquireSql =
  'select lease from limit_acquire($1::text[], $2::bigint[], $3::text[], $4::bigint, $5::bigint) lease';

const takeAllSql =
  'select every, allowed, remaining::text, reset_at::text, retry_after_ms::text from limit_take_all($1::text[], $2, $3::bigint[], $4::bigint[], $5::bigint[], $6::bigint[], $7) order by nth';

/** The same statement for the session of a transaction. */
const withParameters = (text: string, values: readonly unknown[]) =>
  sql.join(
    text.split(/\$\d/).flatMap((part, index) => {
      const before = sql.raw(part);
      return index === 0 ? [before] : [sql`${sql.param(values[index - 1])}`, before];
    }),
  );

const toDecision = (row: Record<string, unknown>): TakeDecision => ({
  allowed: row.allowed === true,
  remaining: Number(row.remaining),
  resetAt: new Date(Number(row.reset_at)),
  retryAfterMs: Number(row.retry_after_ms),
});

/** After this many calls rows that expired are deleted. */
const callsBetweenSweeps = 1_000;

/** Limits across processes that share a database but no Redis; `limitsSchemaSql` must have been run. */
export function createSqlLimits({ query, clock }: { query: LimitsQuery; clock?: Clock }): Limits {
  const now = () => clock?.now().getTime() ?? null;
  let calls = 0;
  const sweepSometimes = async () => {
    calls += 1;
    if (calls % callsBetweenSweeps !== 0) return;
    await query('delete from limit_counter where expires_at < limit_now($1)', [now()]);
    await query('delete from limit_place where expires_at < limit_now($1)', [now()]);
  };

  return {
    async take(request) {
      checkTake(request);
      const { key, limit, windowMs, cost = 1 } = request;
      const { rows } = await query(
        'select allowed, remaining::text, reset_at::text, retry_after_ms::text from limit_take($1, $2, $3, $4, $5, $6, $7)',
        [key, now(), limit, windowMs, cost, sliceWidth(windowMs), slicesInWindow],
      );
      await sweepSometimes();
      return toDecision(rows[0] ?? {});
    },
    async takeAll(requests, tx) {
      checkTakeAll(requests);
      if (requests.length === 0) return { allowed: true, decisions: [] };
      const values = [
        requests.map(({ key }) => key),
        now(),
        requests.map(({ limit }) => limit),
        requests.map(({ windowMs }) => windowMs),
        requests.map(({ cost = 1 }) => cost),
        requests.map(({ windowMs }) => sliceWidth(windowMs)),
        slicesInWindow,
      ];
      const rows = tx
        ? await tx.execute<Record<string, unknown>>(withParameters(takeAllSql, values), 'objects')
        : (await query(takeAllSql, values)).rows;
      return { allowed: rows[0]?.every === true, decisions: rows.map(toDecision) };
    },
    async reset(key) {
      await query('delete from limit_counter where key = $1', [key]);
    },
    async acquire(asked, ttlMs, tx) {
      checkPlaces(asked, ttlMs);
      const leases = asked.map((places): Lease => ({ id: randomUUID(), keys: places.map(({ key }) => key) }));
      const all = asked.flatMap((places, index) =>
        places.map((place) => ({ ...place, lease: leases[index]?.id })),
      );
      const values = [
        all.map(({ key }) => key),
        all.map(({ limit }) => limit),
        all.map(({ lease }) => lease),
        now(),
        ttlMs,
      ];
      const rows = tx
        ? await tx.execute<Record<string, unknown>>(withParameters(acquireSql, values), 'objects')
        : (await query(acquireSql, values)).rows;
      if (!tx) await sweepSometimes();
      const held = new Set(rows.map(({ lease }) => lease));
      // Who needs no place has what they need.
      return leases.map((lease) => (lease.keys.length === 0 || held.has(lease.id) ? lease : undefined));
    },
    async renew({ keys, id }, ttlMs) {
      const { rows } = await query(
        'update limit_place set expires_at = limit_now($3) + $4 where key = any($1::text[]) and id = $2 and expires_at > limit_now($3) returning id',
        [keys, id, now(), ttlMs],
      );
      return rows.length === keys.length;
    },
    async release({ keys, id }) {
      await query('delete from limit_place where key = any($1::text[]) and id = $2', [keys, id]);
    },
    async close() {},
  };
}
