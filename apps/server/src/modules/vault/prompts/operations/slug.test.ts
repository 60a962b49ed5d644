import { promptPath } from '@promptvault/contract/vault/prompts/shapes';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pathKey, slug } from './slug.ts';

describe('slug', () => {
  it.each([
    ['House Voice, v2!', 'house-voice-v2'],
    ['Crème Brûlée', 'creme-brulee'],
    ['Don’t panic', 'dont-panic'],
    ['  -- hidden', 'hidden'],
    ['提示 词', '提示-词'],
    ['हिन्दी भाषा', 'हिन्दी-भाषा'],
    ['a/b/../c', 'a-b-c'],
    ['🎉', 'prompt'],
    ['', 'prompt'],
  ])('of %j is %j', (title, expected) => {
    expect(slug(title)).toBe(expected);
  });

  it('is a path, whatever the title, also with a number behind it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 100 }), (title) => {
        const path = slug(title);
        expect(promptPath.safeParse(path).success, path).toBe(true);
        expect(promptPath.safeParse(`${path}-1234567`).success).toBe(true);
        expect(slug(path)).toBe(path);
      }),
    );
  });
});

describe('pathKey', () => {
  it('is one for all spellings of a path', () => {
    expect(pathKey('Tone/Voix-Cafe\u0301')).toBe(pathKey('tone/voix-caf\u00e9'));
  });
});
