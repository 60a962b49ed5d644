import { randomUUID } from 'node:crypto';
import type { Redis } from 'ioredis';
import type { Clock } from '../clock/clock.ts';
import { guardRedis } from '../redis/guard-redis.ts';
import { checkLease, checkTake } from './check-request.ts';
import type { Limits } from './limits.ts';
import { slicesInWindow, sliceWidth } from './sliding-window.ts';

/** An empty argument means the clock of the Redis server, so that processes with different clocks agree. */
const readNow = `
local now = tonumber(ARGV[1])
if not now then
  local time = redis.call('TIME')
  now = time[1] * 1000 + math.floor(time[2] / 1000)
end`;

/** `decide` of sliding-window.ts: KEYS counter; ARGV now, limit, windowMs, cost, width, slices. */
const takeScript = `${readNow}
local limit, window, cost = tonumber(ARGV[2]), tonumber(ARGV[3]), tonumber(ARGV[4])
local width, slices = tonumber(ARGV[5]), tonumber(ARGV[6])
local live, newest = {}, 0
local raw = redis.call('HGETALL', KEYS[1])
local sameWindow = false
for i = 1, #raw, 2 do
  if raw[i] == 'w' then sameWindow = tonumber(raw[i + 1]) == window
  else
    live[#live + 1] = { at = tonumber(raw[i]), count = tonumber(raw[i + 1]), field = raw[i] }
  end
end
if #raw > 0 and not sameWindow then redis.call('DEL', KEYS[1]); live = {} end
for _, slice in ipairs(live) do newest = math.max(newest, slice.at) end
local current = math.max(math.floor(now / width), newest)
local kept, used = {}, 0
for _, slice in ipairs(live) do
  if slice.at >= current - slices then kept[#kept + 1] = slice; used = used + slice.count
  else redis.call('HDEL', KEYS[1], slice.field) end
end
local allowed = used + cost <= limit
if allowed then
  if cost > 0 then
    redis.call('HSET', KEYS[1], 'w', window)
    redis.call('HINCRBY', KEYS[1], string.format('%.0f', current), cost)
    redis.call('PEXPIRE', KEYS[1], (slices + 2) * width)
    newest = current
  elseif #kept == 0 then newest = 0 end
  local resetAt = newest > 0 and (newest + slices + 1) * width or now
  return { 1, limit - used - cost, resetAt, 0 }
end
table.sort(kept, function(a, b) return a.at < b.at end)
local needed, freed, roomAt = used + cost - limit, 0, now + window
for _, slice in ipairs(kept) do
  freed = freed + slice.count
  if freed >= needed then roomAt = (slice.at + slices + 1) * width; break end
end
local resetAt = #kept > 0 and (kept[#kept].at + slices + 1) * width or now
return { 0, math.max(0, limit - used), resetAt, math.max(1, roomAt - now) }`;

/** KEYS places; ARGV now, limit, ttlMs, id. */
const acquireScript = `${readNow}
local ttl = tonumber(ARGV[3])
redis.call('ZREMRANGEBYSCORE', KEYS[1], '-inf', now)
if redis.call('ZCARD', KEYS[1]) >= tonumber(ARGV[2]) then return 0 end
redis.call('ZADD', KEYS[1], now + ttl, ARGV[4])
redis.call('PEXPIRE', KEYS[1], math.max(redis.call('PTTL', KEYS[1]), ttl + 1000))
return 1`;

/** KEYS places; ARGV now, ttlMs, id. */
const renewScript = `${readNow}
local until_ = redis.call('ZSCORE', KEYS[1], ARGV[3])
if not until_ or tonumber(until_) <= now then return 0 end
redis.call('ZADD', KEYS[1], now + tonumber(ARGV[2]), ARGV[3])
redis.call('PEXPIRE', KEYS[1], math.max(redis.call('PTTL', KEYS[1]), tonumber(ARGV[2]) + 1000))
return 1`;

declare module 'ioredis' {
  interface Redis {
    pvTake(key: string, ...values: (string | number)[]): Promise<[number, number, number, number]>;
    pvAcquire(key: string, ...values: (string | number)[]): Promise<number>;
    pvRenew(key: string, ...values: (string | number)[]): Promise<number>;
  }
}

/** Limits that hold across processes. `clock` is for tests; without it the Redis server tells the time. */
export function createRedisLimits({
  redis,
  clock,
  prefix = 'promptvault:',
}: {
  redis: Redis;
  clock?: Clock;
  prefix?: string;
}): Limits {
  redis.defineCommand('pvTake', { numberOfKeys: 1, lua: takeScript });
  redis.defineCommand('pvAcquire', { numberOfKeys: 1, lua: acquireScript });
  redis.defineCommand('pvRenew', { numberOfKeys: 1, lua: renewScript });
  const now = () => clock?.now().getTime() ?? '';
  const counter = (key: string) => `${prefix}limit:${key}`;
  const places = (key: string) => `${prefix}places:${key}`;

  return {
    async take(request) {
      checkTake(request);
      const { key, limit, windowMs, cost = 1 } = request;
      const width = sliceWidth(windowMs);
      const answer = await guardRedis(
        redis.pvTake(counter(key), now(), limit, windowMs, cost, width, slicesInWindow),
      );
      const [allowed, remaining, resetAt, retryAfterMs] = answer;
      return { allowed: allowed === 1, remaining, resetAt: new Date(resetAt), retryAfterMs };
    },
    async reset(key) {
      await guardRedis(redis.del(counter(key)));
    },
    async acquire(request) {
      checkLease(request);
      const { key, limit, ttlMs } = request;
      const id = randomUUID();
      const held = await guardRedis(redis.pvAcquire(places(key), now(), limit, ttlMs, id));
      return held === 1 ? { key, id } : undefined;
    },
    async renew({ key, id }, ttlMs) {
      return (await guardRedis(redis.pvRenew(places(key), now(), ttlMs, id))) === 1;
    },
    async release({ key, id }) {
      await guardRedis(redis.zrem(places(key), id));
    },
    async close() {},
  };
}
