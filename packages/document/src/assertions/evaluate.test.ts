import { runInNewContext } from 'node:vm';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { characterSimilarity, evaluateAssertions, findSecrets, judgeCase, wordSimilarity } from './index.ts';
import { type AssertedAnswer, assertionSchema } from './shape.ts';

const answer = (output: string, more: Partial<AssertedAnswer> = {}): AssertedAnswer => ({
  output,
  expected: null,
  values: { topic: 'tides' },
  latencyMs: 1_200,
  microDollars: 500,
  inputTokens: 100,
  outputTokens: 20,
  finishReason: 'stop',
  ...more,
});

const aids = {
  snippet: async (code: string, input: object) => {
    try {
      return { value: runInNewContext(code, { ...input }, { timeout: 200 }) as unknown };
    } catch (error) {
      return { reason: String(error) };
    }
  },
  fits: async (schema: unknown) =>
    schema === true ? { problems: [] } : { problems: [{ path: '/a', message: 'must be \0 string' }] },
  closeness: async () => ({ reason: 'no model' }),
  judge: async () => [],
};

const evaluate = async (
  assertion: object,
  given: AssertedAnswer,
  help: Partial<Parameters<typeof evaluateAssertions>[2]> = {},
) => (await evaluateAssertions([assertionSchema.parse(assertion)], given, { ...aids, ...help }))[0];

