import { expect, it } from 'vitest';
import { settingsWords } from './settings-words.ts';

it('says a group of settings in the words of its form, and strategies by their names', () => {
  expect(settingsWords({})).toBe('');
  expect(settingsWords({ sampling: 'precise', maxOutputTokens: 200, stop: ['\n', 'END'] })).toBe(
    'Precise · Longest answer, in tokens: 200 · Stop sequences: "\\n", "END"',
  );
  expect(settingsWords({ temperature: 0, reasoningEffort: 'high' })).toMatch(
    /^Temperature: 0 · Reasoning effort: \w+$/,
  );
});
