import { describe, expect, it } from 'vitest';
import { objectsIn } from './objects-in.ts';

describe('the objects in what a model said', () => {
  it.each([
    ['words', 'I cannot {do} that.', []],
    ['an object within words', 'Here: {"a": 1}. Done.', [{ a: 1 }]],
    [
      'several, with braces in their texts',
      '{"a":"}{"} and { "b": {"c": []} } and {}',
      [{ a: '}{' }, { b: { c: [] } }, {}],
    ],
    ['many variables before it', `${'{{name}} '.repeat(500)}{"a": "{{name}}"}`, [{ a: '{{name}}' }]],
    [
      'many objects before it',
      `${'{"a": 1}\n'.repeat(500)}{"b": 2}`,
      [...Array(500).fill({ a: 1 }), { b: 2 }],
    ],
    ['one within what is none', '{"a": {"b": 1}, nothing}', [{ b: 1 }]],
    ['one that has no end', '{"a": 1', []],
  ])('%s', (_, text, objects) => {
    expect(objectsIn(text)).toEqual(objects);
  });

  // Each brace that never closes has the rest looked through: that is bounded.
  it('ends, whatever is said', () => {
    expect(objectsIn('{"'.repeat(500_000))).toEqual([]);
    expect(objectsIn('{"a":'.repeat(200_000))).toEqual([]);
  }, 20_000);
});