const json = '{"name":"Ada","tags":["a","b"],"age":36,"deep":{"x":null}}';
describe('one assertion', () => {
  it('of a place says how many values stand there, and is fulfilled by one of them', async () => {
    const at = (path: string, value: unknown) =>
      evaluate({ kind: 'json_path', path, operator: 'equals', value }, answer('{"a":[1,2,3]}'));
    expect(await at('$.a[0]', 2)).toMatchObject({
      status: 'failed',
      reason: '$.a[0] is “1”; it should equal “2”.',
    });
    expect(await at('$.a[0:2]', [1, 2])).toMatchObject({
      status: 'failed',
      reason: 'At $.a[0:2] are 2 values, “1, 2”; one of them should equal “[1,2]”.',
    });
    expect(await at('$.a[*]', 3)).toMatchObject({ status: 'passed' });
  });

  it.each([
    [{ kind: 'equals', value: 'Yes' }, 'Yes\n', 'passed'],
    [{ kind: 'equals', value: 'Yes' }, 'yes', 'failed'],
    [{ kind: 'equals', value: 'Yes', ignoreCase: true }, 'yes', 'passed'],
    [{ kind: 'equals', value: 'Yes', not: true }, 'No', 'passed'],
    [{ kind: 'equals' }, 'Yes', 'error'],
    [{ kind: 'equals', value: 'Caf\u00e9' }, 'Cafe\u0301', 'passed'],
    [{ kind: 'contains', values: ['e\u0301', 'b'] }, 'caf\u00e9 b', 'passed'],
    [{ kind: 'contains', values: ['a', 'b'] }, 'a b', 'passed'],
    [{ kind: 'contains', values: ['a', 'z'] }, 'a b', 'failed'],
    [{ kind: 'contains', values: ['a', 'z'], mode: 'any' }, 'a b', 'passed'],
    [{ kind: 'contains', values: ['z'], mode: 'none' }, 'a b', 'passed'],
    [{ kind: 'contains', values: ['a', 'z'], mode: 'none' }, 'a b', 'failed'],
    [{ kind: 'starts_with', value: 'The' }, 'The sea', 'passed'],
    [{ kind: 'starts_with', value: 'sea' }, 'The sea', 'failed'],
    [{ kind: 'ends_with', value: 'sea' }, 'The sea ', 'passed'],
    [{ kind: 'regex', pattern: '^\\d+$' }, '42', 'passed'],
    [{ kind: 'regex', pattern: '^\\d+$' }, 'x', 'failed'],
    [{ kind: 'regex', pattern: '(' }, 'x', 'error'],
    [{ kind: 'regex', pattern: '(', not: true }, 'x', 'error'],
    [{ kind: 'regex', pattern: '^(a+)+$' }, `${'a'.repeat(40)}!`, 'error'],
    [{ kind: 'json' }, ` ${json} `, 'passed'],
    [{ kind: 'json' }, `\`\`\`json\n${json}\n\`\`\``, 'failed'],
    [{ kind: 'json' }, `${'['.repeat(5_000)}${']'.repeat(5_000)}`, 'failed'],
    [{ kind: 'json_schema', schema: true }, json, 'passed'],
    [{ kind: 'json_schema', schema: true }, 'no JSON', 'failed'],
    [{ kind: 'json_schema', schema: {} }, json, 'failed'],
    [{ kind: 'json_path', path: '$.deep.x' }, json, 'passed'],
    [{ kind: 'json_path', path: '$.deep.y' }, json, 'failed'],
    [{ kind: 'json_path', path: "$['tags'][-1]", operator: 'equals', value: 'b' }, json, 'passed'],
    [{ kind: 'json_path', path: 'tags[*]', operator: 'equals', value: 'a' }, json, 'passed'],
    [{ kind: 'json_path', path: '$.age', operator: 'at_least', value: 36 }, json, 'passed'],
    [{ kind: 'json_path', path: '$.age', operator: 'less', value: 36 }, json, 'failed'],
    [{ kind: 'json_path', path: '$.tags', operator: 'contains', value: 'b' }, json, 'passed'],
    [{ kind: 'json_path', path: '$..age', operator: 'equals', value: 36 }, json, 'passed'],
    [{ kind: 'json_path', path: '$.age[' }, json, 'error'],
    [{ kind: 'json_path', path: '$.__proto__' }, json, 'failed'],
    [{ kind: 'number', value: 0.3 }, String(0.1 + 0.2), 'passed'],
    [{ kind: 'number', value: 1000, tolerance: 0.01, relative: true }, 'It is 1,009 m.', 'passed'],
    [{ kind: 'number', value: 1000, tolerance: 5 }, '1,009', 'failed'],
    [{ kind: 'number', value: 1 }, '1 or 2', 'failed'],
    [{ kind: 'number', value: 1 }, '1e999', 'failed'],
    [{ kind: 'similarity', value: 'The tides rise, twice a day!' }, 'the TIDES rise twice a day', 'passed'],
    [{ kind: 'similarity', value: 'kitten', measure: 'characters', atLeast: 0.5 }, 'sitting', 'passed'],
    [{ kind: 'similarity', value: 'kitten', measure: 'characters', atLeast: 0.6 }, 'sitting', 'failed'],
    [{ kind: 'similarity', value: '東京は日本の首都である', atLeast: 0.7 }, '東京は日本の首都です', 'passed'],
    [{ kind: 'similarity', value: '大阪の天気', atLeast: 0.5 }, '東京は日本の首都です', 'failed'],
    [{ kind: 'similarity', value: 'किताब पढ़ो', atLeast: 1 }, 'पढ़ो किताब', 'passed'],
    [{ kind: 'finish_reason', reasons: ['stop'] }, '', 'passed'],
    [{ kind: 'finish_reason', reasons: ['length', 'tool_calls'] }, '', 'failed'],
    [{ kind: 'finish_reason', reasons: ['length'], not: true }, '', 'passed'],
    [{ kind: 'no_secrets' }, 'Nothing here.', 'passed'],
    [{ kind: 'no_secrets' }, 'Use AKIAIOSFODNN7EXAMPLE.', 'failed'],
    [{ kind: 'latency', atMostMs: 1_200 }, '', 'passed'],
    [{ kind: 'latency', atMostMs: 1_199 }, '', 'failed'],
    [{ kind: 'cost', atMostMicroDollars: 499 }, '', 'failed'],
    [{ kind: 'tokens', of: 'total', atMost: 120 }, '', 'passed'],
    [{ kind: 'tokens', atMost: 19 }, '', 'failed'],
    [{ kind: 'javascript', code: 'output.length === 3 && values.topic === "tides"' }, 'abc', 'passed'],
    [{ kind: 'javascript', code: '0.4' }, '', 'failed'],
    [{ kind: 'javascript', code: '({ pass: true, score: 0.7, reason: "fine" })' }, '', 'passed'],
    [{ kind: 'javascript', code: 'null' }, '', 'error'],
    [{ kind: 'javascript', code: 'for (;;) {}' }, '', 'error'],
  ])('%j of %j is %s', async (assertion, output, status) => {
    const result = await evaluate(assertion, answer(output));
    expect(result).toMatchObject({ status });
    expect(result?.reason).not.toBe('');
  });

  it('takes the expected answer of its case where it names none', async () => {
    expect(await evaluate({ kind: 'equals' }, answer('42', { expected: '42' }))).toMatchObject({
      status: 'passed',
    });
    expect(await evaluate({ kind: 'number' }, answer('42.0', { expected: 'It is 42' }))).toMatchObject({
      status: 'passed',
    });
  });

  it('says in words that can be stored what a schema, code or a judge complains of', async () => {
    const said = { pass: true, reason: 'a\0b\ud800' };
    const results = await Promise.all([
      evaluate({ kind: 'json_schema', schema: {} }, answer('1')),
      evaluate({ kind: 'javascript', code: 'x' }, answer('1'), { snippet: async () => ({ value: said }) }),
      evaluate({ kind: 'judged', rubric: 'x', judges: [{ connectionId: null, model: 'm' }] }, answer('1'), {
        judge: async () => [{ name: 'm', score: 1, reason: 'a\0b' }],
      }),
    ]);
    expect(results.map((one) => one?.reason)).toEqual([
      '/a must be \uFFFD string.',
      'a\uFFFDb\uFFFD',
      'm: 100 %, a\uFFFDb',
    ]);
  });

  it('looks at what its code makes of the answer', async () => {
    const part = { transform: 'JSON.parse(output).name' };
    const whole = { transform: 'JSON.parse(output)' };
    const judge = async (_: unknown, { output }: AssertedAnswer) => [{ name: 'm', score: 1, reason: output }];
    const judged = { kind: 'judged', rubric: 'x', judges: [{ connectionId: null, model: 'm' }], ...part };
    for (const [assertion, status, reason] of [
      [{ kind: 'equals', value: 'Ada', ...part }, 'passed', ''],
      [{ kind: 'contains', values: ['tags'], ...part }, 'failed', ''],
      [{ kind: 'json_path', path: '$.age', operator: 'equals', value: 36, ...whole }, 'passed', ''],
      [{ kind: 'javascript', code: 'output.age === 36', ...whole }, 'passed', ''],
      [judged, 'passed', 'm: 100 %, Ada'],
      [{ kind: 'equals', value: 'x', transform: 'output.none.x' }, 'error', 'could not be transformed'],
      [{ kind: 'equals', value: 'x', transform: 'null', not: true }, 'error', 'gave nothing'],
    ] as const) {
      const result = await evaluate(assertion, answer(json), { judge });
      expect(result, JSON.stringify(assertion)).toMatchObject({ status });
      expect(result?.reason).toContain(reason);
    }
  });

  it('runs the same code once for all assertions of a case', async () => {
    let times = 0;
    const snippet = async () => ({ value: `x${++times}` });
    const one = { kind: 'equals', value: 'x1', transform: 'x' };
    const results = await evaluateAssertions(
      [one, one].map((each) => assertionSchema.parse(each)),
      answer('y'),
      { ...aids, snippet },
    );
    expect(results.map(({ status }) => status)).toEqual(['passed', 'passed']);
  });

  it('does not pass what is not known', async () => {
    const unknown = answer('', { latencyMs: null, microDollars: null, outputTokens: null });
    for (const assertion of [
      { kind: 'latency', atMostMs: 1 },
      { kind: 'cost', atMostMicroDollars: 1, not: true },
      { kind: 'tokens', atMost: 1 },
    ])
      expect(await evaluate(assertion, unknown)).toMatchObject({ status: 'error', score: 0 });
  });

  it.each([
    ['majority', [1, 1, 0], 'passed'],
    ['majority', [1, 0, 0], 'failed'],
    ['majority', [1, 0], 'failed'],
    ['majority', [1, null, null], 'error'],
    ['majority', [1, 1, null], 'passed'],
    ['mean', [0.9, 0.2], 'passed'],
    ['mean', [0.7, 0.2], 'failed'],
  ] as const)('judges by %s of %j: %s', async (combine, scores, status) => {
    const judges = scores.map((_, index) => ({ connectionId: null, model: `judge-${index}` }));
    const judge = async () =>
      scores.map((score, index) => ({ name: `judge-${index}`, score, reason: 'so it is' }));
    expect(
      await evaluate({ kind: 'judged', rubric: 'kind', judges, combine }, answer('x'), { judge }),
    ).toMatchObject({ status });
  });
});

