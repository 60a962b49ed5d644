import { get } from 'node:http';

const known = new Map<string, Promise<number>>();

/** Bytes of the body as a browser that takes brotli gets it; Lighthouse counts the headers with it. */
export function packedSize(url: string): Promise<number> {
  const size =
    known.get(url) ??
    new Promise<number>((resolve, reject) => {
      get(url, { headers: { 'accept-encoding': 'br' } }, (response) => {
        let bytes = 0;
        response.on('data', (chunk: Buffer) => {
          bytes += chunk.length;
        });
        response.on('end', () => resolve(bytes));
        response.on('error', reject);
      }).on('error', reject);
    });
  known.set(url, size);
  return size;
}
