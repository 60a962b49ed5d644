import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkJson } from './check-json.ts';
import { jsonOf } from './verdict.ts';

const person = {
  type: 'object',
  properties: { name: { type: 'string' }, age: { type: 'integer', minimum: 0 }, when: { format: 'date' } },
  required: ['name'],
  additionalProperties: false,
};
const check = (schema: unknown, answer: unknown) =>
  checkJson({ schema, text: typeof answer === 'string' ? answer : JSON.stringify(answer) });

describe('checking an answer', () => {
  it('says that it fits, also within a code fence', async () => {
    expect(await check(person, { name: 'Ada', age: 36 })).toEqual({ outcome: 'valid', problems: [] });
    expect((await check(person, '```json\n{"name":"Ada"}\n```\n')).outcome).toBe('valid');
    expect((await check(person, 'Here you are: {"name":"Ada"}')).outcome).toBe('invalid');
    expect((await check(true, '[]')).outcome).toBe('valid');
  });

  it('says what does not, and where', async () => {
    const { outcome, problems } = await check(person, { age: -1, mood: 'dry', when: 'soon' });
    expect(outcome).toBe('invalid');
    expect(problems).toEqual([
      { path: '', message: "must have required property 'name'" },
      { path: '', message: 'has a property that is not allowed: mood' },
      { path: '/age', message: 'must be >= 0' },
      { path: '/when', message: 'must match format "date"' },
    ]);
    expect((await check(person, '{"name":')).problems[0]).toMatchObject({ path: '' });
    const many = Array.from({ length: 100 }, (_, index) => index);
    expect((await check({ items: { type: 'string' } }, many)).problems).toHaveLength(20);
  });

  it('says it in words that can be stored, whatever the answer names', async () => {
    const { problems } = await check({ properties: {}, additionalProperties: false }, '{"\\u0000\\ud800":1}');
    expect(problems).toEqual([{ path: '', message: 'has a property that is not allowed: \uFFFD\uFFFD' }]);
    const inside = { additionalProperties: { type: 'string' } };
    expect((await check(inside, '{"\\u0000":1}')).problems[0]?.path).toBe('/\uFFFD');
  });

  it('reads older drafts and loosely written expressions', async () => {
    const tuple = { $schema: 'http://json-schema.org/draft-07/schema#', items: [{ type: 'string' }] };
    expect((await check(tuple, ['a'])).outcome).toBe('valid');
    expect((await check(tuple, [1])).outcome).toBe('invalid');
    expect((await check({ pattern: '^[\\w\\-]+$' }, 'a-b'.replace(/^|$/g, '"'))).outcome).toBe('valid');
    expect((await check({ $ref: '#/$defs/a', $defs: { a: { const: 1 } } }, 2)).problems).toEqual([
      { path: '', message: 'must be 1' },
    ]);
  });
});

describe('a schema that refers to itself', () => {
  it.each([
    ['by its root', { type: 'object', properties: { kids: { type: 'array', items: { $ref: '#' } } } }],
    ['by its name', { $id: 'tree', type: 'object', properties: { kids: { items: { $ref: 'tree' } } } }],
    [
      'by an address that is its name',
      {
        $id: 'https://example.com/tree',
        type: 'object',
        properties: { kids: { items: { $ref: 'https://example.com/tree' } } },
      },
    ],
    [
      'by a part',
      {
        $ref: '#/$defs/n',
        $defs: { n: { type: 'object', properties: { kids: { items: { $ref: '#/$defs/n' } } } } },
      },
    ],
    [
      'and has the name of a draft',
      {
        $id: 'http://json-schema.org/draft-07/schema',
        type: 'object',
        properties: { kids: { items: { type: 'object' } } },
      },
    ],
  ])('%s is read to any depth', async (_how, schema) => {
    expect(await check(schema, { kids: [{ kids: [] }] })).toEqual({ outcome: 'valid', problems: [] });
    expect((await check(schema, { kids: [7] })).problems).toEqual([
      { path: '/kids/0', message: 'must be object' },
    ]);
  });

  it('says in words what it refers to in vain', async () => {
    const told = async (schema: object) => (await check(schema, {})).problems[0]?.message;
    expect(await told({ $ref: 'https://example.com/other.json' })).toContain(
      'refers to https://example.com/other.json, which is not in it',
    );
    expect(
      await told({ $ref: '#/$defs/a', $defs: { a: { $ref: '#/$defs/b' }, b: { $ref: '#/$defs/a' } } }),
    ).toContain('refers to itself without end');
  });
});

describe('a schema that means no good', () => {
  const deep = (levels: number): unknown => (levels === 0 ? {} : { not: deep(levels - 1) });
  const list = (levels: number): string => '['.repeat(levels) + ']'.repeat(levels);
  it.each<[string, unknown, unknown]>([
    ['is no schema', 'text', {}],
    ['has a type that there is not', { type: 'confetti' }, {}],
    ['refers to what is not there', { $ref: '#/$defs/none' }, {}],
    ['refers to another machine', { $ref: 'http://127.0.0.1:1/schema.json' }, {}],
    ['is nested for ever', deep(5_000), {}],
    ['is very long', { enum: Array.from({ length: 60_000 }, (_, index) => `value ${index}`) }, 'x'],
    ['takes for ever to match', { type: 'string', pattern: '^(a+)+$' }, `"${'a'.repeat(40)}!"`],
    ['refers to itself without end', { $ref: '#' }, {}],
    ['has an expression that is none', { pattern: '(' }, '"x"'],
    ['follows an answer deeper than there is room', { items: { $ref: '#' } }, list(100_000)],
    ['lets an answer pass that nobody could show', {}, list(200_000)],
    [
      'names what every object has',
      JSON.parse('{"properties":{"__proto__":{"type":"string"}},"required":7}'),
      {},
    ],
  ])('%s: nothing is said of the answer, and the next is checked as ever', async (_name, schema, answer) => {
    const verdict = await check(schema, answer);
    expect(['unusable', 'invalid']).toContain(verdict.outcome);
    expect(verdict.problems.length).toBeGreaterThan(0);
    expect((await check(person, { name: 'Ada' })).outcome).toBe('valid');
  });

  it('is never an exception, whatever it is', async () => {
    const words = fc.constantFrom(
      'type',
      'items',
      'properties',
      'pattern',
      'enum',
      '$ref',
      'allOf',
      'if',
      'format',
    );
    const schema = fc.dictionary(words, fc.jsonValue({ maxDepth: 3 }), { maxKeys: 4 });
    await fc.assert(
      fc.asyncProperty(schema, fc.string(), async (any, text) => {
        const { outcome } = await checkJson({ schema: any, text });
        expect(['valid', 'invalid', 'unusable']).toContain(outcome);
      }),
      { numRuns: 200 },
    );
  });
});

it('takes off the one fence around an answer and nothing else', () => {
  expect(jsonOf(' {"a":1}\n')).toBe('{"a":1}');
  expect(jsonOf('```\n[1]\n```')).toBe('[1]');
  expect(jsonOf('```json\n[1]\n``` and ```\n[2]\n```')).toContain('and');
});
