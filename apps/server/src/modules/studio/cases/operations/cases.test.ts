import * as contract from '@promptvault/contract/studio/cases/routes';
import type { TestCaseView } from '@promptvault/contract/studio/cases/shapes';
import { createPrompt } from '@promptvault/contract/vault/prompts/routes';
import { emptyDocument } from '@promptvault/document';
import { type Caller, callers, openTestHouse, type TestHouse } from '@promptvault/testing/test-house';
import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readCaseCsv } from './case-csv.ts';

let house: TestHouse;
let promptId: string;
beforeAll(async () => {
  house = await openTestHouse();
  const document = {
    ...emptyDocument(),
    sections: [{ id: 's1', kind: 'instructions', role: null, text: 'Explain {{topic}}.' }],
  };
  const made = await house
    .as('editor')
    .call(createPrompt, { body: { title: 'Tides', document, commit: true } });
  promptId = made.body.id;
});
afterAll(() => house.close());

const editor = () => house.as('editor');
let sets = 0;
const newSet = async () => {
  sets += 1;
  const { status, body } = await editor().call(contract.createCaseSet, {
    body: { promptId, name: `Set ${sets}` },
  });
  expect(status).toBe(201);
  return { caseSetId: body.id as string };
};
const add = (params: { caseSetId: string }, cases: object[]) =>
  editor().call(contract.addCases, { params, body: { cases } });
const list = async (
  params: { caseSetId: string },
  query: Record<string, string | number> = {},
): Promise<TestCaseView[]> => (await editor().call(contract.listCases, { params, query })).body.items;
const names = (cases: TestCaseView[]) => cases.map(({ name }) => name);

