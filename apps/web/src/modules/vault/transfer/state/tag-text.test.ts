import { expect, test } from 'vitest';
import { readTags, tagOfFile, tagProblem } from './tag-text.ts';

test('reads tags parted by commas, each once', () => {
  expect(readTags(' tone, Voice,tone ,, VOICE, long  word')).toEqual(['tone', 'Voice', 'long word']);
});

test('a file gives a tag that is one tag', () => {
  expect(tagOfFile('Prompts, from Q3.csv')).toBe('Prompts from Q3');
  expect(tagOfFile('.csv')).toBe('');
});

test('says what is wrong with tags', () => {
  expect(tagProblem(['a'.repeat(101)])).toBe('tagTooLong');
  expect(tagProblem(Array.from({ length: 51 }, (_, index) => `t${index}`))).toBe('tagsTooMany');
  expect(tagProblem(['fine'])).toBeUndefined();
});
