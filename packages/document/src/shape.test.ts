import { describe, expect, it } from 'vitest';
import { emptyDocument } from './empty-document.ts';
import { promptDocumentSchema } from './shape.ts';

const section = { id: 'a', kind: 'system', role: null, text: 'x' };
const accepts = (change: object) => promptDocumentSchema.safeParse({ ...emptyDocument(), ...change }).success;
const deep = (levels: number) => {
  let value: unknown = 1;
  for (let level = 0; level < levels; level += 1) value = [value];
  return value;
};

describe('promptDocumentSchema', () => {
  it('accepts a document', () => {
    expect(accepts({})).toBe(true);
    expect(accepts({ sections: [section], settings: { temperature: 0.7 }, delimiters: ['<%', '%>'] })).toBe(
      true,
    );
  });

  it.each<[string, object]>([
    ['an unknown field', { more: 1 }],
    ['an unknown field of a section', { sections: [{ ...section, more: 1 }] }],
    ['a missing field', { responseSchema: undefined }],
    ['a NUL', { sections: [{ ...section, text: 'a\0' }] }],
    ['half of a surrogate pair', { sections: [{ ...section, text: '\ud83d' }] }],
    ['a text over the cap', { sections: [{ ...section, text: 'x'.repeat(1_000_001) }] }],
    [
      '201 sections',
      { sections: Array.from({ length: 201 }, (_, index) => ({ ...section, id: `${index}` })) },
    ],
    ['one id twice', { sections: [section, section] }],
    ['a delimiter with a space', { delimiters: ['< ', '>'] }],
    ['JSON nested a million times', { responseSchema: deep(1_000_000) }],
    ['JSON with a __proto__ key', { responseSchema: JSON.parse('{"__proto__":1}') }],
    ['JSON with NaN', { responseSchema: Number.NaN }],
  ])('refuses %s', (_name, change) => {
    expect(accepts(change)).toBe(false);
  });
});
