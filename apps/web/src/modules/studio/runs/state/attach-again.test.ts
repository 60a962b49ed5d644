import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { isWhole, matchAttached, type SentAttachment, withHash } from './attach-again.ts';
import type { AttachedFile } from './attached-files.ts';

const file = (name: string, content: string): AttachedFile => ({
  ...{ id: name, name, bytes: content.length, data: Buffer.from(content).toString('base64') },
  ...{ mediaType: 'application/pdf', pages: 1, encrypted: false },
});
const sent = (name: string, content: string, position: number): SentAttachment => ({
  ...{ position, name, mediaType: 'application/pdf', bytes: content.length, pages: 1, kept: false },
  ...{ width: null, height: null, hash: createHash('sha256').update(content).digest('hex') },
});

const offer = sent('offer.pdf', 'an offer', 0);
const bill = sent('bill.pdf', 'a bill', 1);

test('what was attached is found by its content, whatever it is called, and sent in its order', () => {
  const files = [file('scan 2.pdf', 'a bill'), file('scan 1.pdf', 'an offer')].map(withHash);
  const matched = matchAttached([offer, bill], files);
  expect(matched.ordered.map(({ name }) => name)).toEqual(['scan 1.pdf', 'scan 2.pdf']);
  expect(isWhole(matched)).toBe(true);
});

test('a file that was not attached then takes nobody’s place, and is sent last', () => {
  const matched = matchAttached(
    [offer, bill],
    [file('other.pdf', 'else'), file('b', 'a bill')].map(withHash),
  );
  expect(matched.needed.map(({ file: found }) => found?.name)).toEqual([undefined, 'b']);
  expect(matched.ordered.map(({ name }) => name)).toEqual(['b', 'other.pdf']);
  expect(isWhole(matched)).toBe(false);
});

test('one file is not taken for two', () => {
  const twice = matchAttached([offer, { ...offer, position: 1 }], [withHash(file('a', 'an offer'))]);
  expect(twice.needed.filter(({ file: found }) => found)).toHaveLength(1);
  expect(isWhole(twice)).toBe(false);
});
