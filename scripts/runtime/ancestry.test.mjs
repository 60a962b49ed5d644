import { expect, test } from 'vitest';
import { ancestry } from './ancestry.mjs';

const family = (entries) => (pid) => entries[pid];

test('below npm and its shell, the end of npm shows', () => {
  const before = ancestry(20, family({ 20: { name: 'sh', parent: '10' } }));
  const after = ancestry(20, family({ 20: { name: 'sh', parent: '1' } }));
  expect(after).not.toBe(before);
});

test('below npm itself, what is above npm does not matter', () => {
  const before = ancestry(20, family({ 20: { name: 'npm start', parent: '10' } }));
  expect(ancestry(20, family({ 20: { name: 'npm start', parent: '1' } }))).toBe(before);
});

test('without process facts the parent alone counts', () => {
  expect(ancestry(20, () => undefined)).toBe('20');
});