describe('a set of cases', () => {
  it('has a version for each change of its cases, and can be read as of each', async () => {
    const params = await newSet();
    const added = await add(params, [
      { name: 'One', values: { topic: 'a' } },
      { name: 'Two' },
      { name: 'Three' },
    ]);
    expect(added.body.set).toMatchObject({ version: 1, cases: 3, revision: 1 });
    const [one, two] = added.body.cases as TestCaseView[];
    const changed = await editor().call(contract.updateCase, {
      params: { caseId: one?.id ?? '' },
      body: { name: 'First', expected: 'A' },
      revision: 1,
    });
    expect(changed.body).toMatchObject({
      name: 'First',
      expected: 'A',
      values: { topic: 'a' },
      revision: 2,
      position: 0,
    });
    await editor().call(contract.deleteCase, { params: { caseId: two?.id ?? '' }, revision: 1 });
    expect((await editor().call(contract.getCaseSet, { params })).body).toMatchObject({
      version: 3,
      cases: 2,
    });
    expect(names(await list(params))).toEqual(['First', 'Three']);
    expect(names(await list(params, { version: 2 }))).toEqual(['First', 'Two', 'Three']);
    expect(names(await list(params, { version: 1 }))).toEqual(['One', 'Two', 'Three']);
    expect(names(await list(params, { version: 0 }))).toEqual([]);
  });

  it('refuses assertions that no answer can be held against, with their place', async () => {
    const params = await newSet();
    const bad = { name: 'Bad', assertions: [{ kind: 'json' }, { kind: 'regex', pattern: '(' }] };
    const refused = await add(params, [{ name: 'Good' }, bad]);
    expect(refused.status).toBe(422);
    expect(refused.body).toMatchObject({
      code: 'request.invalid',
      errors: [{ path: ['cases', 1, 'assertions', 1, 'pattern'] }],
    });
    const [good] = (await add(params, [{ name: 'Good' }])).body.cases as TestCaseView[];
    for (const [assertion, path] of [
      [
        { kind: 'json_schema', schema: { properties: { age: { type: 'years' } } } },
        ['schema', 'properties', 'age', 'type'],
      ],
      [{ kind: 'json_path', path: '$.a[' }, ['path']],
    ] as const) {
      const change = { params: { caseId: good?.id ?? '' }, body: { assertions: [assertion] }, revision: 1 };
      const { status, body } = await editor().call(contract.updateCase, change as never);
      expect([status, body.errors?.[0]?.path]).toEqual([422, ['assertions', 0, ...path]]);
    }
    const csv = 'name,assertions\nOne,"[{""kind"":""regex"",""pattern"":""(""}]"\nTwo,\n';
    const { cases, problems } = readCaseCsv(csv);
    expect([cases.map(({ name }) => name), problems.map(({ line }) => line)]).toEqual([['Two'], [2]]);
  });

  it('takes one of two changes made from the same state', async () => {
    const params = await newSet();
    const [one] = (await add(params, [{ name: 'One' }])).body.cases as TestCaseView[];
    const change = (name: string) =>
      editor().call(contract.updateCase, { params: { caseId: one?.id ?? '' }, body: { name }, revision: 1 });
    const answers = await Promise.all(['A', 'B', 'C'].map(change));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 412, 412]);
    expect((await editor().call(contract.getCaseSet, { params })).body.version).toBe(2);
    const gone = await editor().call(contract.deleteCase, { params: { caseId: one?.id ?? '' }, revision: 1 });
    expect(gone.status).toBe(412);
  });

  it('says what a file would add, and adds nothing', async () => {
    const params = await newSet();
    const csv = 'name,topic,weight,assertions\nA,tides,2,\nB,moon,x,\nC,sun,,{\n';
    const preview = await editor().call(contract.previewCases, { params, body: { csv } });
    expect(preview.status).toBe(200);
    expect(preview.body).toMatchObject({
      total: 1,
      columns: ['topic'],
      cases: [{ name: 'A', values: { topic: 'tides' }, weight: 2 }],
      problems: [{ line: 3 }, { line: 4 }],
    });
    expect(names(await list(params))).toEqual([]);
    const nobody = await house.as('viewer').call(contract.previewCases, { params, body: { csv } });
    expect(nobody.status).toBe(403);
  });

  it('pages, and finds by tag and by name', async () => {
    const params = await newSet();
    await add(
      params,
      Array.from({ length: 5 }, (_, index) => ({ name: `Case ${index}`, tags: index % 2 ? ['odd'] : [] })),
    );
    const first = (await editor().call(contract.listCases, { params, query: { limit: 2 } })).body;
    const rest = (
      await editor().call(contract.listCases, { params, query: { limit: 9, cursor: first.nextCursor } })
    ).body;
    expect(names([...first.items, ...rest.items])).toEqual([0, 1, 2, 3, 4].map((index) => `Case ${index}`));
    expect(names(await list(params, { tag: 'odd' }))).toEqual(['Case 1', 'Case 3']);
    expect(names(await list(params, { q: '%' }))).toEqual([]);
    expect(names(await list(params, { q: 'e 4' }))).toEqual(['Case 4']);
  });

  it('is renamed, deleted and brought back, and its name is its own', async () => {
    const params = await newSet();
    const rename = (name: string, revision: number) =>
      editor().call(contract.updateCaseSet, { params, body: { name }, revision });
    expect((await rename('set 1', 1)).body.code).toBe('case.set_name_taken');
    expect((await rename('Mine', 1)).body).toMatchObject({ name: 'Mine', revision: 2 });
    expect((await editor().call(contract.deleteCaseSet, { params, revision: 1 })).status).toBe(412);
    expect((await editor().call(contract.deleteCaseSet, { params, revision: 2 })).status).toBe(204);
    expect((await editor().call(contract.getCaseSet, { params })).status).toBe(404);
    expect((await editor().call(contract.restoreCaseSet, { params })).body).toMatchObject({ name: 'Mine' });
  });

  it('is seen with its prompt, and written by those who may', async () => {
    const params = await newSet();
    const statuses = async (ask: (caller: Caller) => Promise<{ status: number }>) =>
      Object.fromEntries(
        await Promise.all(callers.map(async (caller) => [caller, (await ask(caller)).status] as const)),
      );
    expect(await statuses((caller) => house.as(caller).call(contract.getCaseSet, { params }))).toEqual({
      ...{ owner: 200, admin: 200, editor: 200 },
      // The prompt is not published, so a viewer does not see it.
      ...{ viewer: 404, guest: 403, stranger: 404, nobody: 401 },
    });
    const body = { cases: [{ name: 'Theirs' }] };
    expect(await statuses((caller) => house.as(caller).call(contract.addCases, { params, body }))).toEqual({
      ...{ owner: 201, admin: 201, editor: 201, viewer: 403, guest: 403, stranger: 404, nobody: 401 },
    });
  });
});

