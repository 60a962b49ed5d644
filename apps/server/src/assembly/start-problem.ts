import { join, sep } from 'node:path';
import { DataDirectoryRefused } from '../foundation/db/embedded/open-embedded.ts';
import { MigrationRefused } from '../foundation/db/migrate.ts';
import type { Environment } from '../foundation/env.ts';
import { MasterKeysRefused } from '../foundation/secrets/master-key.ts';

/** A server that an address in the environment names could not be used; its message never holds the address. */
export class ServerNotReached extends Error {
  readonly variable: string;
  constructor(variable: string, cause: unknown) {
    const reason = (cause as Error).message || String(cause);
    super(`${variable} names a server that cannot be used: ${reason.replace(/\.$/, '')}.`, { cause });
    this.variable = variable;
  }
}

/** Waits for what needs the server that `variable` names. @throws ServerNotReached, MigrationRefused */
export async function reach<T>(variable: string, opening: Promise<T>): Promise<T> {
  try {
    return await opening;
  } catch (error) {
    throw error instanceof MigrationRefused ? error : new ServerNotReached(variable, error);
  }
}

/** Why the start failed, for the operator; undefined when it is a fault of ours. */
export function startProblem(error: unknown, { http, dataDirectory }: Environment): string | undefined {
  if (
    error instanceof DataDirectoryRefused ||
    error instanceof MigrationRefused ||
    error instanceof MasterKeysRefused
  )
    return error.message;
  if (error instanceof ServerNotReached)
    return `${error.message} See that it runs and that ${error.variable} is right.`;
  const { code, syscall, path } = error as NodeJS.ErrnoException;
  if (syscall === 'listen' || syscall === 'getaddrinfo')
    return code === 'EADDRINUSE'
      ? `Port ${http.port} is in use. Stop what uses it, or set PORT to another one.`
      : `${http.host}:${http.port} cannot be listened on (${code}). Set HOST and PORT to what this machine may use.`;
  if (path === undefined || code === undefined) return undefined;
  return path.startsWith(dataDirectory) || dataDirectory.startsWith(join(path, sep))
    ? `The data directory ${dataDirectory} cannot be used (${code} at ${path}). Make it writable and see that there is room, or set PROMPTVAULT_DATA to another directory.`
    : `${path} cannot be used (${code}).`;
}

/** With what the process ends then: 2 says that a setting cannot be used, as where the environment is read. */
export const startExitCode = (error: unknown): 1 | 2 => (error instanceof MasterKeysRefused ? 2 : 1);
