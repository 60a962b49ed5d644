import { once } from 'node:events';
import { createServer } from 'node:net';
import { atPort, type Environment } from '../foundation/env.ts';

/**
 * Finds the port that 0 stands for before anything is made: trusted origins, links and cookies name it. Nobody
 * else is given it in the moment until the server listens, unless they ask for this very number.
 */
export async function settlePort(environment: Environment): Promise<Environment> {
  if (environment.http.port !== 0) return environment;
  const probe = createServer().listen(0, environment.http.host);
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  return typeof address === 'object' && address ? atPort(environment, address.port) : environment;
}
