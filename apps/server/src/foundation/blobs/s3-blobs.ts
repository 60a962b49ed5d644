import { randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Environment } from '../env.ts';
import type { Blobs } from './blobs.ts';
import { createDriveBlobs } from './drive-blobs.ts';

/** Files in a bucket of S3 or of a server that speaks its protocol. */
export function createS3Blobs({ bucket, region, endpoint, keys }: NonNullable<Environment['s3']>): Blobs {
  return createDriveBlobs(async () => {
    const [{ Disk }, { S3Driver }] = await Promise.all([import('flydrive'), import('flydrive/drivers/s3')]);
    const driver = new S3Driver({
      bucket,
      region,
      endpoint,
      // Other servers rarely have a name for each bucket.
      forcePathStyle: endpoint !== undefined,
      credentials: keys && { accessKeyId: keys.id, secretAccessKey: keys.secret.reveal() },
      // Many servers refuse the checksums that newer clients send by default.
      requestChecksumCalculation: 'WHEN_REQUIRED',
      responseChecksumValidation: 'WHEN_REQUIRED',
      supportsACL: false,
      visibility: 'private',
    });
    const disk = new Disk(driver);
    return {
      disk,
      write: (key, content) =>
        content instanceof Readable
          ? spool(content, (file, size) =>
              disk.putStream(key, createReadStream(file), { contentLength: size }),
            )
          : disk.put(key, typeof content === 'string' ? Buffer.from(content) : content),
      async list(folder, limit, cursor) {
        const page = await driver.listAll(`${folder}/`, {
          recursive: true,
          paginationToken: cursor,
          maxResults: limit,
        });
        const found = [...page.objects].flatMap((item) => (item.isFile ? [item.key] : []));
        return { keys: found, cursor: page.paginationToken };
      },
    };
  });
}

/** S3 wants the length before the first byte: a stream goes through a file first. */
async function spool(content: Readable, send: (file: string, size: number) => Promise<void>): Promise<void> {
  const file = join(tmpdir(), `promptvault-${randomUUID()}`);
  try {
    await pipeline(content, createWriteStream(file, { mode: 0o600, flags: 'wx' }));
    await send(file, (await stat(file)).size);
  } finally {
    await rm(file, { force: true });
  }
}
