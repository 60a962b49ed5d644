/** What the tests share that kill the server: its directory, a person who signed up, and a scripted provider. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  type ScriptedProvider,
  startScriptedProvider,
} from '@promptvault/testing/scripted-provider/start-scripted-provider';
import { type ServerProcess, startServerProcess } from '@promptvault/testing/server-process';

// A test reads whatever the API's document promises; the contract's own tests check the shapes.
// biome-ignore lint/suspicious/noExplicitAny: the body's type is the route's
export type Answer = { status: number; body: any };

export interface KillHouse {
  provider: ScriptedProvider;
  /** A connection to it. */
  connectionId: string;
  /** Calls the server that is up now, as the person. */
  send(method: string, path: string, body?: object): Promise<Answer>;
  /** What its models cost in the organization, in millionths of a dollar for a million tokens. */
  price(model: string, inputMicroDollars: number, outputMicroDollars: number): Promise<void>;
  /** Kills the server as `kill -9` does, and starts it again on what it left. */
  kill(): Promise<void>;
  close(): Promise<void>;
}

export async function openKillHouse(): Promise<KillHouse> {
  const dataDirectory = mkdtempSync(join(tmpdir(), 'promptvault-killed-'));
  const start = () => startServerProcess({ dataDirectory, variables: { PROMPTVAULT_SIGN_UP: 'open' } });
  const provider = await startScriptedProvider();
  let server: ServerProcess = await start();
  let cookie = '';

  const send: KillHouse['send'] = async (method, path, body) => {
    const response = await fetch(`${server.url}/api/v1${path}`, {
      method,
      headers: { 'content-type': 'application/json', ...(cookie && { cookie }) },
      ...(body && { body: JSON.stringify(body) }),
    });
    const cookies = response.headers.getSetCookie().map((one) => one.split(';')[0]);
    if (cookies.length > 0) cookie = cookies.join('; ');
    return { status: response.status, body: await response.json() };
  };
  /** @throws where it is refused */
  const make = async (path: string, body: object) => {
    const answer = await send('POST', path, body);
    if (answer.status >= 300)
      throw new Error(`${path} answered ${answer.status}: ${JSON.stringify(answer.body)}`);
    return answer.body;
  };

  await make('/sign-up', { name: 'Ada', email: 'ada@example.com', password: 'a long enough password' });
  const connection = await make('/model-connections', {
    name: 'Scripted',
    provider: 'openai_compatible',
    baseUrl: provider.baseUrls.openai_compatible,
    key: 'sk-scripted-0123456789',
  });
  return {
    provider,
    connectionId: connection.id,
    send,
    async price(model, inputMicroDollars, outputMicroDollars) {
      const facts = { connectionId: connection.id, model, inputMicroDollars, outputMicroDollars };
      await make('/model-facts', facts);
    },
    async kill() {
      process.kill(server.pid, 'SIGKILL');
      server = await start();
    },
    async close() {
      await server.stop();
      await provider.close();
      rmSync(dataDirectory, { recursive: true, force: true });
    },
  };
}

export const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Asks until the answer is one that is waited for. */
export async function until<T>(ask: () => Promise<T>, is: (answer: T) => boolean): Promise<T> {
  for (;;) {
    const answer = await ask();
    if (is(answer)) return answer;
    await pause(50);
  }
}
