import type { Redis } from 'ioredis';
import type { Log } from '../log/log.ts';
import type { Secret } from '../secrets/secret.ts';

export type RedisFacts = { url: Secret; log: Log };

/**
 * Opens a connection to Redis, loading its library only now. Commands wait a few seconds for a lost connection
 * and then fail; the connection itself comes back for ever.
 * @throws when the first connection fails
 */
export async function connectRedis({ url, log }: RedisFacts): Promise<Redis> {
  const { Redis } = await import('ioredis');
  const redis = new Redis(url.reveal(), {
    lazyConnect: true,
    maxRetriesPerRequest: 3,
    retryStrategy: (attempt) => Math.min(100 * 2 ** attempt, 2_000),
  });
  // Without a listener the first lost connection would end the process.
  redis.on('error', (error) => log.warn('the connection to Redis has a problem', { error }));
  try {
    await redis.connect();
  } catch (error) {
    redis.disconnect();
    throw error;
  }
  return redis;
}
