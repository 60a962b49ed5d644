import { describe, expect, test } from 'vitest';
import { lockDifference } from './lock-difference.mjs';

const lock = {
  packages: {
    '': { name: 'house' },
    'apps/server': { version: '0.1.0' },
    'node_modules/hono': { version: '4.0.0', integrity: 'sha512-a' },
    'node_modules/fast-for-mac': { version: '1.0.0', integrity: 'sha512-b', optional: true },
  },
};
const installed = (changes) => ({
  packages: {
    'apps/server': { version: '0.1.0' },
    'node_modules/hono': { version: '4.0.0', integrity: 'sha512-a' },
    ...changes,
  },
});

describe('lockDifference', () => {
  test('is silent when all is installed, whatever the other platforms need', () => {
    expect(lockDifference(lock, installed())).toBeUndefined();
  });

  test('speaks when nothing is installed', () => {
    expect(lockDifference(lock, undefined)).toBe('nothing is installed yet');
  });

  test.each([
    ['a package is missing', { 'node_modules/hono': undefined }, /hono is missing/],
    [
      'a version differs',
      { 'node_modules/hono': { version: '3.0.0', integrity: 'sha512-a' } },
      /hono is 3\.0\.0/,
    ],
    ['the contents differ', { 'node_modules/hono': { version: '4.0.0', integrity: 'sha512-z' } }, /hono/],
    ['a package is left over', { 'node_modules/old': { version: '1.0.0' } }, /old is no longer wanted/],
  ])('speaks when %s', (_, changes, words) => {
    expect(lockDifference(lock, JSON.parse(JSON.stringify(installed(changes))))).toMatch(words);
  });
});
