import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
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
  close(): Promise<void>;
}

/** A real server on a fresh data directory, and a provider that does as its models are named. */
export async function startHouse(variables: Record<string, string> = {}): Promise<House> {
  const dataDirectory = mkdtempSync(join(tmpdir(), 'promptvault-journey-'));
  const provider = await startScriptedProvider();
  const server: ServerProcess = await startServerProcess({
    dataDirectory,
    variables: { PROMPTVAULT_SIGN_UP: 'open', ...variables },
  });
  const { url } = server;
  return {
    url,
    provider,
    signUp: (name, invitation) => openApi(url, { name, email: mailOf(name), password, invitation }),
    async close() {
      await server.stop();
      await provider.close();
      rmSync(dataDirectory, { recursive: true, force: true });
    },
  };
}

export const mailOf = (name: string) => `${name.toLowerCase()}@example.com`;
