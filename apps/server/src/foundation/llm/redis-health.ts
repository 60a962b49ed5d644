import { type HealthStore, healthKeptMs } from '@promptvault/wire/health-store';
import type { Redis } from 'ioredis';
import { guardRedis } from '../redis/guard-redis.ts';

/** KEYS one; ARGV what should stand there ('' for nothing), what shall, for how long. */
const swapScript = `
local before = redis.call('GET', KEYS[1])
if (before or '') ~= ARGV[1] then return 0 end
redis.call('SET', KEYS[1], ARGV[2], 'PX', ARGV[3])
return 1`;

declare module 'ioredis' {
  interface Redis {
    pvSwapHealth(key: string, before: string, after: string, keptMs: number): Promise<number>;
  }
}

export function createRedisHealth({
  redis,
  prefix = 'promptvault:health:',
}: RedisHealthOptions): HealthStore {
  redis.defineCommand('pvSwapHealth', { numberOfKeys: 1, lua: swapScript });
  return {
    read: async (key) => (await guardRedis(redis.get(prefix + key))) ?? undefined,
    swap: async (key, before, after) =>
      (await guardRedis(redis.pvSwapHealth(prefix + key, before ?? '', after, healthKeptMs))) === 1,
    async delete(key) {
      await guardRedis(redis.del(prefix + key));
    },
  };
}

export type RedisHealthOptions = { redis: Redis; prefix?: string };
