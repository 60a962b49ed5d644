import type { Readable } from 'node:stream';

/** Files by key. A key is lower-case path segments: `attachments/<organization>/<id>`. */
export interface Blobs {
  /** Writes all or nothing. @throws blob.bad_key */
  put(
    key: string,
    content: Uint8Array | string | Readable,
    options?: { contentType?: string },
  ): Promise<void>;
  /** @throws blob.not_found */
  get(key: string): Promise<Uint8Array>;
  /** @throws blob.not_found before the first byte */
  stream(key: string): Promise<Readable>;
  find(key: string): Promise<BlobFacts | undefined>;
  /** Deleting what is not there is fine. */
  delete(key: string): Promise<void>;
  /** Keys under a folder, at any depth, in pages. */
  list(folder: string, options?: { limit?: number; cursor?: string }): Promise<BlobPage>;
}

export type BlobFacts = { size: number; modifiedAt: Date; contentType: string | undefined };

export type BlobPage = { keys: string[]; cursor: string | undefined };
