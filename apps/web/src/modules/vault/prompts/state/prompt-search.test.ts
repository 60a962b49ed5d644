import { expect, test } from 'vitest';
import { isDescending, isNarrowed, readPromptSearch } from './prompt-search.ts';

test('takes known filters and leaves out the rest', () => {
  const search = { q: 'voice', tag: 'tone', status: 'published', author: 'me', favorite: true, other: 1 };
  expect(readPromptSearch(search)).toEqual({
    q: 'voice',
    tag: 'tone',
    status: 'published',
    author: 'me',
    favorite: true,
  });
});

test('leaves out defaults and nonsense', () => {
  const search = { q: '', status: 'lost', author: 'you', favorite: false, sort: 'updated', direction: 'up' };
  expect(readPromptSearch(search)).toEqual({});
});

test('reads a number in the address as text', () => {
  expect(readPromptSearch({ q: 42 })).toEqual({ q: '42' });
});

test('sorting does not narrow the list', () => {
  expect(isNarrowed({ sort: 'title', direction: 'desc' })).toBe(false);
  expect(isNarrowed({ sort: 'title', favorite: true })).toBe(true);
});

test('titles begin with A, everything else with the most or the newest', () => {
  expect(isDescending({ sort: 'title' })).toBe(false);
  expect(isDescending({ sort: 'uses' })).toBe(true);
  expect(isDescending({})).toBe(true);
  expect(isDescending({ direction: 'asc' })).toBe(false);
});
