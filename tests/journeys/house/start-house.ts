import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { dumpTexts } from '@promptvault/testing/dump-texts';
import {
  type ScriptedProvider,
  startScriptedProvider,
} from '@promptvault/testing/scripted-provider/start-scripted-provider';
import { type ServerProcess, startServerProcess } from '@promptvault/testing/server-process';
import { type ApiPerson, openApi } from './api-person.ts';

export const password = 'a long enough password';

export interface House {
  url: string;
  provider: ScriptedProvider;
  /** Somebody with an account who acts over the API, for what a journey is not about. */
  signUp(name: string, invitation?: string): Promise<ApiPerson>;
  /** Stops the server and gives everything in its database that can hold words. */
  stopAndDump(): Promise<string>;
  /** Lets days pass for a house that was started with a moving clock. */
  passDays(days: number): Promise<void>;
  close(): Promise<void>;
}

const movingClock = new URL('./moving-clock.mjs', import.meta.url).href;

let fresh: Promise<string> | undefined;

/** A data directory as the first start leaves it: a server that starts on a copy has nothing to migrate. */
async function makeFreshDirectory(): Promise<string> {
  const dataDirectory = mkdtempSync(join(tmpdir(), 'promptvault-fresh-'));
  process.once('exit', () => rmSync(dataDirectory, { recursive: true, force: true }));
  const server = await startServerProcess({ dataDirectory });
  await server.stop();
  return dataDirectory;
}

/** A real server on a fresh data directory, and a provider that does as its models are named. */
export async function startHouse(
  variables: Record<string, string> = {},
  { clockMoves = false }: { clockMoves?: boolean } = {},
): Promise<House> {
  const dataDirectory = mkdtempSync(join(tmpdir(), 'promptvault-journey-'));
  fresh ??= makeFreshDirectory();
  cpSync(await fresh, dataDirectory, { recursive: true });
  const provider = await startScriptedProvider();
  const server: ServerProcess = await startServerProcess({
    dataDirectory,
    variables: { PROMPTVAULT_SIGN_UP: 'open', ...variables },
    nodeFlags: clockMoves ? ['--import', movingClock] : [],
  });
  const { url } = server;
  return {
    url,
    provider,
    signUp: (name, invitation) => openApi(url, { name, email: mailOf(name), password, invitation }),
    async stopAndDump() {
      await server.stop();
      return dumpTexts(dataDirectory);
    },
    async passDays(days) {
      if (!clockMoves) throw new Error('The clock of this house does not move.');
      for (let day = 0; day < days; day++) {
        process.kill(server.pid, 'SIGUSR2');
        // Signals of one kind that wait are one.
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
    },
    async close() {
      await server.stop();
      await provider.close();
      rmSync(dataDirectory, { recursive: true, force: true });
    },
  };
}

export const mailOf = (name: string) => `${name.toLowerCase()}@example.com`;
