import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promptDocumentSchema, render } from '@promptvault/document';
import type { Assertion } from '@promptvault/document/assertions';
import { samplesDirectory } from '@promptvault/testing/samples';
import { describe, expect, it } from 'vitest';
import { type BundleFile, type FooImport, type FooProblem, importPromptfoo } from './index.ts';

const haiku = { connectionId: '018f0000-0000-7000-8000-000000000001', model: 'claude-3-haiku' };
const echo = { connectionId: null, model: 'echo' };
const options = {
  modelOf: (id: string) =>
    id.includes('haiku') ? haiku : id === 'openai:embedding:small' ? { ...haiku, model: 'small' } : undefined,
  otherwise: echo,
};

function read(config: string | object, more: Record<string, string> = {}): FooImport & { told: string } {
  const text = typeof config === 'string' ? config : JSON.stringify(config);
  const files: BundleFile[] = [{ path: 'promptfooconfig.yaml', text }];
  for (const [path, content] of Object.entries(more)) files.push({ path, text: content });
  const { value, problems } = importPromptfoo(files, options);
  if (!value) throw new Error(problems.map(({ message }) => message).join('\n'));
  for (const { document } of value.prompts) promptDocumentSchema.parse(document);
  return { ...value, told: told(problems) };
}
const told = (problems: readonly FooProblem[]) =>
  problems.map(({ code, message }) => `${code} ${message}`).join('\n');
const one = (assertion: object, vars: object = {}, more: Record<string, string> = {}) => {
  const found = read({ prompts: ['x'], tests: [{ vars, assert: [assertion] }] }, more);
  return { assertion: found.prompts[0]?.cases[0]?.assertions[0] as Assertion | undefined, told: found.told };
};
const textOf = ({ prompts }: FooImport, index = 0) =>
  prompts[index]?.document.sections.map(({ text }) => text).join('\n');
const valuesOf = ({ prompts }: FooImport) => prompts[0]?.cases.map(({ values }) => values);

describe('prompts', () => {
  it('are texts, files, several in a file, patterns, tables and conversations', () => {
    const found = read(
      {
        prompts: [
          'Say {{ word | upper }}.',
          'file://p/two.txt',
          'p/*.md',
          { id: 'file://p/table.csv', label: 'Table' },
          { raw: 'Own {{x}}', label: 'Named' },
          'file://p/chat.json',
        ],
        tests: [{ vars: { word: 'a', x: 'b' } }],
      },
      {
        'p/two.txt': 'First {{x}}\n---\nSecond {{x}}\n',
        'p/a.md': '# A {% if x %}yes{% else %}no{% endif %}',
        'p/table.csv': 'prompt,label\n"To French: {{x}}",French\n',
        'p/chat.json':
          '[{"role":"system","content":"Be {{x}}."},{"role":"user","content":"{{word}}?"},{"role":"assistant","content":"ok"},{"role":"user","content":[{"type":"text","text":"And {{x}}?"}]}]',
      },
    );
    expect(found.prompts.map(({ title }) => title)).toEqual([
      'Say {{ word | upper }}.',
      'two 1',
      'two 2',
      'a',
      'French',
      'Named',
      'chat',
    ]);
    expect(textOf(found, 0)).toBe('Say {{word_upper}}.');
    expect(textOf(found, 3)).toBe('# A {{#x}}yes{{/x}}{{^x}}no{{/x}}');
    const chat = found.prompts[6]?.document;
    expect(chat?.sections.map(({ kind, role, text }) => [kind, role, text])).toEqual([
      ['system', null, 'Be {{x}}.'],
      ['message', 'user', '{{word}}?'],
      ['message', 'assistant', 'ok'],
      ['message', 'user', 'And {{x}}?'],
    ]);
    expect(found.told).toContain('"{{ word | upper }}" becomes the variable "word_upper"');
  });

  it('that programs make, or that are not there, are stood in for with their values', () => {
    const found = read({
      prompts: ['prompts.py:ask', 'file://gone.txt', 'exec:./x.sh'],
      tests: [{ vars: { q: '1', '': 'x' } }],
    });
    expect(found.prompts.map(({ title }) => title)).toEqual(['prompts:ask', 'gone', 'x']);
    expect(textOf(found)).toBe('q:\n{{q}}');
    expect(found.told).toContain('prompts.py:ask is a program');
    expect(found.told).toContain('gone.txt is not among the files');
  });

  it('run on the providers that name them, and get the tests that name them', () => {
    const found = read({
      prompts: [
        { raw: 'A', label: 'a' },
        { raw: 'B', label: 'b' },
      ],
      providers: [{ id: 'anthropic:haiku', prompts: ['a'] }, 'openai:other'],
      tests: [{ description: 'both' }, { description: 'only b', prompts: ['b'] }],
    });
    expect(found.prompts.map(({ cases }) => cases.map(({ name }) => name))).toEqual([
      ['both'],
      ['both', 'only b'],
    ]);
    expect(found.prompts.map(({ suites }) => suites.flatMap(({ models }) => models))).toEqual([
      [haiku, echo],
      [echo],
    ]);
  });
});

