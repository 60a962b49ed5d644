import { deflateRawSync, deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { InflateEither } from './inflate-either.ts';

const pause = () => new Promise((resolve) => setTimeout(resolve, 50));

describe('a body packed by deflate', () => {
  it.each([
    ['with the header of zlib', deflateSync],
    ['without it', deflateRawSync],
  ])('%s is unpacked as fast as it is read, however much it holds', async (_how, pack) => {
    const size = 30_000_000;
    const stream = new InflateEither({});
    stream.end(pack(Buffer.alloc(size)));
    await pause();
    expect(stream.readableLength).toBeGreaterThan(0);
    expect(stream.readableLength).toBeLessThan(1_000_000);
    let read = 0;
    for await (const piece of stream) read += (piece as Buffer).length;
    expect(read).toBe(size);
  });

  it('that is empty ends, and one that is none fails', async () => {
    const empty = new InflateEither({});
    empty.end();
    expect(await empty.toArray()).toEqual([]);
    const none = new InflateEither({});
    none.end('<html>');
    await expect(none.toArray()).rejects.toThrow();
  });
});
