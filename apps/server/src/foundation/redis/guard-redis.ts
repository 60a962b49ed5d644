import { ServerError } from '../errors/foundation-errors.ts';

/** @throws server.unavailable when Redis cannot be asked, keeping the reason for the log */
export async function guardRedis<T>(command: Promise<T>): Promise<T> {
  try {
    return await command;
  } catch (error) {
    throw ServerError.unavailable({ part: 'Redis server', retryAfterMs: 5_000 }).because(error);
  }
}
