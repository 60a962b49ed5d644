import { expect, test } from 'vitest';
import { faultsOf, originOf, valuesOf } from './secret-form.ts';

test('an address as people type it is an origin, and anything more is none', () => {
  expect(originOf('api.example.com')).toBe('https://api.example.com');
  expect(originOf('HTTPS://API.example.com:443/')).toBe('https://api.example.com');
  expect(originOf('http://localhost:8080')).toBe('http://localhost:8080');
  for (const odd of [
    'https://a.b/path',
    'https://u:p@a.b',
    'ftp://a.b',
    'https://a.b?x=1',
    'https://',
    'a b',
  ])
    expect(originOf(odd), odd).toBeUndefined();
});

test('a form says what is wrong with each field, and an old value may stay', () => {
  expect(Object.keys(faultsOf({ name: 'No', value: '', origins: '' }, true))).toEqual([
    'name',
    'value',
    'origins',
  ]);
  expect(faultsOf({ name: 'weather', value: '', origins: 'a.b\nc.d' }, false)).toEqual({});
  expect(faultsOf({ name: 'weather', value: 'a\u00fc', origins: 'a.b/c' }, false)).toMatchObject({
    value: expect.any(String),
    origins: expect.stringContaining('a.b/c'),
  });
  expect(valuesOf({ name: 'w', value: 'v', origins: 'a.b, https://a.b\n c.d' }).origins).toEqual([
    'https://a.b',
    'https://c.d',
  ]);
});
