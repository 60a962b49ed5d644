import { randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { setTimeout } from 'node:timers/promises';
import type { Environment } from '../env.ts';
import type { Blobs } from './blobs.ts';
import { createDriveBlobs } from './drive-blobs.ts';

type Settings = NonNullable<Environment['s3']>;

/** An address that swallows what is sent to it answers never. */
const patienceMs = 15_000;

/**
 * Files in a bucket that was seen to be there and to be open to us: asked for one name, before anybody needs it.
 * @throws Error with what the server, or the way to it, said
 */
export async function openS3Blobs(settings: Settings): Promise<Blobs> {
  const blobs = createS3Blobs(settings);
  const late = new AbortController();
  try {
    await Promise.race([
      blobs.list('attachments', { limit: 1 }),
      setTimeout(patienceMs, undefined, { signal: late.signal }).then(() => {
        throw new Error(`it did not answer within ${patienceMs / 1000} s`);
      }),
    ]);
  } catch (error) {
    throw innermost(error);
  } finally {
    late.abort();
  }
  return blobs;
}

/** What was wrong, without what was made of it on its way; servers have a word for it as well. */
function innermost(error: unknown): Error {
  let found = error as Error;
  for (;;) {
    // A name with several addresses was tried at each.
    const next = found instanceof AggregateError ? found.errors[0] : found.cause;
    if (!(next instanceof Error)) break;
    found = next;
  }
  const { name, message } = found;
  return new Error(
    name === 'Error' || name === message ? message : `${message.replace(/\.$/, '')} (${name})`,
  );
}

/** Files in a bucket of S3 or of a server that speaks its protocol. */
function createS3Blobs({ bucket, region, endpoint, keys }: Settings): Blobs {
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
