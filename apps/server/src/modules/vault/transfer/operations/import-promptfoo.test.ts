import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as suites from '@promptvault/contract/studio/suites/routes';
import type { SuiteItemView, SuiteReportView } from '@promptvault/contract/studio/suites/shapes';
import { getPrompt } from '@promptvault/contract/vault/prompts/routes';
import * as contract from '@promptvault/contract/vault/transfer/routes';
import { openRunHouse, pause, type RunHouse } from '@promptvault/testing/run-house';
import { samplesDirectory } from '@promptvault/testing/samples';
import { callers, type TestHouse } from '@promptvault/testing/test-house';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

let runs: RunHouse;
beforeAll(async () => {
  runs = await openRunHouse();
});
afterAll(() => runs.close());

type Caller = Parameters<TestHouse['as']>[0];
const config = (given: object, more: Record<string, string> = {}) => ({
  files: [
    { path: 'promptfooconfig.yaml', text: JSON.stringify(given) },
    ...Object.entries(more).map(([path, text]) => ({ path, text })),
  ],
});
const load = (body: object, caller: Caller = 'editor') =>
  runs.house.as(caller).call(contract.importPromptfoo, { body });
const scripted = (id: string, model = 'scripted-echo') => ({ id, connectionId: runs.connectionId, model });

async function run(suiteId: string): Promise<{ report: SuiteReportView; items: SuiteItemView[] }> {
  const editor = runs.house.as('editor');
  const started = await editor.call(suites.startSuite, { params: { suiteId }, body: {} });
  expect(started.status, JSON.stringify(started.body)).toBe(201);
  const params = { suiteRunId: started.body.id as string };
  for (;;) {
    const { body: report } = await editor.call(suites.getSuiteRun, { params });
    if (report.status === 'running') await pause(50);
    else {
      const query = { limit: 200 };
      return { report, items: (await editor.call(suites.listSuiteItems, { params, query })).body.items };
    }
  }
}

