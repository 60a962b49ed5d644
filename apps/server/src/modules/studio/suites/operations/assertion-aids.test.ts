import { describe, expect, it } from 'vitest';
import { createAids, verdictIn } from './assertion-aids.ts';

const { fits } = createAids({} as never, {} as never);
const tree = {
  $ref: '#/$defs/node',
  $defs: {
    node: {
      type: 'object',
      properties: { value: { type: 'integer' }, below: { type: 'array', items: { $ref: '#/$defs/node' } } },
      required: ['value'],
      additionalProperties: false,
    },
  },
};

describe('a schema that an answer must fit', () => {
  it.each<[string, unknown, unknown, boolean]>([
    ['patterns of names', { patternProperties: { '^a': { type: 'string' } } }, { ab: 1 }, false],
    ['if and else', { if: { properties: { a: { const: 1 } } }, else: { required: ['b'] } }, { a: 2 }, false],
    ['contains', { contains: { type: 'string' } }, [1, 'a'], true],
    ['names that need others', { dependentRequired: { a: ['b'] } }, { a: 1 }, false],
    ['nothing unevaluated', { properties: { a: {} }, unevaluatedProperties: false }, { a: 1, b: 2 }, false],
    ['a list of an older draft', { items: [{ type: 'integer' }, { type: 'string' }] }, [1, 2], false],
    ['a format', { format: 'date' }, '2026-13-01', false],
    ['nullable', { type: 'string', nullable: true }, null, true],
    ['words of one’s own', { type: 'object', 'x-own': true }, {}, true],
    ['a name within', { $ref: '#n', $defs: { n: { $anchor: 'n', type: 'string' } } }, 1, false],
    ['itself, far down', tree, { value: 1, below: [{ value: 2, below: [{ value: 'x' }] }] }, false],
    ['itself', tree, { value: 1, below: [{ value: 2, below: [] }] }, true],
    ['a character of two halves', { maxLength: 1 }, '😀', true],
  ])('%s', async (_, schema, value, isFit) => {
    const found = await fits(schema as never, value as never);
    expect('problems' in found ? found.problems.length === 0 : found.reason).toBe(isFit);
  });

  it('is said to be unusable where nothing can be held against it', async () => {
    expect(await fits({ $ref: 'http://127.0.0.1:1/x' } as never, 1)).toMatchObject({
      reason: expect.any(String),
    });
    expect(await fits({ pattern: '^(a+)+$' } as never, `${'a'.repeat(40)}!`)).toMatchObject({
      reason: expect.any(String),
    });
  });
});

describe('what a judge says', () => {
  it.each([
    ['{"score": 0.8, "reason": "Nearly."}', 0.8, 'Nearly.'],
    ['```json\n{"score": 1, "reason": "All of it."}\n```', 1, 'All of it.'],
    ['The answer names {{x}} and {y}. {"score": 0, "reason": "No."}', 0, 'No.'],
    ['{"score": "0.5", "reason": "Half."}', 0.5, 'Half.'],
    ['{"reason": "First why.", "score": 0.25}', 0.25, 'First why.'],
    ['Score: 0.75\nIt lacks a date.', 0.75, 'It lacks a date.'],
    ['{"score": 1}', 1, 'without a reason'],
    ['{"score": 8}', null, 'its score is not from 0 to 1'],
    ['{"score": 1} or rather {"score": 0}', null, 'it gave several scores that differ'],
    ['I cannot judge this.', null, 'it gave no score'],
    ['', null, 'it gave no score'],
  ])('%j', (text, score, reason) => {
    expect(verdictIn(text)).toEqual({ score, reason });
  });
});
