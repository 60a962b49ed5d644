import { randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { makeDirectory } from '../disk/make-directory.ts';
import type { BlobContent, Blobs } from './blobs.ts';
import { createDriveBlobs } from './drive-blobs.ts';

/** No key can start with a dot, so nothing half-written is ever found by one. */
const partsFolder = '.parts';

/** Files under the data directory. What `put` has acknowledged is on the disk, whole. */
export function createDiskBlobs({ directory }: { directory: string }): Blobs {
  return createDriveBlobs(async () => {
    const [{ Disk }, { FSDriver }] = await Promise.all([import('flydrive'), import('flydrive/drivers/fs')]);
    const driver = new FSDriver({ location: directory, visibility: 'private' });
    await makeDirectory(join(directory, partsFolder), 0o700);
    return {
      disk: new Disk(driver),
      write: (key, content) => writeWhole(directory, key, content),
      async list(folder, limit, cursor) {
        const { objects } = await driver.listAll(folder, { recursive: true });
        const keys = [...objects].flatMap((item) => (item.isFile ? [item.key] : [])).sort();
        const wanted = cursor === undefined ? keys : keys.filter((key) => key > cursor);
        const page = wanted.slice(0, limit);
        return { keys: page, cursor: wanted.length > limit ? page.at(-1) : undefined };
      },
    };
  });
}

async function writeWhole(directory: string, key: string, content: BlobContent): Promise<void> {
  const part = join(directory, partsFolder, randomUUID());
  const target = join(directory, key);
  try {
    const source = content instanceof Readable ? content : Readable.from([content]);
    await pipeline(source, createWriteStream(part, { mode: 0o600, flags: 'wx', flush: true }));
    await makeDirectory(dirname(target), 0o700);
    await rename(part, target);
    await using folder = await open(dirname(target), 'r');
    await folder.sync();
  } finally {
    await rm(part, { force: true });
  }
}
