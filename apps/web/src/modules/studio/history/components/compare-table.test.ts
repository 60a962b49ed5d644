import { expect, it } from 'vitest';
import { type Compared, differences } from './compare-table.tsx';
import { beginOf } from './marked-text.tsx';

const compared = (id: string, sentHash: string, settings: object): Compared =>
  ({ name: id, run: { id, versionNumber: 1, sentHash, settings }, answer: {} }) as never;

it('names the settings that differ and what was sent as people do, not as they are stored', () => {
  const all = [
    compared('a', 'ab12', { temperature: 0.3, topK: 5 }),
    compared('b', 'cd34', { topK: 5, maxOutputTokens: 1_200 }),
    compared('c', 'ab12', { topK: 5 }),
  ];
  const shown = differences(all).map(({ name, of }) => [name, ...all.map((each) => of(each))]);
  expect(shown).toEqual([
    ['What was sent', 'text A', 'text B', 'text A'],
    ['Temperature', '0.3', '–', '–'],
    ['Longest answer', '–', '1\u202f200', '–'],
  ]);
});

it('begins so near before the first word found that a narrow row shows it', () => {
  const text = 'The quick brown fox jumps over the lazy dog';
  const shown = (word: string) => text.slice(beginOf(text, text.indexOf(word)));
  expect(shown('quick')).toBe(text);
  expect(shown('lazy')).toBe('over the lazy dog');
  expect(beginOf('a'.repeat(40), 30)).toBe(30);
});
