import { expect, test } from 'vitest';
import { readCsvFile } from './read-csv-file.ts';

const read = async (bytes: number[]) => (await readCsvFile(new File([new Uint8Array(bytes)], 'a.csv'))).text;

test('reads UTF-8 and drops its mark', async () => {
  expect(await read([0xef, 0xbb, 0xbf, 0x61, 0xc3, 0xa9])).toBe('aé');
});

test('reads UTF-16 as spreadsheets save it', async () => {
  expect(await read([0xff, 0xfe, 0x61, 0x00, 0xe9, 0x00])).toBe('aé');
});

test('reads the Western code page of Windows', async () => {
  expect(await read([0x61, 0xe9, 0x93])).toBe('aé“');
});
