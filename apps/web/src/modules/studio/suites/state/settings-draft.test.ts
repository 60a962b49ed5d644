import { expect, it } from 'vitest';
import { settingFaults, settingsDraftOf, settingsOf } from './settings-draft.ts';

it('takes every setting through the form as it was', () => {
  const all = {
    ...{ temperature: 0.2, topP: 0.9, maxOutputTokens: 200, stop: ['a', 'b c'], seed: -7 },
    ...{ sampling: 'diverse' as const },
    ...{ topK: 40, frequencyPenalty: -1.5, presencePenalty: 2, reasoningEffort: 'low' as const },
  };
  for (const settings of [all, {}]) expect(settingsOf(settingsDraftOf(settings))).toEqual(settings);
});

it('says what cannot be meant, by field', () => {
  const typed = { temperature: '11', maxOutputTokens: '1.5', topP: 'x', topK: '0', seed: '1.5' };
  const draft = { ...settingsDraftOf({}), ...typed, stop: Array(17).fill('a').join('\n') };
  expect(Object.keys(settingFaults(draft)).sort()).toEqual(
    ['maxOutputTokens', 'seed', 'stop', 'temperature', 'topK', 'topP'].sort(),
  );
  expect(settingFaults({ ...settingsDraftOf({}), temperature: '0,5' })).toEqual({});
});
