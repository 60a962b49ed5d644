import { randomUUID } from 'node:crypto';
import type { Redis } from 'ioredis';
import type { Clock } from '../clock/clock.ts';
import { guardRedis } from '../redis/guard-redis.ts';
import { checkPlaces, checkTakeAll } from './check-request.ts';
import type { Lease, Limits, PlaceLimit, TakeDecision, TakenTogether, TakeRequest } from './limits.ts';
import { slicesInWindow, sliceWidth } from './sliding-window.ts';

/** An empty argument means the clock of the Redis server, so that processes with different clocks agree. */
const readNow = `
local now = tonumber(ARGV[1])
if not now then
  local time = redis.call('TIME')
  now = time[1] * 1000 + math.floor(time[2] / 1000)
end`;

/**
 * `decide` of sliding-window.ts for each of KEYS, and all of them or none.
 * ARGV now, slices; then for each key limit, windowMs, cost, width. Answers whether all allow it, then four numbers a key.
 */
const takeScript = `${readNow}
local slices = tonumber(ARGV[2])
local function take(key, limit, window, cost, width)
  local live, newest = {}, 0
  local raw = redis.call('HGETALL', key)
  local sameWindow = false
  for i = 1, #raw, 2 do
    if raw[i] == 'w' then sameWindow = tonumber(raw[i + 1]) == window
    else
      live[#live + 1] = { at = tonumber(raw[i]), count = tonumber(raw[i + 1]), field = raw[i] }
    end
  end
  if #raw > 0 and not sameWindow then redis.call('DEL', key); live = {} end
  for _, slice in ipairs(live) do newest = math.max(newest, slice.at) end
  local current = math.max(math.floor(now / width), newest)
  local kept, used = {}, 0
  for _, slice in ipairs(live) do
    if slice.at >= current - slices then kept[#kept + 1] = slice; used = used + slice.count
    else redis.call('HDEL', key, slice.field) end
  end
  local allowed = used + cost <= limit
  if allowed then
    if cost > 0 then
      redis.call('HSET', key, 'w', window)
      redis.call('HINCRBY', key, string.format('%.0f', current), cost)
      redis.call('PEXPIRE', key, (slices + 2) * width)
      newest = current
    elseif #kept == 0 then newest = 0 end
    local resetAt = newest > 0 and (newest + slices + 1) * width or now
    return { 1, math.max(0, limit - used - cost), resetAt, 0 }
  end
  table.sort(kept, function(a, b) return a.at < b.at end)
  local needed, freed, roomAt = used + cost - limit, 0, now + window
  for _, slice in ipairs(kept) do
    freed = freed + slice.count
    if freed >= needed then roomAt = (slice.at + slices + 1) * width; break end
  end
  local resetAt = #kept > 0 and (kept[#kept].at + slices + 1) * width or now
  return { 0, math.max(0, limit - used), resetAt, math.max(1, roomAt - now) }
end
local asked, fits, all = {}, {}, 1
for i = 1, #KEYS do
  local at = 2 + (i - 1) * 4
  asked[i] = { tonumber(ARGV[at + 1]), tonumber(ARGV[at + 2]), tonumber(ARGV[at + 3]), tonumber(ARGV[at + 4]) }
  fits[i] = true
  if #KEYS > 1 then
    local look = take(KEYS[i], asked[i][1], asked[i][2], 0, asked[i][4])
    fits[i] = look[2] >= asked[i][3]
    if not fits[i] then all = 0 end
  end
end
local answer = {}
for i = 1, #KEYS do
  local cost = asked[i][3]
  if all == 0 and fits[i] then cost = 0 end
  local decision = take(KEYS[i], asked[i][1], asked[i][2], cost, asked[i][4])
  if #KEYS == 1 then all = decision[1] end
  for _, value in ipairs(decision) do answer[#answer + 1] = value end
end
table.insert(answer, 1, all)
return answer`;