describe('tests', () => {
  it('make one case of each combination, with what holds for all', () => {
    const found = read({
      prompts: ['{{a}} {{b}}'],
      defaultTest: {
        vars: { b: ['1', '2'], c: 'of {{a}}' },
        assert: [{ type: 'contains', value: '{{a}}' }],
        metadata: { level: 'easy' },
      },
      tests: [
        { vars: { a: ['x', 'y'] } },
        { description: 'Fixed', vars: { a: ['x', 'y'], b: '3' }, options: { disableVarExpansion: true } },
      ],
    });
    expect(valuesOf(found)?.map(({ a, b, c }) => [a, b, c])).toEqual([
      ['x', '1', 'of x'],
      ['y', '1', 'of y'],
      ['x', '2', 'of x'],
      ['y', '2', 'of y'],
      [['x', 'y'], '3', 'of ["x","y"]'],
    ]);
    const [first] = found.prompts[0]?.cases ?? [];
    expect(first).toMatchObject({
      tags: ['level:easy'],
      assertions: [{ kind: 'contains', values: ['x'], required: true }],
    });
  });

  it('stand in files of all kinds, in folders of their own', () => {
    const found = read(
      {
        prompts: ['{{q}}'],
        tests: [
          'file://t/more.csv',
          't/one.yaml',
          { path: 'file://t/lines.jsonl' },
          'file://t/gen.py',
          'https://x/y',
        ],
      },
      {
        't/more.csv':
          'q,__expected,__expected2,__description,__threshold,__metadata:kind,__config:__expected2:threshold\n"a, b","contains-any: x,y",similar: z,Named,0.5,k,0.9\nc,Paris,,,,,\n',
        't/one.yaml': '- vars: file://vars.yaml\n- vars: {q: file://deep/text.txt}\n',
        't/vars.yaml': 'q: from a file\n',
        't/deep/text.txt': 'deep',
        't/lines.jsonl': '{"vars":{"q":"l"},"assert":[{"type":"equals","value":{"a":1}}]}\nnot json\n',
      },
    );
    expect(valuesOf(found)?.map(({ q }) => q)).toEqual(['a, b', 'c', 'from a file', 'deep', 'l']);
    const [named, paris, , , line] = found.prompts[0]?.cases ?? [];
    expect(named).toMatchObject({
      name: 'Named',
      tags: ['kind:k'],
      passScore: 0.5,
      assertions: [
        { kind: 'contains', values: ['x', 'y'], mode: 'any', required: false },
        { kind: 'judged', atLeast: 0.9, judges: [echo] },
      ],
    });
    expect(paris?.assertions).toMatchObject([{ kind: 'equals', value: 'Paris', required: true }]);
    expect(line?.assertions).toMatchObject([
      { kind: 'json_path', path: '$', operator: 'equals', value: { a: 1 } },
    ]);
    for (const words of ['gen.py makes are left out', 'https://x/y are not fetched', 'no JSON is left out'])
      expect(found.told).toContain(words);
  });

  it('of scenarios are run with each of their sets of values', () => {
    const found = read({
      prompts: ['{{l}} {{w}}'],
      scenarios: [
        {
          config: [{ vars: { l: 'de', e: 'Hallo' } }, { vars: { l: 'fr', e: 'Salut' } }],
          tests: [{ vars: { w: 'Hi' }, assert: [{ type: 'icontains', value: '{{e}}' }] }],
        },
      ],
    });
    expect(
      found.prompts[0]?.cases.map(({ values, assertions }) => [
        values.l,
        (assertions[0] as { values: string[] }).values,
      ]),
    ).toEqual([
      ['de', ['Hallo']],
      ['fr', ['Salut']],
    ]);
  });

  it('that are missing leave one case that can be run', () => {
    const found = read({ prompts: ['{{q}}'], tests: 'gone.csv' });
    expect(found.prompts[0]?.cases).toMatchObject([
      { name: 'Stands in for gone.csv', values: { q: 'gone.csv' } },
    ]);
    expect(found.told).toContain('gone.csv is not among the files');
  });

  it('keep what their variables hold, whatever its kind', () => {
    const found = read({
      prompts: ['{{n}} {{#o}} {{o.a}} {% for x in list %}{{x}}{% endfor %} {% if on %}!{% endif %}'],
      tests: [{ vars: { n: 5, o: { a: 1 }, list: [1, 2], on: 'yes' } }],
    });
    const { document, cases } = found.prompts[0] as FooImport['prompts'][number];
    const { problems } = render(document, cases[0]?.values as never);
    expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  });
});

