import { expect, test } from 'vitest';
import { changedConnectionSchema, newConnectionSchema, presetOf } from './connection-schema.ts';

const form = {
  name: 'A',
  provider: 'openai',
  baseUrl: '',
  key: '',
  removeKey: false,
  api: 'chat',
  personal: false,
} as const;
const wrong = (schema: typeof newConnectionSchema, given: object) =>
  schema.safeParse({ ...form, ...given }).error?.issues.map(({ path }) => path.join('.')) ?? [];

test("a provider's own address needs a key, a proxy may need none", () => {
  expect(wrong(newConnectionSchema, {})).toEqual(['key']);
  expect(wrong(newConnectionSchema, { key: 'sk-1' })).toEqual([]);
  expect(wrong(newConnectionSchema, { baseUrl: 'https://proxy.example.com/v1' })).toEqual([]);
});

test('a compatible server needs an address, in a usable form', () => {
  expect(wrong(newConnectionSchema, { provider: 'openai_compatible' })).toEqual(['baseUrl']);
  for (const baseUrl of [
    'localhost:11434',
    'ftp://a.example',
    'https://me:pw@a.example',
    'https://a.example/v1?key=1',
  ])
    expect(wrong(newConnectionSchema, { provider: 'openai_compatible', baseUrl })).toEqual(['baseUrl']);
  expect(
    wrong(newConnectionSchema, { provider: 'openai_compatible', baseUrl: 'http://localhost:11434/v1' }),
  ).toEqual([]);
});

test('a key with a break in it was copied badly; without one the stored key stays', () => {
  expect(wrong(newConnectionSchema, { key: 'sk-1\nsk-2' })).toEqual(['key']);
  expect(wrong(changedConnectionSchema, {})).toEqual([]);
});

test('a known address names its server', () => {
  expect(presetOf(' http://localhost:1234/v1 ')?.id).toBe('lmStudio');
  expect(presetOf('http://localhost:9/v1')).toBeUndefined();
});
