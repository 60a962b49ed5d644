import { gunzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { packAnswer } from './pack-answer.ts';

const long = JSON.stringify(Array.from({ length: 500 }, (_, n) => ({ title: `Prompt ${n} äöü` })));

it('packs what is long for those who can unpack it', async () => {
  const packed = await packAnswer(long, 'br, gzip');
  expect(gunzipSync(packed ?? '').toString()).toBe(long);
  expect(packed?.length).toBeLessThan(long.length / 4);
});

it.each([
  [long, undefined],
  [long, 'br'],
  ['{"title":"short"}', 'gzip'],
])('leaves %.20s as it is for %s', async (json, accepted) => {
  expect(await packAnswer(json, accepted)).toBeUndefined();
});
