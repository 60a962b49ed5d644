import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startFlags, startVariables } from '@promptvault/testing/server-process';
import type { MeasuredServer } from './measured-server.ts';

export interface RunningServer extends MeasuredServer {
  pid: number;
  /** Lets it finish what is left over, so that one round does not pay for the one before. */
  rest(): Promise<void>;
  stop(): Promise<void>;
}

/** Starts the server of the comparison on a directory of its own; `databaseUrl` names an empty database. */
export async function startMeasuredServer(options: {
  connections: number;
  databaseUrl?: string;
  nodeFlags?: string[];
}): Promise<RunningServer> {
  const directory = mkdtempSync(join(tmpdir(), 'promptvault-bench-'));
  const file = fileURLToPath(new URL('./measured-server.ts', import.meta.url));
  const child = fork(file, [String(options.connections)], {
    execArgv: [...startFlags, ...(options.nodeFlags ?? [])],
    env: {
      ...startVariables,
      PATH: process.env.PATH ?? '',
      NODE_ENV: 'production',
      PROMPTVAULT_DATA: directory,
      PORT: '0',
      PROMPTVAULT_SIGN_UP: 'open',
      PROMPTVAULT_TESTING_LIMITS_OFF: 'yes',
      ...(options.databaseUrl && { DATABASE_URL: options.databaseUrl }),
    },
  });
  const ended = once(child, 'exit').then(([code]) => {
    throw new Error(`The measured server ended with ${code}.`);
  });
  ended.catch(() => undefined);
  const heard = () => Promise.race([once(child, 'message').then(([message]) => message), ended]);
  const measured = (await heard()) as MeasuredServer;
  return {
    ...measured,
    pid: child.pid as number,
    async rest() {
      child.send('rest');
      await heard();
    },
    async stop() {
      child.send('stop');
      await once(child, 'exit');
      rmSync(directory, { recursive: true, force: true });
    },
  };
}