describe('assertions', () => {
  it.each([
    [
      { type: 'equals', value: 'a' },
      { kind: 'equals', value: 'a' },
    ],
    [
      { type: 'not-equals', value: 'a' },
      { kind: 'equals', not: true },
    ],
    [
      { type: 'contains', value: 0 },
      { kind: 'contains', values: ['0'] },
    ],
    [
      { type: 'icontains-all', value: ['A', 'B'] },
      { kind: 'contains', mode: 'all', ignoreCase: true },
    ],
    [
      { type: 'not-contains-any', value: ['A'] },
      { kind: 'contains', mode: 'any', not: true },
    ],
    [
      { type: 'contains-all', value: 'a, b' },
      { kind: 'contains', values: ['a', 'b'] },
    ],
    [
      { type: 'starts-with', value: 'a' },
      { kind: 'starts_with', value: 'a' },
    ],
    [
      { type: 'regex', value: '(?i)^a' },
      { kind: 'regex', pattern: '^a', flags: 'i' },
    ],
    [{ type: 'is-json' }, { kind: 'json' }],
    [
      { type: 'is-json', value: { type: 'object' } },
      { kind: 'json_schema', schema: { type: 'object' } },
    ],
    [
      { type: 'is-json', value: '{"type":"array"}' },
      { kind: 'json_schema', schema: { type: 'array' } },
    ],
    [
      { type: 'latency', threshold: 500 },
      { kind: 'latency', atMostMs: 500 },
    ],
    [
      { type: 'cost', threshold: 0.002 },
      { kind: 'cost', atMostMicroDollars: 2_000 },
    ],
    [
      { type: 'rouge-n', value: 'a b', threshold: 0.6 },
      { kind: 'similarity', measure: 'words', atLeast: 0.6 },
    ],
    [
      { type: 'similar', value: 'a', threshold: 0.8 },
      { kind: 'judged', atLeast: 0.8 },
    ],
    [
      { type: 'similar', value: 'a {{who}}', provider: 'openai:embedding:small' },
      { kind: 'meaning', value: 'a Ada', model: { ...haiku, model: 'small' }, atLeast: 0.75 },
    ],
    [
      { type: 'not-similar:cosine', value: 'a', provider: { embedding: { id: 'openai:embedding:small' } } },
      { kind: 'meaning', value: 'a', not: true },
    ],
    [
      { type: 'similar:dot', value: 'a', provider: 'openai:embedding:small' },
      { kind: 'judged', rubric: expect.stringContaining('meaning') },
    ],
    [
      { type: 'similar', value: ['a', 'b'], provider: 'openai:embedding:small' },
      { kind: 'judged', rubric: expect.stringContaining('1. a 2. b') },
    ],
    [
      { type: 'llm-rubric', value: 'Is {{who}} kind?', provider: 'anthropic:haiku' },
      { kind: 'judged', rubric: 'Is Ada kind?', judges: [haiku] },
    ],
    [
      { type: 'model-graded-closedqa', value: 'short' },
      { kind: 'judged', rubric: expect.stringContaining('short') },
    ],
    [{ type: 'factuality', value: 'x' }, { kind: 'judged' }],
    [
      { type: 'g-eval', value: ['a', 'b'] },
      { kind: 'judged', rubric: expect.stringContaining('1. a 2. b'), atLeast: 0.7 },
    ],
    [
      { type: 'javascript', value: 'output.length > 3' },
      { kind: 'javascript', code: expect.stringContaining('output.length > 3') },
    ],
    [
      { type: 'contains', value: 'a', weight: 0 },
      { kind: 'contains', weight: 0, required: false },
    ],
    [
      { type: 'contains', value: 'a', weight: 2.5 },
      { weight: 2.5, required: true },
    ],
    [
      { type: 'finish-reason', value: 'stop' },
      { kind: 'finish_reason', reasons: ['stop'] },
    ],
    [
      { type: 'not-finish-reason', value: 'MAX_TOKENS', transform: 'output.trim()' },
      { kind: 'finish_reason', reasons: ['length'], not: true },
    ],
    [{ type: 'levenshtein', value: 'a', threshold: 3 }, { kind: 'javascript' }],
    [{ type: 'contains-json' }, { kind: 'javascript' }],
    [{ type: 'is-refusal' }, { kind: 'javascript' }],
    [{ type: 'is-xml' }, { kind: 'javascript' }],
    [{ type: 'word-count', value: { min: 1, max: 9 } }, { kind: 'javascript' }],
  ])('%j', (given, wanted) => {
    expect(one(given, { who: 'Ada' }).assertion).toMatchObject(wanted);
  });

  it.each([
    ['python', 'Python'],
    ['webhook', 'call an address'],
    ['moderation', 'moderation'],
    ['select-best', 'compares answers'],
    ['is-sql', 'nothing here reads SQL'],
    ['not-contains-sql', 'nothing here reads SQL'],
    ['finish-reason', 'is left out (reasons.0)'],
    ['f-score', 'all cases together'],
    ['no-such-kind', 'no counterpart'],
    ['latency', 'is left out'],
  ])('%s without a counterpart is said and left out', (type, words) => {
    const found = one({ type, value: 'file://x.py' });
    expect(found.assertion).toBeUndefined();
    expect(found.told).toContain(words);
  });

  it('reads code and schemas from files of the upload, and says which are not there', () => {
    const code = one(
      { type: 'javascript', value: 'file://check.js', config: { most: 3 } },
      {},
      { 'check.js': 'module.exports = (output, { config }) => output.length < config.most;' },
    );
    expect(code.assertion).toMatchObject({
      kind: 'javascript',
      code: expect.stringContaining('output.length < config.most'),
    });
    expect(one({ type: 'javascript', value: 'file://gone.js' }).told).toContain(
      'gone.js is not among the files',
    );
    expect(
      one({ type: 'is-json', value: 'file://s.json' }, {}, { 's.json': '{"type":"object"}' }).assertion,
    ).toMatchObject({ schema: { type: 'object' } });
    expect(one({ type: 'contains', value: 'file://../../etc/passwd' })).toMatchObject({
      told: expect.stringContaining('is not among the files'),
    });
  });

  it('in sets and templates are written out', () => {
    const found = read({
      prompts: ['x'],
      assertionTemplates: { short: { type: 'javascript', value: 'output.length < 9' } },
      tests: [
        {
          assert: [
            { $ref: '#/assertionTemplates/short' },
            {
              type: 'assert-set',
              threshold: 0.5,
              weight: 2,
              assert: [
                { type: 'contains', value: 'a', weight: 3 },
                { type: 'contains', value: 'b' },
              ],
            },
            { $ref: '#/gone' },
          ],
        },
      ],
    });
    expect(found.prompts[0]?.cases[0]?.assertions).toMatchObject([
      { kind: 'javascript', required: true },
      { kind: 'contains', weight: 1.5, required: false },
      { kind: 'contains', weight: 0.5, required: false },
    ]);
    expect(found.told).toContain('#/gone leads nowhere');
  });
});

