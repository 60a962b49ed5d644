import type { Redis } from 'ioredis';
import type { Log } from '../log/log.ts';
import type { Secret } from '../secrets/secret.ts';

export type RedisFacts = {
  url: Secret;
  log: Log;
  /** Whether commands wait a few seconds for a lost connection (the default) or fail at once. */
  patient?: boolean;
};

const longestWaitMs = 5_000;

/**
 * Opens a connection to Redis, loading its library only now. A lost connection is opened again for ever.
 * @throws when the first connection fails
 */
export async function connectRedis({ url, log, patient = true }: RedisFacts): Promise<Redis> {
  const { Redis } = await import('ioredis');
  const redis = new Redis(url.reveal(), {
    lazyConnect: true,
    commandTimeout: longestWaitMs,
    maxRetriesPerRequest: patient ? 3 : 0,
    enableOfflineQueue: patient,
    retryStrategy: (attempt) => Math.min(50 * 2 ** attempt, 2_000),
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
