import pg from 'pg';
import type { Log } from '../log/log.ts';

/** A connection of its own for LISTEN, outside the pools. @throws when the server cannot be reached */
export async function connectPostgres(connectionString: string, log: Log): Promise<pg.Client> {
  const client = new pg.Client({ connectionString });
  // Without a listener a connection that the server closes would end the process.
  client.on('error', (error) => log.debug('the connection of the bus broke', { error }));
  await client.connect();
  return client;
}
