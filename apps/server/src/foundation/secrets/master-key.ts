import { createHash, randomBytes } from 'node:crypto';
import { chmod, open, readFile, rename, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { makeDirectory } from '../disk/make-directory.ts';
import type { Environment } from '../env.ts';
import { Secret } from './secret.ts';

export type MasterKey = {
  /** The start of the key's hash: names the key and tells nothing of it. */
  id: string;
  bytes(): Buffer;
};

export type LoadedMasterKeys = {
  /** Oldest first; the last one seals. */
  keys: MasterKey[];
  /** Whether this start made the file. */
  created: boolean;
  /** Something the operator should hear. */
  warning: string | undefined;
};

/** What should hold the master keys does not; its message never holds what stands there. */
export class MasterKeysRefused extends Error {
  constructor(where: string) {
    super(
      `${where} does not hold usable master keys: each must be 32 random bytes in base64 or hex, as made by "openssl rand -base64 32".`,
    );
  }
}

/** Reads the master keys; makes the file, readable by its owner only, at the first start. @throws MasterKeysRefused */
export async function loadMasterKeys(source: Environment['masterKey']): Promise<LoadedMasterKeys> {
  if (source.kind === 'environment')
    return {
      keys: readKeys(source.keys.reveal(), 'PROMPTVAULT_MASTER_KEY'),
      created: false,
      warning: undefined,
    };
  const created = await createKeyFile(source.path);
  const keys = readKeys(await readFile(source.path, 'utf8'), source.path);
  const { mode } = await stat(source.path);
  const warning =
    (mode & 0o077) === 0
      ? undefined
      : `${source.path} can be read by other users of this machine. Run: chmod 600 ${source.path}`;
  return { keys, created, warning };
}

/** Adds a new newest key to the file: from the next start on it seals, and the earlier ones still open. */
export async function addMasterKey(path: string): Promise<MasterKey> {
  const text = await readFile(path, 'utf8');
  readKeys(text, path);
  const line = newKeyText();
  const staged = `${path}.new`;
  await writeDurably(staged, `${text.trimEnd()}\n${line}\n`, 'w');
  await chmod(staged, 0o600);
  await rename(staged, path);
  await syncDirectory(dirname(path));
  return masterKey(Buffer.from(line, 'base64'));
}

function readKeys(text: string, where: string): MasterKey[] {
  const lines = text
    .split(/[\s,]+/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const keys = lines.map((line) => decodeKey(line));
  if (keys.length === 0 || keys.includes(undefined)) throw new MasterKeysRefused(where);
  return keys.filter((key) => key !== undefined).map(masterKey);
}

function decodeKey(line: string): Buffer | undefined {
  if (/^[0-9a-f]{64}$/i.test(line)) return Buffer.from(line, 'hex');
  const bytes = /^[A-Za-z0-9+/_-]{43}=?$/.test(line) ? Buffer.from(line, 'base64') : undefined;
  return bytes?.length === 32 ? bytes : undefined;
}

function masterKey(bytes: Buffer): MasterKey {
  const kept = new Secret(bytes.toString('base64'));
  return {
    id: createHash('sha256').update(bytes).digest('hex').slice(0, 8),
    bytes: () => Buffer.from(kept.reveal(), 'base64'),
  };
}

function newKeyText(): string {
  return randomBytes(32).toString('base64');
}

/** Two processes may start at once: the exclusive create lets one make the file and both read it. */
async function createKeyFile(path: string): Promise<boolean> {
  if (await exists(path)) return false;
  await makeDirectory(dirname(path), 0o700);
  try {
    await writeDurably(path, `${newKeyText()}\n`, 'wx');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
  await syncDirectory(dirname(path));
  return true;
}

async function exists(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isFile();
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return false;
    throw error;
  }
}

/** A key lost to a power cut would take every sealed secret with it. */
async function writeDurably(path: string, text: string, flags: 'w' | 'wx'): Promise<void> {
  await using file = await open(path, flags, 0o600);
  await file.writeFile(text);
  await file.sync();
}

async function syncDirectory(path: string): Promise<void> {
  await using directory = await open(path, 'r');
  await directory.sync();
}
