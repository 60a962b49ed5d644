import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';

export interface ServerProcess {
  /** `http://localhost:<port>` */
  url: string;
  pid: number;
  /** Everything it wrote so far. */
  output(): string;
  /** Asks it to stop, and waits; gives the exit code. */
  stop(): Promise<number | null>;
}

export interface ServerProcessOptions {
  dataDirectory: string;
  /** Further variables of its environment; nothing of ours is handed on but PATH. */
  variables?: Record<string, string>;
  nodeFlags?: string[];
}

const entry = fileURLToPath(new URL('../../../apps/server/src/main.ts', import.meta.url));
const longestStartMs = 60_000;

/** The flags and variables of `npm start`. */
export const startFlags = ['--max-semi-space-size=16', '--heap-growing-percent=100', '--expose-gc'];
export const startVariables = { MALLOC_TRIM_THRESHOLD_: String(8 * 2 ** 20) };

/** A port of the loopback address that nobody uses at this moment. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('no port was given');
  return address.port;
}

/** Starts the real server as a process of its own and resolves once it says that it is ready. */
export async function startServerProcess(options: ServerProcessOptions): Promise<ServerProcess> {
  const port = await freePort();
  const child = spawn(process.execPath, [...startFlags, ...(options.nodeFlags ?? []), entry], {
    env: {
      ...startVariables,
      PATH: process.env.PATH ?? '',
      NODE_ENV: 'production',
      PROMPTVAULT_DATA: options.dataDirectory,
      PROMPTVAULT_LOG_LEVEL: 'warn',
      PORT: String(port),
      ...options.variables,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const hear = (text: Buffer) => {
    output += text.toString();
  };
  child.stdout.on('data', hear);
  child.stderr.on('data', hear);
  // Whoever started it may break; it must not live on.
  const end = () => child.kill();
  process.once('exit', end);
  child.once('exit', () => process.off('exit', end));
  await untilReady(child, () => output);
  return {
    url: `http://localhost:${port}`,
    pid: child.pid as number,
    output: () => output,
    stop: () => stopChild(child),
  };
}

async function untilReady(child: ChildProcess, output: () => string): Promise<void> {
  const until = Date.now() + longestStartMs;
  while (!output().includes('PromptVault is ready')) {
    if (child.exitCode !== null) throw new Error(`The server ended with ${child.exitCode}:\n${output()}`);
    if (Date.now() > until) {
      child.kill('SIGKILL');
      throw new Error(`The server did not start:\n${output()}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

async function stopChild(child: ChildProcess): Promise<number | null> {
  if (child.exitCode === null && child.signalCode === null) {
    const gone = once(child, 'exit');
    child.kill('SIGTERM');
    const late = setTimeout(() => child.kill('SIGKILL'), 12_000);
    await gone;
    clearTimeout(late);
  }
  return child.exitCode;
}