describe('cases from CSV', () => {
  it('are made of the rows, and what cannot be one is said with its line', async () => {
    const params = await newSet();
    const csv =
      '\uFEFFName;topic;expected;weight;required;assertions\r\n' +
      'Neap;"neap; tides";;2,5;yes;"[{""kind"":""json""}]"\r\n' +
      "Sum;'=1+1;'-5;;;\r\nBad;x;;;;nonsense\r\nHeavy;x;;-3;;\r\n";
    const { status, body } = await editor().call(contract.importCases, { params, body: { csv } });
    expect(status).toBe(201);
    expect(body).toMatchObject({
      created: 2,
      columns: ['topic'],
      problems: [{ line: 4 }, { line: 5 }],
      set: { version: 1 },
    });
    expect(await list(params)).toMatchObject([
      {
        name: 'Neap',
        values: { topic: 'neap; tides' },
        expected: null,
        weight: 2.5,
        required: true,
        assertions: [{ kind: 'json' }],
      },
      { name: 'Sum', values: { topic: '=1+1' }, expected: '-5', weight: 1, required: false },
    ]);
    const exported = (await editor().call(contract.exportCases, { params })).body.csv as string;
    expect(exported).toContain("'=1+1");
    expect(exported).not.toMatch(/(^|,|")[=+@-]/m);
  });

  it('keep lists, numbers and gaps by what their headings say', async () => {
    const params = await newSet();
    const values = { topic: ['neap', 'spring, both'], other: ['a', 1], none: [], name: 'Moon', gap: '' };
    const given = [{ name: 'One', tags: ['a, b', 'c'], values }, { name: 'Two' }];
    expect((await add(params, given)).status).toBe(201);
    const { csv } = (await editor().call(contract.exportCases, { params })).body;
    expect((csv.split('\r\n')[0] ?? '').split(',').slice(7).sort()).toEqual(
      ['text:gap', 'text:name', 'json:none', 'json:other', 'lines:topic'].sort(),
    );
    const read = readCaseCsv(csv);
    expect(read.cases.map((one) => [one.name, one.tags, one.values])).toEqual([
      ['One', ['a, b', 'c'], values],
      ['Two', [], {}],
    ]);
  });

  it('are read from files of before, and by hand', () => {
    const read = readCaseCsv('name,tags,name,topic\nA,"x, y",Moon,\nB,"""x, y"", z",,"neap\nspring"\n');
    expect(read.problems).toEqual([]);
    expect(read.cases.map(({ name, tags, values }) => [name, tags, values])).toEqual([
      ['A', ['x', 'y'], { name: 'Moon', topic: '' }],
      ['B', ['x, y', 'z'], { name: '', topic: 'neap\nspring' }],
    ]);
  });

  it('are none of a row whose cells are more than the columns, or that is required in words nobody knows', () => {
    const { cases, problems } = readCaseCsv(
      'name,topic,required\nSpaced, "tides, big",yes\nTrailing,sea,no,,\nOdd,sky,maybe\nSure,moon,TRUE\n',
    );
    expect(cases.map(({ name, required }) => [name, required])).toEqual([
      ['Trailing', false],
      ['Sure', true],
    ]);
    expect(problems).toMatchObject([
      { line: 2, message: expect.stringMatching(/^This row has 4 cells and the first line 3/) },
      { line: 4, message: expect.stringContaining('and not “maybe”') },
    ]);
  });

  it('say of a value that no case can have that it is left out', () => {
    const read = readCaseCsv('name,__proto__,text:__proto__,json:n,"json:""x"\nA,x,y,1,\nB,,,{,\n');
    expect(read.problems.map(({ line }) => line)).toEqual([1, 1, 3]);
    expect(read.columns).toEqual(['n', '"x']);
    expect(read.cases.map(({ values }) => values)).toEqual([{ n: 1 }]);
    expect(Object.getPrototypeOf(read.cases[0]?.values)).toBe(Object.prototype);
  });

  it('refuses a file without rows', async () => {
    const params = await newSet();
    const { body } = await editor().call(contract.importCases, { params, body: { csv: 'name,topic\n' } });
    expect(body.code).toBe('case.unreadable');
  });

  const seed = Math.floor(Math.random() * 2 ** 31);
  it(`come back from an export as they were, however odd (seed ${seed})`, async () => {
    const signs = fc.constantFrom(',', '"', "'", '\n', '\r', ';', '|', '\t', ' ', '=', '@', 'a');
    const text = fc
      .oneof(
        fc.string({ unit: 'grapheme', maxLength: 20 }),
        fc.string({ unit: signs, maxLength: 8 }),
        fc.constantFrom('', "'=1", "''+", '-1', "'", '@x', 'x\uFEFF', 'sep=;', 'مرحبا', '👩‍💻', '\u2028'),
      )
      .filter((one) => !one.includes('\u0000'));
    const line = text.map((one) => one.replace(/[\r\n]/g, ' ').trim()).filter((one) => /[a-z=]/.test(one));
    const own = ['name', 'Name', 'expected', 'TAGS', 'weight', 'passscore', 'json:topic', 'text:name'];
    const odd = ['topic', 'constructor', '"', '"a"', ' topic', '=x', "'=x", 'a\r', ';;;;;;;;;;;;', '👩‍💻'];
    const valueName = fc.oneof(
      fc.constantFrom(...own, ...odd),
      text.filter((one) => one !== ''),
    );
    const value = fc.oneof(
      { weight: 4, arbitrary: text },
      fc.array(text, { maxLength: 3 }),
      fc.constantFrom(null, 0, -5, true, { name: 'a.md', text: '=1\r\n' }),
    );
    const part = fc.double({ min: 0, max: 1, noNaN: true }).map((score) => score + 0);
    const one = fc.record({
      name: line,
      values: fc.dictionary(valueName, value, { maxKeys: 5, noNullPrototype: true }),
      expected: fc.option(text),
      tags: fc.array(
        text.filter((tag) => tag !== ''),
        { maxLength: 4 },
      ),
      weight: part,
      required: fc.boolean(),
      passScore: fc.option(part),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(one, { minLength: 1, maxLength: 5 }), async (given) => {
        const params = await newSet();
        expect((await add(params, given)).status).toBe(201);
        const { csv } = (await editor().call(contract.exportCases, { params })).body;
        const read = readCaseCsv(csv);
        expect(read.problems).toEqual([]);
        expect(read.cases).toEqual(given.map((row) => ({ ...row, assertions: [] })));
      }),
      { seed, numRuns: 100 },
    );
  });
});
