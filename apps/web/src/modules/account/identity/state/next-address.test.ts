import { expect, test } from 'vitest';
import { nextAddress } from './next-address.ts';

test('leads back to where one wanted to go', () => {
  expect(nextAddress('/prompts?tag=a&q=b#c')).toBe('/prompts?tag=a&q=b#c');
});

test.each([
  undefined,
  7,
  '',
  'prompts',
  'https://evil.example',
  '//evil.example',
  '/\\evil.example',
  '/\t/evil',
])('leads home instead of to %j', (next) => {
  expect(nextAddress(next)).toBe('/');
});

test.each(['/sign-in', '/sign-in?next=/', '/sign-up'])('does not lead back to the door at %s', (next) => {
  expect(nextAddress(next)).toBe('/');
});