/** KEYS places; ARGV now, ttlMs, id, then a limit for each key. A place of every key, or none. */
const acquireScript = `${readNow}
local ttl = tonumber(ARGV[2])
for i, key in ipairs(KEYS) do
  redis.call('ZREMRANGEBYSCORE', key, '-inf', now)
  if redis.call('ZCARD', key) >= tonumber(ARGV[3 + i]) then return 0 end
end
for _, key in ipairs(KEYS) do
  redis.call('ZADD', key, now + ttl, ARGV[3])
  redis.call('PEXPIRE', key, math.max(redis.call('PTTL', key), ttl + 1000))
end
return 1`;

/** KEYS places; ARGV now, ttlMs, id. */
const renewScript = `${readNow}
local ttl = tonumber(ARGV[2])
for _, key in ipairs(KEYS) do
  local until_ = redis.call('ZSCORE', key, ARGV[3])
  if not until_ or tonumber(until_) <= now then return 0 end
end
for _, key in ipairs(KEYS) do
  redis.call('ZADD', key, now + ttl, ARGV[3])
  redis.call('PEXPIRE', key, math.max(redis.call('PTTL', key), ttl + 1000))
end
return 1`;

declare module 'ioredis' {
  interface Redis {
    pvTake(keys: number, ...values: (string | number)[]): Promise<number[]>;
    pvAcquire(keys: number, ...values: (string | number)[]): Promise<number>;
    pvRenew(keys: number, ...values: (string | number)[]): Promise<number>;
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
  redis.defineCommand('pvTake', { lua: takeScript });
  redis.defineCommand('pvAcquire', { lua: acquireScript });
  redis.defineCommand('pvRenew', { lua: renewScript });
  const now = () => clock?.now().getTime() ?? '';
  const counter = (key: string) => `${prefix}limit:${key}`;
  const places = (key: string) => `${prefix}places:${key}`;

  const takeAll = async (requests: readonly TakeRequest[]): Promise<TakenTogether> => {
    checkTakeAll(requests);
    if (requests.length === 0) return { allowed: true, decisions: [] };
    const asked = requests.flatMap(({ limit, windowMs, cost = 1 }) => [
      limit,
      windowMs,
      cost,
      sliceWidth(windowMs),
    ]);
    const keys = requests.map(({ key }) => counter(key));
    const answer = await guardRedis(redis.pvTake(keys.length, ...keys, now(), slicesInWindow, ...asked));
    const [all, ...values] = answer;
    const decisions = requests.map((_, index): TakeDecision => {
      const [allowed, remaining = 0, resetAt = 0, retryAfterMs = 0] = values.slice(index * 4, index * 4 + 4);
      return { allowed: allowed === 1, remaining, resetAt: new Date(resetAt), retryAfterMs };
    });
    return { allowed: all === 1, decisions };
  };

  const acquire = async (asked: readonly PlaceLimit[], ttlMs: number): Promise<Lease | undefined> => {
    const keys = asked.map(({ key }) => key);
    const id = randomUUID();
    const allowed = asked.map(({ limit }) => limit);
    const held = await guardRedis(
      redis.pvAcquire(keys.length, ...keys.map(places), now(), ttlMs, id, ...allowed),
    );
    return held === 1 ? { id, keys } : undefined;
  };

  return {
    take: async (request) => (await takeAll([request])).decisions[0] as TakeDecision,
    takeAll: (requests) => takeAll(requests),
    async reset(key) {
      await guardRedis(redis.del(counter(key)));
    },
    async acquire(asked, ttlMs, tx) {
      checkPlaces(asked, ttlMs);
      return Promise.all(asked.map((each) => (tx ? undefined : acquire(each, ttlMs))));
    },
    async renew({ keys, id }, ttlMs) {
      return (await guardRedis(redis.pvRenew(keys.length, ...keys.map(places), now(), ttlMs, id))) === 1;
    },
    async release({ keys, id }) {
      await Promise.all(keys.map((key) => guardRedis(redis.zrem(places(key), id))));
    },
    async close() {},
  };
}
