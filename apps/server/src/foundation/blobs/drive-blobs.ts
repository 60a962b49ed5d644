import type { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import type { Disk } from 'flydrive';
import { BlobError } from './blob-error.ts';
import type { BlobContent, BlobPage, Blobs } from './blobs.ts';

/** What differs between the places files are kept in. */
export type Drive = {
  disk: Disk;
  write(key: string, content: BlobContent): Promise<void>;
  list(folder: string, limit: number, cursor: string | undefined): Promise<BlobPage>;
};

const mostKeysInPage = 1_000;
const segment = /^[a-z0-9][a-z0-9._-]{0,127}$/;

/** The blobs port over a drive that is opened, and its library loaded, at the first use. */
export function createDriveBlobs(open: () => Promise<Drive>): Blobs {
  let opened: Promise<Drive> | undefined;
  const drive = () => {
    opened ??= open();
    return opened;
  };

  const stream = async (key: string): Promise<Readable> => {
    const { disk } = await drive();
    // On a disk a missing file would only show at the first read.
    return guard(async () => {
      await disk.getMetaData(checkKey(key));
      return disk.getStream(key);
    });
  };

  return {
    put: async (key, content) => guard(async () => (await drive()).write(checkKey(key), content)),
    stream,
    async get(key) {
      const body = await stream(key);
      return guard(() => buffer(body));
    },
    async find(key) {
      const { disk } = await drive();
      try {
        const facts = await guard(() => disk.getMetaData(checkKey(key)));
        return { size: facts.contentLength, modifiedAt: facts.lastModified };
      } catch (error) {
        if (error instanceof Error && 'code' in error && error.code === BlobError.not_found.code)
          return undefined;
        throw error;
      }
    },
    delete: async (key) => guard(async () => (await drive()).disk.delete(checkKey(key))),
    async list(folder, { limit = mostKeysInPage, cursor } = {}) {
      const { list } = await drive();
      return guard(() => list(checkKey(folder), Math.min(limit, mostKeysInPage), cursor));
    },
  };
}

/** @throws blob.bad_key; a wrong key is a mistake of ours or an attack, never a person's */
function checkKey(key: string): string {
  const segments = key.split('/');
  if (key.length > 512 || !segments.every((part) => segment.test(part) && !part.includes('..')))
    throw BlobError.bad_key();
  return key;
}

async function guard<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Error && error.name === 'DomainError') throw error;
    throw (isMissing(error) ? BlobError.not_found() : BlobError.unavailable()).because(error);
  }
}

/** The libraries wrap the reason: look through the causes. */
function isMissing(error: unknown): boolean {
  for (let at = error; at instanceof Error; at = at.cause) {
    const { code, name } = at as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR' || code === 'EISDIR') return true;
    if (name === 'NotFound' || name === 'NoSuchKey' || at.message.includes('metadata of a directory'))
      return true;
  }
  return false;
}
