import { settingsSchema } from '@promptvault/document';
import { expect, it } from 'vitest';
import { readBias, writeBias } from './bias-text.ts';

it.each([
  ['50256: -100', { 50256: -100 }],
  [' 1 = 0,5 \n\n22: +100', { 1: 0.5, 22: 100 }],
  ['', undefined],
  ['50256', undefined],
])('reads %j', (text, bias) => {
  const read = readBias(text);
  expect(read.ok && read.bias).toEqual(text === '50256' ? false : bias);
  if (read.ok) {
    expect(settingsSchema.safeParse({ logitBias: read.bias }).success).toBe(true);
    expect(readBias(writeBias(read.bias))).toEqual(read);
  }
});

it('refuses what no provider takes', () => {
  expect(readBias('1: 101').ok).toBe(false);
  expect(readBias('cat: 5').ok).toBe(false);
  expect(readBias(Array.from({ length: 301 }, (_, token) => `${token}: 1`).join('\n')).ok).toBe(false);
});