describe('a case', () => {
  const result = (status: 'passed' | 'failed', more = {}) =>
    ({
      kind: 'json',
      status,
      score: Number(status === 'passed'),
      reason: '',
      weight: 1,
      required: true,
      ...more,
    }) as const;
  it.each([
    ['nothing', [], null, { passed: true, score: 1 }],
    ['one required that fails', [result('passed'), result('failed')], null, { passed: false, score: 0.5 }],
    [
      'one that may fail',
      [result('passed', { weight: 3 }), result('failed', { required: false })],
      null,
      { passed: true, score: 0.75 },
    ],
    [
      'a score below its demand',
      [result('passed', { weight: 3 }), result('failed', { required: false })],
      0.8,
      { passed: false, score: 0.75 },
    ],
    [
      'none required, most fail',
      [result('passed', { required: false }), result('failed', { required: false, weight: 2 })],
      null,
      { passed: false, score: 1 / 3 },
    ],
  ])('with %s', (_what, results, passScore, verdict) => {
    expect(judgeCase(results, passScore)).toEqual(verdict);
  });
});

it('compares the longest answers there may be by their words', () => {
  expect(wordSimilarity(`東${'\u0301'.repeat(9_000_000)}`, 'x')).toBe(0);
  expect(wordSimilarity('a'.repeat(12_000_000), 'x')).toBe(0);
});

