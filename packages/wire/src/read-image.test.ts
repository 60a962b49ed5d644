import { expect, it } from 'vitest';
import { readImage } from './read-image.ts';

const from = (base64: string) => new Uint8Array(Buffer.from(base64, 'base64'));
const gif = from('R0lGODlhAQABAAAAACwAAAAAAQABAAACAkQBADs=');
const png = from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
);
const webp = from('UklGRiIAAABXRUJQVlA4IBYAAAAwAQCdASoBAAEADsD+JaQAA3AAAAAA');
const lossless = from('UklGRhoAAABXRUJQVlA4TA0AAAAvAAAAEAcQERGIiP4HAA==');

/** A head as cameras write it: a table of its own before the frame, filled up with more markers. */
function jpeg(width: number, height: number, frame = 0xc2): Uint8Array {
  const two = (value: number) => [value >> 8, value & 255];
  return Uint8Array.from([
    ...[0xff, 0xd8, 0xff, 0xe1, 0, 6, 1, 2, 3, 4],
    ...[0xff, 0xc4, 0, 4, 9, 9, 0xff],
    ...[0xff, frame, 0, 11, 8, ...two(height), ...two(width), 1, 1, 1, 1],
  ]);
}

it('tells what an image is by its content', () => {
  expect(readImage(png)).toEqual({ mediaType: 'image/png', width: 1, height: 1 });
  expect(readImage(gif)).toEqual({ mediaType: 'image/gif', width: 1, height: 1 });
  expect(readImage(webp)).toEqual({ mediaType: 'image/webp', width: 1, height: 1 });
  expect(readImage(lossless)).toEqual({ mediaType: 'image/webp', width: 1, height: 1 });
  expect(readImage(jpeg(4032, 3024))).toEqual({ mediaType: 'image/jpeg', width: 4032, height: 3024 });
});

it('takes nothing else, whatever it is called, and nothing that breaks off before its size', () => {
  const others = ['<svg xmlns="http://www.w3.org/2000/svg"/>', '%PDF-1.7', 'GIF89', 'RIFF0000WAVEfmt ', ''];
  for (const text of others) expect(readImage(new TextEncoder().encode(text)), text).toBeUndefined();
  for (const whole of [png, gif, webp, lossless, jpeg(8, 8)])
    for (let length = 0; length < whole.length; length += 1) {
      const found = readImage(whole.slice(0, length));
      if (found) expect(found).toEqual(readImage(whole));
    }
  expect(readImage(jpeg(0, 8))).toBeUndefined();
  expect(readImage(jpeg(8, 8, 0xcc))).toBeUndefined();
});

it('reads a part of a larger buffer as that part', () => {
  const buffer = new Uint8Array(gif.length + 7);
  buffer.set(gif, 7);
  expect(readImage(buffer.subarray(7))?.mediaType).toBe('image/gif');
});
