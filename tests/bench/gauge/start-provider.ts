import { fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setPriority } from 'node:os';
import { fileURLToPath } from 'node:url';
import { freePort } from '@promptvault/testing/server-process';

export interface Upstream {
  /** OpenAI-compatible, straight at the provider. */
  baseUrl: string;
  /** The same through a process that only pipes. */
  rawUrl: string;
  stop(): void;
}

/** The priority of what makes the load. */
export const givesWay = 10;

/** The scripted provider and the raw proxy before it, each in a process of its own. */
export async function startProvider(): Promise<Upstream> {
  const [port, proxyPort] = [await freePort(), await freePort()];
  const main = fileURLToPath(import.meta.resolve('@promptvault/testing/scripted-provider/main'));
  const provider = spawn(process.execPath, [main, '--port', String(port)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  setPriority(provider.pid as number, givesWay);
  await once(provider.stdout, 'data');
  const file = fileURLToPath(new URL('../bare/raw-proxy.ts', import.meta.url));
  const proxy = fork(file, [String(proxyPort), `http://127.0.0.1:${port}`]);
  await once(proxy, 'message');
  const stop = () => {
    provider.kill();
    proxy.kill();
  };
  process.once('exit', stop);
  return {
    baseUrl: `http://127.0.0.1:${port}/compatible/v1`,
    rawUrl: `http://127.0.0.1:${proxyPort}/compatible/v1`,
    stop,
  };
}