describe('a set of assertions', () => {
  const set = { type: 'assert-set', threshold: 0.5, assert: [{ type: 'contains', value: 'a', weight: 3 }] };
  const caseOf = (test: object) => {
    const found = read({ prompts: ['x'], tests: [test] });
    return { ...found.prompts[0]?.cases[0], told: found.told };
  };

  it('that is all a test asserts, is its score', () => {
    const found = caseOf({ assert: [set] });
    expect(found).toMatchObject({ passScore: 0.5, assertions: [{ kind: 'contains', required: false }] });
    expect(found.told).not.toContain('threshold');
  });

  it('beside others, or under a threshold of the test, loses its own, which is said', () => {
    const beside = caseOf({ assert: [set, { type: 'contains', value: 'b' }] });
    expect(beside).toMatchObject({ passScore: null });
    expect(beside.told).toContain('with the threshold 0.5 is written out');
    const under = caseOf({ threshold: 0.9, assert: [set] });
    expect(under).toMatchObject({ passScore: 0.9 });
    expect(under.told).toContain('with the threshold 0.5 is written out');
  });
});

describe('a file of several YAML documents', () => {
  const first = '---\nprompts: [x]\ntests: [{}]\n---\n';

  it('is its first, and the others are named', () => {
    const found = read(`${first}prompts: [y]\n`);
    expect(found.prompts.map(({ title }) => title)).toEqual(['x']);
    expect(found.told).toContain('promptfooconfig.yaml holds several YAML documents');
    expect(found.told).toContain('the other one is left out');
    expect(read(`${first}prompts: [y]\n---\nprompts: [z]\n`).told).toContain('the 2 others are left out');
  });

  it('is whole where only the mark of another stands at its end', () => {
    expect(read(first).told).not.toContain('several');
  });
});

