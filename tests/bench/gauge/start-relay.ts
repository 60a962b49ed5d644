import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { freePort } from '@promptvault/testing/server-process';

export interface Relay {
  url: string;
  pid: number;
  stop(): void;
}

export async function startRelay(): Promise<Relay> {
  const port = await freePort();
  const child = fork(fileURLToPath(new URL('../bare/bare-relay.ts', import.meta.url)), [String(port)]);
  await once(child, 'message');
  process.once('exit', () => child.kill());
  return { url: `ws://127.0.0.1:${port}`, pid: child.pid as number, stop: () => child.kill() };
}
