import { runInNewContext } from 'node:vm';
import { evaluateAssertions } from '@promptvault/document/assertions';
import { describe, expect, it } from 'vitest';
import { importPromptfoo } from './index.ts';

const echo = { connectionId: null, model: 'echo' };

/** Runs code as the interpreter of the server does: as an expression where it is one, else as a body. */
async function snippet(code: string, input: Readonly<Record<string, unknown>>) {
  const head = `(async (${Object.keys(input).join(', ')}) =>`;
  for (const source of [`${head} (\n${code}\n))`, `${head} {\n${code}\n})`])
    try {
      const made = runInNewContext(source) as (...values: unknown[]) => Promise<unknown>;
      const value: unknown = await made(...Object.values(input));
      return { value: JSON.parse(JSON.stringify(value ?? null)) as unknown };
    } catch (error) {
      if ((error as Error).name !== 'SyntaxError') return { reason: String(error) };
    }
  return { reason: 'no code' };
}

const aids = {
  snippet,
  fits: async (schema: unknown, value: unknown) => {
    const required = (schema as { required?: string[] }).required ?? [];
    const lacking = required.filter((name) => !Object.hasOwn(value as object, name));
    return { problems: lacking.map((name) => ({ path: '', message: `lacks ${name}` })) };
  },
  closeness: async () => ({ reason: 'no model' }),
  judge: async () => [],
};

/** What comes of the assertions of one test for an answer. */
async function judged(test: object, output: string, files: Record<string, string> = {}, more: object = {}) {
  const config = {
    prompts: ['{{q}}'],
    providers: ['echo'],
    tests: [{ vars: { q: 'Ada' }, ...test }],
    ...more,
  };
  const all = { 'promptfooconfig.json': JSON.stringify(config), ...files };
  const { value, problems } = importPromptfoo(
    Object.entries(all).map(([path, text]) => ({ path, text })),
    { modelOf: () => echo, otherwise: echo },
  );
  const found = value?.prompts[0]?.cases[0];
  const results = await evaluateAssertions(
    found?.assertions ?? [],
    {
      ...{ output, expected: null, values: found?.values ?? {}, latencyMs: 1, microDollars: 1 },
      ...{ finishReason: null, inputTokens: 1, outputTokens: 1 },
    },
    aids,
  );
  return {
    statuses: results.map(({ status }) => status),
    told: problems.map(({ message }) => message).join('\n'),
  };
}

const answer = '{"answer":{"name":"Ada","tags":["x","y"]}}';

describe('a transform of promptfoo', () => {
  it.each<[string, object, Record<string, string>?]>([
    ['an expression', { transform: 'JSON.parse(output).answer.name' }],
    ['a body', { transform: 'const all = JSON.parse(output);\nreturn all.answer.name;' }],
    ['a function', { transform: '(output, context) => JSON.parse(output).answer.name' }],
    ['the values', { transform: 'context.vars.q' }],
    [
      'a file',
      { transform: 'file://t.js' },
      { 't.js': 'module.exports = (output) => JSON.parse(output).answer.name;' },
    ],
    [
      'a function of a file',
      { transform: 'file://t.mjs:nameOf' },
      { 't.mjs': 'export function nameOf(output) { return JSON.parse(output).answer.name; }' },
    ],
  ])('as %s stands before its assertion', async (_, own, files) => {
    const assert = [
      { type: 'equals', value: 'Ada', ...own },
      { type: 'equals', value: 'Bob', ...own },
    ];
    expect((await judged({ assert }, answer, files)).statuses).toEqual(['passed', 'failed']);
  });

  it('of a test stands before all its assertions, and before their own', async () => {
    const test = {
      options: { transform: 'JSON.parse(output).answer' },
      assert: [
        { type: 'javascript', value: 'output.tags.length === 2' },
        { type: 'equals', value: 'ADA', transform: 'output.name.toUpperCase()' },
        { type: 'is-json', value: { required: ['name'] } },
        { type: 'contains-json', value: { required: ['answer'] } },
        { type: 'latency', threshold: 5 },
      ],
    };
    expect((await judged(test, answer)).statuses).toEqual(['passed', 'passed', 'passed', 'failed', 'passed']);
  });

  it('holds for all tests where it is in what holds for all', async () => {
    const defaultTest = { options: { transform: 'output.trim()' }, assert: [{ type: 'equals', value: 'x' }] };
    expect((await judged({}, '  x ', {}, { defaultTest })).statuses).toEqual(['passed']);
  });

  it('that is a program, or that is not there, is left out and said', async () => {
    for (const [transform, words] of [
      ['file://t.py', 'not run'],
      ['file://gone.js', 'not among the files'],
    ] as const) {
      const found = await judged({ assert: [{ type: 'equals', value: 'x', transform }] }, 'x');
      expect(found).toMatchObject({ statuses: ['passed'], told: expect.stringContaining(words) });
    }
  });
});

describe('an assertion that looks for', () => {
  it.each([
    ['JSON that fits', { type: 'contains-json', value: { required: ['a'] } }, 'Here: {"a":"}"} !', 'passed'],
    ['JSON that does not', { type: 'contains-json', value: { required: ['b'] } }, 'Here: {"a":1}', 'failed'],
    ['JSON where is none', { type: 'contains-json', value: { required: ['b'] } }, 'no {JSON}', 'failed'],
    ['any JSON', { type: 'contains-json' }, '```\n[1]\n```', 'passed'],
    ['HTML alone', { type: 'is-html' }, '<!DOCTYPE html>\n<p class="a">x</p>', 'passed'],
    ['HTML alone, in words', { type: 'is-html' }, 'Sure: <p>x</p>', 'failed'],
    ['like words', { type: 'meteor', value: 'the quick fox' }, 'The quick fox.', 'passed'],
  ])('%s', async (_, assertion, output, status) => {
    expect((await judged({ assert: [assertion] }, output)).statuses).toEqual([status]);
  });
});
