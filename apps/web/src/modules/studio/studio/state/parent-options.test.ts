import { expect, it } from 'vitest';
import { parentOptions } from './parent-options.ts';

const search = {
  findPaths: async (query: string) =>
    [
      { path: 'tone/house-voice', title: 'House voice' },
      { path: 'support/reply', title: 'Reply' },
    ].filter(({ path }) => path.includes(query)),
  findRefs: async (path: string) =>
    path === 'tone/house-voice'
      ? [
          { ref: 'production', detail: 'v2' },
          { ref: '2', detail: 'Warmer' },
          { ref: '1', detail: '' },
        ]
      : [],
};

it('offers prompts by their paths, but not the prompt itself', async () => {
  expect(await parentOptions('house', search, 'support/reply')).toEqual([
    { value: 'tone/house-voice@', label: 'tone/house-voice', detail: 'House voice', again: true },
  ]);
  expect((await parentOptions('', search, 'support/reply')).map(({ label }) => label)).toEqual([
    'tone/house-voice',
  ]);
});

it('offers labels and versions behind the path, those that begin as written', async () => {
  const labels = async (written: string) =>
    (await parentOptions(written, search, 'x')).map(({ value }) => value);
  expect(await labels('tone/house-voice@')).toEqual([
    'tone/house-voice@production',
    'tone/house-voice@2',
    'tone/house-voice@1',
  ]);
  expect(await labels('tone/house-voice@pro')).toEqual(['tone/house-voice@production']);
  expect(await labels('tone/house-voice@2')).toEqual([]);
  expect(await labels('gone@')).toEqual([]);
});
