import type { HealthStore } from '@promptvault/wire/health-store';
import type { Redis } from 'ioredis';
import { guardRedis } from '../redis/guard-redis.ts';

/** KEYS one; ARGV a field, what should stand in it ('' for nothing), what shall. */
const swapScript = `
local before = redis.call('HGET', KEYS[1], ARGV[1])
if (before or '') ~= ARGV[2] then return 0 end
redis.call('HSET', KEYS[1], ARGV[1], ARGV[3])
return 1`;

declare module 'ioredis' {
  interface Redis {
    pvSwapHealth(name: string, key: string, before: string, after: string): Promise<number>;
  }
}

/** In one hash; a Redis that loses it tries every key anew. */
export function createRedisHealth({
  redis,
  name = 'promptvault:health',
}: {
  redis: Redis;
  name?: string;
}): HealthStore {
  redis.defineCommand('pvSwapHealth', { numberOfKeys: 1, lua: swapScript });
  return {
    read: async (key) => (await guardRedis(redis.hget(name, key))) ?? undefined,
    swap: async (key, before, after) =>
      (await guardRedis(redis.pvSwapHealth(name, key, before ?? '', after))) === 1,
    async delete(key) {
      await guardRedis(redis.hdel(name, key));
    },
    all: async () => Object.entries(await guardRedis(redis.hgetall(name))),
  };
}
