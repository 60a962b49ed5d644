import { expect, it } from 'vitest';
import { sortKey } from './sort-key.ts';

it.each([
  ['  Éclair\t au  Chocolat ', 'eclair au chocolat'],
  ['Straße', 'strasse'],
  ['Łódź Ørsted Æsir', 'lodz orsted aesir'],
  ['İstanbul', 'istanbul'],
  ['ﬁle ①', 'file 1'],
  ['किताब', 'किताब'],
  ['한국어', '한국어'],
])('orders %j by %j', (text, key) => {
  expect(sortKey(text)).toBe(key);
});

it('stays short enough for an index and never cuts a character', () => {
  const key = sortKey('😀'.repeat(5_000));
  expect([...key]).toHaveLength(200);
  expect(key.isWellFormed()).toBe(true);
});