describe('providers', () => {
  it.each([{ transform: 'output.trim()' }, { config: { transformResponse: 'json.answer' } }])(
    'lose what they make of answers, which is said: %j',
    (more) => {
      const found = read({ prompts: ['x'], providers: [{ id: 'anthropic:haiku', ...more }], tests: [{}] });
      expect(found.told).toContain('of a provider is left out: assertions see its answers as they came');
    },
  );

  it('become models and settings of one suite where every pair is wanted, and of several where not', () => {
    const settings = [0, 0.4].map((temperature) => ({
      id: 'anthropic:haiku',
      config: { temperature, max_tokens: 9, apiKey: 'secret' },
    }));
    const square = read({ prompts: ['x'], providers: settings, tests: [{}] });
    expect(square.prompts[0]?.suites).toMatchObject([
      { models: [haiku], settings: [{ temperature: 0, maxOutputTokens: 9 }, { temperature: 0.4 }] },
    ]);
    expect(square.told).toContain('“apiKey” of a provider is no setting here');
    expect(square.told).not.toContain('secret');
    const uneven = read({ prompts: ['x'], providers: [...settings, 'openai:gpt'], tests: [{}] });
    expect(uneven.prompts[0]?.suites.map(({ models, settings: own }) => [models, own.length])).toEqual([
      [[haiku], 2],
      [[echo], 1],
    ]);
    expect(uneven.told).toContain('“echo” stands in for it');
  });

  it.each([
    ['openai:gpt', ['openai:gpt']],
    [{ 'openai:gpt': { config: { temperature: 1 } } }, ['openai:gpt']],
    [['file://provider.yaml'], ['anthropic:haiku', 'python:own.py']],
  ])('%j', (providers, ids) => {
    const found = read(
      { prompts: ['x'], providers, tests: [{}] },
      { 'provider.yaml': '- id: anthropic:haiku\n- python:own.py\n' },
    );
    expect(found.providers.map(({ id }) => id)).toEqual(ids);
  });

  it.each([
    [{ thinking: { type: 'enabled', budget_tokens: 2_048 } }, { reasoningTokens: 2_048 }],
    [{ thinking: { type: 'disabled' } }, { reasoningTokens: 0 }],
    [
      { generationConfig: { temperature: 1, thinkingConfig: { thinkingBudget: 512 } } },
      { temperature: 1, reasoningTokens: 512 },
    ],
    [{ reasoning: { effort: 'low' } }, { reasoningEffort: 'low' }],
  ])('keep how much they think: %j', (config, settings) => {
    const found = read({ prompts: ['x'], providers: [{ id: 'anthropic:haiku', config }], tests: [{}] });
    expect(found.providers[0]?.settings).toEqual(settings);
    expect(found.told).toBe('');
  });
});

