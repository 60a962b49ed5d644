import type { Readable } from 'node:stream';

/**
 * Files by key. A key is path segments of lower-case letters, digits, dots, dashes and underscores:
 * `attachments/<organization>/<id>`. What kind of file it is stands in the row that names the key.
 */
export interface Blobs {
  /** Writes all or nothing, over what was there. @throws blob.bad_key, blob.unavailable */
  put(key: string, content: BlobContent): Promise<void>;
  /** @throws blob.not_found */
  get(key: string): Promise<Uint8Array>;
  /** @throws blob.not_found before the first byte */
  stream(key: string): Promise<Readable>;
  find(key: string): Promise<BlobFacts | undefined>;
  /** Deleting what is not there is fine. */
  delete(key: string): Promise<void>;
  /** Keys under a folder, at any depth, in order, in pages. */
  list(folder: string, options?: { limit?: number; cursor?: string }): Promise<BlobPage>;
}

export type BlobContent = Uint8Array | string | Readable;

export type BlobFacts = { size: number; modifiedAt: Date };

export type BlobPage = { keys: string[]; cursor: string | undefined };
