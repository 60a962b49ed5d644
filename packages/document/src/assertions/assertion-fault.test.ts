import { describe, expect, it } from 'vitest';
import { findAssertionFault } from './assertion-fault.ts';
import { type Assertion, assertionSchema } from './shape.ts';
import { writtenAssertionsSchema } from './written-assertions.ts';

const fault = (given: object) => findAssertionFault(assertionSchema.parse(given) as Assertion);
const schema = (value: unknown) => fault({ kind: 'json_schema', schema: value });

describe('what can never be held against an answer', () => {
  it.each([
    ['(', '', ['pattern']],
    ['[z-a]', 'i', ['pattern']],
    ['\\p{Nothing}', 'u', ['pattern']],
    ['^a+$', 'iu', undefined],
    ['(a+)+$', '', undefined],
  ])('is the pattern %s with the flags “%s”: %j', (pattern, flags, path) => {
    expect(fault({ kind: 'regex', pattern, flags })?.path).toEqual(path);
  });

  it.each([
    ['$.a[', ['path']],
    ['a b', ['path']],
    ['$..deep', undefined],
    ['$[?match(@.a, "(a+)+")]', ['path']],
    ["$.items[0]['name']", undefined],
    ['items[*].name', undefined],
  ])('is the path %s: %j', (path, at) => {
    expect(fault({ kind: 'json_path', path })?.path).toEqual(at);
  });

  it.each<[unknown, (string | number)[] | undefined]>([
    [{ type: 'object', properties: { age: { type: 'integer', minimum: 0 } }, required: ['age'] }, undefined],
    [
      { $ref: '#/$defs/node', $defs: { node: { properties: { next: { $ref: '#/$defs/node' } } } } },
      undefined,
    ],
    [true, undefined],
    [5, ['schema']],
    [{ type: 'text' }, ['schema', 'type']],
    [{ type: [] }, ['schema', 'type']],
    [{ properties: { age: { type: 'nothing' } } }, ['schema', 'properties', 'age', 'type']],
    [{ properties: [] }, ['schema', 'properties']],
    [{ required: 'age' }, ['schema', 'required']],
    [{ anyOf: [{ type: 'string' }, { minLength: -1 }] }, ['schema', 'anyOf', 1, 'minLength']],
    [{ oneOf: [] }, ['schema', 'oneOf']],
    [{ items: { pattern: '(' } }, ['schema', 'items', 'pattern']],
    [{ $ref: '#/$defs/none' }, ['schema', '$ref']],
    [{ $ref: 'https://example.com/schema' }, ['schema', '$ref']],
    [{ if: 7, type: 'string' }, ['schema', 'if']],
    [{ if: { required: ['a'] }, else: { required: ['b'] }, 'x-own': 1 }, undefined],
    [{ patternProperties: { '^a': { type: 'string' } }, unevaluatedProperties: false }, undefined],
    [{ patternProperties: { '(': {} } }, ['schema', 'patternProperties']],
    [{ patternProperties: { '^a': { type: 'text' } } }, ['schema', 'patternProperties', '^a', 'type']],
    [{ contains: { type: 'nothing' } }, ['schema', 'contains', 'type']],
    [{ items: [{ type: 'string' }, { type: 'text' }] }, ['schema', 'items', 1, 'type']],
    [{ $ref: '#/$defs/a%20b', $defs: { 'a b': {} } }, undefined],
    [{ $ref: '#/allOf/0', allOf: [{}] }, undefined],
    [{ $ref: '#node', $defs: { n: { $anchor: 'node' } } }, undefined],
    [{ $ref: '#node' }, ['schema', '$ref']],
    [{ not: 'x' }, ['schema', 'not']],
    [{ multipleOf: 0 }, ['schema', 'multipleOf']],
  ])('is the schema %j: %j', (value, path) => {
    expect(schema(value)?.path).toEqual(path);
  });

  it('is found in a schema of any depth without running out of stack', () => {
    let deep: unknown = { type: 'nothing' };
    for (let level = 0; level < 60; level++) deep = { not: deep };
    expect(schema(deep)?.path).toHaveLength(62);
  });

  it('is refused where it is written, with its place', () => {
    const read = writtenAssertionsSchema.safeParse([
      { kind: 'json' },
      { kind: 'regex', pattern: '(' },
      { kind: 'json_schema', schema: { type: 'text' } },
    ]);
    expect(read.error?.issues.map(({ path }) => path)).toEqual([
      [1, 'pattern'],
      [2, 'schema', 'type'],
    ]);
  });
});