describe('what is meant to harm', () => {
  const bomb = [
    'a: &a [x,x,x,x,x,x,x,x,x]',
    ...'bcdefghi'
      .split('')
      .map((name, index) => `${name}: &${name} [${Array(9).fill(`*${'abcdefgh'[index]}`).join(',')}]`),
  ].join('\n');
  it.each([
    ['a bomb of names', `${bomb}\nprompts: *i\n`],
    [
      'references to references',
      `${JSON.stringify({ prompts: ['x'], ...Object.fromEntries(Array.from({ length: 30 }, (_, index) => [`r${index}`, [{ $ref: `#/r${index + 1}` }, { $ref: `#/r${index + 1}` }]])) })}`,
    ],
    ['a tree without end', `prompts: ${'['.repeat(20_000)}`],
    ['a wheel', 'a: &a {b: *a}\nprompts: [x]\n'],
    [
      'a prototype',
      '__proto__: {x: 1}\nprompts: [x]\ntests: [{vars: {__proto__: {y: 1}, constructor: 1}}]\n',
    ],
    ['no YAML', 'prompts: [}\n'],
    ['a list', '- a\n'],
    ['nothing', ''],
    [
      'wrong kinds',
      'prompts: 5\nproviders: {a: 1}\ntests: {vars: 7}\ndefaultTest: 3\nscenarios: x\nevaluateOptions: []\n',
    ],
    [
      'nulls',
      'prompts: [null]\nproviders: [null]\ntests: [null, {vars: null, assert: null}]\ndefaultTest: null\n',
    ],
    [
      'too many pairs',
      `prompts: ['x']\ntests: [{vars: {${'abcdefgh'.split('').map((name) => `${name}: [${Array.from({ length: 40 }, (_, index) => `'${index}'`)}]`)}}}]\n`,
    ],
  ])('%s is told, and nothing is thrown', (_what, text) => {
    const from = performance.now();
    const { value, problems } = importPromptfoo([{ path: 'promptfooconfig.yaml', text }], options);
    expect(performance.now() - from).toBeLessThan(15_000);
    expect(value !== null || problems.length > 0).toBe(true);
    expect(({} as { x?: unknown }).x).toBeUndefined();
  });
});

const samples = join(samplesDirectory() ?? '', 'prompts/promptfoo-configs');
describe.skipIf(!samplesDirectory())('the samples', () => {
  const files: BundleFile[] = readdirSync(samples, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.\w+$/.test(path))
    .map((path) => ({ path, text: readFileSync(join(samples, path), 'utf8') }));
  const configs = files.map(({ path }) => path).filter((path) => path.includes('promptfooconfig'));

  it('are five configurations, and each is read with something to run', () => {
    expect(configs).toHaveLength(5);
    for (const config of configs) {
      const { value, problems } = importPromptfoo(files, { ...options, config });
      expect(value?.prompts.length, config).toBeGreaterThan(0);
      for (const { document, cases, suites } of value?.prompts ?? []) {
        promptDocumentSchema.parse(document);
        expect(suites.length, config).toBeGreaterThan(0);
        const rendered = render(document, cases[0]?.values as never);
        expect(
          rendered.problems.filter(({ severity }) => severity === 'error'),
          config,
        ).toEqual([]);
      }
      expect(problems.length, config).toBeGreaterThan(0);
    }
  });

  it('classify: three prompts in Python with 68 rows at five temperatures', () => {
    const { value, problems } = importPromptfoo(files, options);
    expect(value?.prompts.map(({ title, cases }) => [title, cases.length])).toEqual([
      ['prompts:simple_classify', 68],
      ['prompts:rag_classify', 68],
      ['prompts:rag_chain_of_thought_classify', 68],
    ]);
    expect(value?.prompts[0]?.suites).toMatchObject([
      {
        models: [haiku],
        settings: [0, 0.2, 0.4, 0.6, 0.8].map((temperature) => ({ temperature, maxOutputTokens: 4096 })),
      },
    ]);
    expect(value?.prompts[0]?.cases[0]?.assertions).toMatchObject([
      { kind: 'contains', mode: 'any', ignoreCase: true },
      { kind: 'contains', values: ['Billing Inquiries'] },
    ]);
    expect(told(problems)).toContain('transform.py is a program');
  });
});