describe('secrets', () => {
  it.each([
    'sk-proj-abcdefghijklmnopqrstuvwxyz',
    `sk-ant-${'a1B2'.repeat(8)}`,
    'ghp_abcdefghijklmnopqrstuvwxyz0123456789',
    '-----BEGIN RSA PRIVATE KEY-----',
    'postgres://app:hunter22@db.internal/x',
    'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.abcdefghijk',
    'AWS_SECRET_ACCESS_KEY=wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
    'api_key = "9f8e7d6c5b4a39281706f5e4d3c2b1a0"',
    '{"client-key": "a1b2c3d4e5"}',
    'Password: hunter2hunter2',
    'Authorization: Bearer abcdefghijklmnopqrstuvwx.yz0123456789',
    `SG.${'a'.repeat(22)}.${'b'.repeat(43)}`,
  ])('finds %s and does not repeat it', (secret) => {
    const found = findSecrets(`Here: ${secret} .`);
    expect(found).toHaveLength(1);
    expect(found[0]).not.toContain(secret);
  });

  it.each([
    'Choose a password: at least eight characters.',
    'password = <your password>',
    'api_key = os.environ["API_KEY_2"]',
    'token: $TOKEN_1',
    'max_tokens = 4096, top_k: 40',
    'The bearer of good news came 20 times.',
    'The secret: practise for 10,000 hours.',
  ])('takes %s for none', (text) => {
    expect(findSecrets(text)).toEqual([]);
  });

  it('is not slow on long texts of what secrets are made of', () => {
    const started = performance.now();
    for (const part of [
      'sk-',
      'eyJ',
      'a:',
      'a://b:',
      '-----BEGIN ',
      'AKIA',
      'xox',
      'token=',
      'Bearer ',
      'SG.a1',
      '12345678:a',
      '-eyJ',
    ])
      findSecrets(part.repeat(100_000));
    expect(performance.now() - started).toBeLessThan(15_000);
  });

  it('is looked for in the longest answer there may be', () => {
    for (const part of ['sk-', 'eyJ', 'token=a1', 'a', '-eyJ'])
      expect(() => findSecrets(part.repeat(8_000_000 / part.length))).not.toThrow();
  });

  it('finds those that are longer than they have to be', () => {
    expect(findSecrets(`sk-ant-${'a'.repeat(90)}`)).toHaveLength(1);
    expect(findSecrets(`eyJ${'a'.repeat(300)}.eyJ${'b'.repeat(3_000)}.${'c'.repeat(300)}`)).toHaveLength(1);
  });
});

describe('similarity', () => {
  const seed = Math.floor(Math.random() * 2 ** 31);
  it(`is between 0 and 1, the same both ways, and 1 for the same text (seed ${seed})`, () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 60 }),
        fc.string({ unit: 'grapheme', maxLength: 60 }),
        (a, b) => {
          for (const measure of [wordSimilarity, characterSimilarity]) {
            const score = measure(a, b) as number;
            expect(score).toBeGreaterThanOrEqual(0);
            expect(score).toBeLessThanOrEqual(1);
            expect(measure(b, a)).toBeCloseTo(score, 12);
            expect(measure(a, a)).toBe(1);
          }
        },
      ),
      { seed },
    );
  });

  it(`one changed letter costs one letter (seed ${seed})`, () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('a', 'b', 'c'), { minLength: 1, maxLength: 40 }),
        fc.nat(),
        (letters, at) => {
          const changed = letters.map(String).with(at % letters.length, 'z');
          expect(characterSimilarity(letters.join(''), changed.join(''))).toBeCloseTo(
            1 - 1 / letters.length,
            12,
          );
        },
      ),
      { seed },
    );
  });
});

describe('any assertion', () => {
  const seed = Math.floor(Math.random() * 2 ** 31);
  it(`ends with a result whatever the answer is (seed ${seed})`, async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(fc.json(), fc.string({ unit: 'binary', maxLength: 300 })),
        fc.boolean(),
        async (output, not) => {
          const assertions = [
            { kind: 'equals', value: 'x' },
            { kind: 'contains', values: ['1'] },
            { kind: 'json' },
            { kind: 'json_schema', schema: {} },
            { kind: 'json_path', path: '$[0].a', operator: 'equals', value: 1 },
            { kind: 'number', value: 1 },
            { kind: 'similarity', value: output.toWellFormed().replaceAll('\0', ''), measure: 'characters' },
            { kind: 'no_secrets' },
          ].map((one) => assertionSchema.parse({ ...one, not }));
          for (const { score, status, reason } of await evaluateAssertions(
            assertions,
            answer(output),
            aids,
          )) {
            expect(score).toBeGreaterThanOrEqual(0);
            expect(score).toBeLessThanOrEqual(1);
            expect(['passed', 'failed', 'error']).toContain(status);
            expect(reason.isWellFormed()).toBe(true);
          }
        },
      ),
      { seed },
    );
  });
});