describe('importPromptfoo', () => {
  it('makes a prompt, cases and a suite, which run', async () => {
    const given = config(
      {
        description: 'Echoes',
        prompts: [{ raw: 'Say {{word}}.', label: 'Say' }],
        providers: [{ id: 'openai:gpt-x', config: { temperature: 0.5 } }],
        defaultTest: { assert: [{ type: 'latency', threshold: 60_000 }] },
        tests: [
          { description: 'holds', vars: { word: 'tide' }, assert: [{ type: 'icontains', value: 'TIDE' }] },
          { description: 'lacks', vars: { word: 'moon' }, assert: [{ type: 'contains', value: 'sun' }] },
        ],
      },
      {},
    );
    const providers = [scripted('openai:gpt-x')];
    const preview = await runs.house
      .as('editor')
      .call(contract.previewPromptfooImport, { body: { ...given, providers } });
    expect(preview.body).toMatchObject({
      title: 'Echoes',
      prompts: [{ title: 'Say', excerpt: 'Say {{word}}.', cases: 2, suites: ['Echoes'] }],
      providers: [{ id: 'openai:gpt-x', model: { model: 'scripted-echo' }, settings: { temperature: 0.5 } }],
      problems: [],
    });
    const { status, body } = await load({ ...given, providers, tags: ['Foo'] });
    expect(status, JSON.stringify(body)).toBe(201);
    expect(body.session).toMatchObject({ source: 'promptfoo', created: 1, fileName: 'promptfooconfig.yaml' });
    const { report, items } = await run(body.prompts[0].suiteIds[0]);
    expect(report).toMatchObject({
      status: 'finished',
      passed: 1,
      failed: 1,
      errors: 0,
      suiteName: 'Echoes',
    });
    expect(items.map(({ caseName, status: came }) => [caseName, came])).toEqual([
      ['holds', 'passed'],
      ['lacks', 'failed'],
    ]);
    const undone = await runs.house
      .as('editor')
      .call(contract.undoImport, { params: { importId: body.session.id } });
    expect(undone.body).toMatchObject({ removed: 1 });
    const params = { promptId: body.prompts[0].promptId };
    expect((await runs.house.as('editor').call(getPrompt, { params })).status).toBe(404);
  });

  it('judges by code as promptfoo would', async () => {
    const code: [name: string, output: string, assertion: object, status: string][] = [
      ['expression', 'abcd', { type: 'javascript', value: 'output.length > 3' }, 'passed'],
      ['body', 'abcd', { type: 'javascript', value: 'const n = output.length;\nreturn n > 9;' }, 'failed'],
      ['arrow', 'abcd', { type: 'javascript', value: '(output) => output.includes("b")' }, 'passed'],
      ['score', 'abcd', { type: 'javascript', value: '0.2', threshold: 0.1 }, 'passed'],
      ['low', 'abcd', { type: 'javascript', value: '0.2', threshold: 0.5 }, 'failed'],
      ['zero', 'abcd', { type: 'javascript', value: '0' }, 'failed'],
      [
        'many',
        'abcd',
        { type: 'javascript', value: 'Math.log(output.length) * 10', threshold: 0.5 },
        'passed',
      ],
      ['vars', 'abcd', { type: 'javascript', value: 'output.includes(context.vars.word)' }, 'passed'],
      [
        'graded',
        'abcd',
        { type: 'javascript', value: 'return { pass: false, score: 0.5, reason: "so" };' },
        'failed',
      ],
      ['file', 'abcd', { type: 'javascript', value: 'file://a.js', config: { most: 9 } }, 'passed'],
      ['named', 'abcd', { type: 'javascript', value: 'file://b.mjs:second' }, 'failed'],
      ['not', 'abcd', { type: 'not-javascript', value: 'output.length > 3' }, 'failed'],
      ['near', 'abcd', { type: 'levenshtein', value: 'abxd', threshold: 1 }, 'passed'],
      ['far', 'abcd', { type: 'levenshtein', value: 'xyz', threshold: 1 }, 'failed'],
      ['json in it', 'Here: {"a": [1, "}"]} ok', { type: 'contains-json' }, 'passed'],
      ['no json', 'Here: {a} ok', { type: 'contains-json' }, 'failed'],
      ['words', 'one two three', { type: 'word-count', value: { min: 2, max: 3 } }, 'passed'],
      ['word', 'one two three', { type: 'word-count', value: 2 }, 'failed'],
      ['refusal', 'I’m sorry, but no.', { type: 'is-refusal' }, 'passed'],
      ['no refusal', 'Gladly.', { type: 'not-is-refusal' }, 'passed'],
      [
        'xml',
        '<?xml version="1.0"?><a b="c"><d/>x<!-- > --></a>',
        { type: 'is-xml', value: 'a.d' },
        'passed',
      ],
      ['no xml', '<a><b></a></b>', { type: 'is-xml' }, 'failed'],
      ['some xml', 'See <a>x</a>.', { type: 'contains-xml' }, 'passed'],
      ['html', 'A <b>bold</b> word', { type: 'contains-html' }, 'passed'],
      ['no html', 'a < b and c > d', { type: 'contains-html' }, 'failed'],
      ['data', '{"a":1}', { type: 'equals', value: { a: 1 } }, 'passed'],
    ];
    const given = config(
      {
        prompts: ['{{word}}'],
        providers: ['x:y'],
        tests: code.map(([description, word, assertion]) => ({
          description,
          vars: { word },
          assert: [assertion],
        })),
      },
      {
        'a.js': 'module.exports = (output, { config }) => output.length < config.most;',
        'b.mjs':
          'export function first() { return true; }\nexport const second = async (output) => ({ pass: false, reason: "no" });',
      },
    );
    const { body } = await load({ ...given, providers: [scripted('x:y')] });
    const { items } = await run(body.prompts[0].suiteIds[0]);
    expect(
      items.map(({ caseName, status, results }) => [caseName, status, status === 'error' ? results : '']),
    ).toEqual(code.map(([name, , , status]) => [name, status, '']));
    expect(items.flatMap(({ results }) => results.filter(({ status }) => status === 'error'))).toEqual([]);
  }, 120_000);

  it('finds the models that are meant among the connections, and says what stands in', async () => {
    const given = config({
      prompts: ['x'],
      providers: ['echo', 'openrouter:scripted-fast', 'anthropic:claude-x'],
      tests: [{}],
    });
    const { body } = await runs.house.as('editor').call(contract.previewPromptfooImport, { body: given });
    expect(body.providers.map(({ model }: { model: object | null }) => model)).toEqual([
      { connectionId: null, model: 'echo' },
      { connectionId: runs.connectionId, model: 'scripted-fast' },
      null,
    ]);
    expect(body.problems.map(({ message }: { message: string }) => message).join()).toContain(
      '“echo” stands in for it',
    );
  });

  it('is for whoever may import, and names only what the caller sees', async () => {
    const given = config({ prompts: ['x'], tests: [{}] });
    const statuses = await Promise.all(
      callers.map(async (caller) => [caller, (await load(given, caller)).status] as const),
    );
    expect(Object.fromEntries(statuses)).toEqual({
      owner: 201,
      admin: 201,
      editor: 201,
      viewer: 403,
      guest: 403,
      stranger: 201,
      nobody: 401,
    });
    const others = await load({ ...given, providers: [scripted('a:b')] }, 'stranger');
    expect(others.status).toBe(404);
  });

  it.each([
    ['no configuration', { files: [{ path: 'a.txt', text: 'x' }] }, 'import.unreadable'],
    ['no YAML', { files: [{ path: 'promptfooconfig.yaml', text: '[}' }] }, 'import.unreadable'],
    ['a NUL', { files: [{ path: 'promptfooconfig.yaml', text: 'prompts: ["a\\0b"]' }] }, undefined],
    [
      'half a pair',
      {
        files: [
          {
            path: 'promptfooconfig.json',
            text: '{"prompts":["\\ud800 {{x}}"],"tests":[{"vars":{"x":"\\udfff"},"assert":[{"type":"equals","value":"\\ud800"}]}]}',
          },
        ],
      },
      undefined,
    ],
    [
      'strange names',
      {
        files: [
          {
            path: 'promptfooconfig.json',
            text: JSON.stringify({
              description: '\n\u0000',
              prompts: ['{{ }} {% x'],
              tests: [{ description: '\u0000', vars: { 'a b': 1, '.': 2 }, metadata: { a: '\u0000,' } }],
            }),
          },
        ],
      },
      undefined,
    ],
    [
      'too many cases',
      config({ prompts: ['a', 'b', 'c'], tests: Array.from({ length: 7_000 }, () => ({})) }),
      'import.too_many_cases',
    ],
  ])(
    'answers %s with a sentence',
    async (_what, body, code) => {
      const answer = await load(body);
      expect(answer.status).toBe(code ? 422 : 201);
      expect(answer.body.code).toBe(code);
    },
    60_000,
  );
});

const folder = join(samplesDirectory() ?? '', 'prompts/promptfoo-configs');
describe.skipIf(!samplesDirectory())('the samples', () => {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.\w+$/.test(path))
    .map((path) => ({ path, text: readFileSync(join(folder, path), 'utf8') }));
  const configs = files.map(({ path }) => path).filter((path) => path.includes('promptfooconfig'));

  it.each(configs)(
    '%s is imported and run',
    async (path) => {
      const otherwise = { connectionId: runs.connectionId, model: 'scripted-echo' };
      const { status, body } = await load({ files, config: path, otherwise });
      expect(status, JSON.stringify(body)).toBe(201);
      expect(body.session.problems.length).toBeGreaterThan(0);
      for (const { suiteIds } of body.prompts.slice(0, 1)) {
        expect(suiteIds.length).toBeGreaterThan(0);
        const { report } = await run(suiteIds[0]);
        expect(report).toMatchObject({ status: 'finished', errors: 0, waiting: 0 });
      }
    },
    180_000,
  );
});
