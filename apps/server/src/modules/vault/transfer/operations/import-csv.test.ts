import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as prompts from '@promptvault/contract/vault/prompts/routes';
import * as contract from '@promptvault/contract/vault/transfer/routes';
import { samplesDirectory } from '@promptvault/testing/samples';
import { openTestHouse, type TestHouse } from '@promptvault/testing/test-house';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

let house: TestHouse;
beforeAll(async () => {
  house = await openTestHouse();
});
afterAll(() => house.close());

type Caller = Parameters<TestHouse['as']>[0];
const csv =
  'act,prompt,tags\nTranslator,Translate $\u007btext:hello}.,"language, daily"\nEmpty,,\nPoet,Write a poem.,\n';
const load = (body: object, caller: Caller = 'editor') => house.as(caller).call(contract.importCsv, { body });
const total = async (query: Record<string, string | number | boolean> = {}, caller: Caller = 'editor') =>
  (await house.as(caller).call(prompts.listPrompts, { query: { limit: 1, ...query } })).body.total;

describe('importCsv', () => {
  it('makes a prompt with version 1 of each row, and says what it left out', async () => {
    const { status, body } = await load({ csv, fileName: 'mine.csv', tags: ['Imported'] });
    expect(status).toBe(201);
    expect(body).toMatchObject({
      created: 2,
      skipped: 1,
      fileName: 'mine.csv',
      startedBy: { name: 'Editor' },
      undoneAt: null,
    });
    expect(body.problems).toMatchObject([{ code: 'csv.empty_content', line: 3 }]);
    const { items } = (await house.as('editor').call(prompts.listPrompts, { query: { sort: 'title' } })).body;
    expect(items).toMatchObject([
      { title: 'Poet', path: 'poet', tags: ['Imported'], head: { number: 1 }, status: 'unpublished' },
      { title: 'Translator', tags: ['daily', 'Imported', 'language'] },
    ]);
    const version = await house
      .as('editor')
      .call(prompts.getVersion, { params: { promptId: items[1].id, number: '1' } });
    expect(version.body).toMatchObject({
      message: 'Imported from mine.csv',
      document: {
        sections: [{ text: 'Translate {{text}}.' }],
        variables: [{ name: 'text', default: 'hello' }],
      },
    });
  });

  it('leaves out what the vault has already, and says so before', async () => {
    const preview = await house.as('editor').call(contract.previewCsvImport, { body: { csv } });
    expect(preview.body).toMatchObject({
      found: 2,
      known: 2,
      columns: ['act', 'prompt', 'tags'],
      rows: [{ isKnown: true }, {}],
    });
    expect((await load({ csv })).body).toMatchObject({ created: 0, skipped: 3 });
    expect((await load({ csv, skipKnown: false })).body).toMatchObject({ created: 2, skipped: 1 });
  });

  it('publishes when asked', async () => {
    await load({ csv: 'title,prompt\nOpen,Say hello.\n', publish: true });
    expect(await total({ q: 'open' }, 'viewer')).toBe(1);
  });

  it('is refused before it is looked at where it has too many rows', async () => {
    const rows = (count: number) => `title,prompt\n${'a,b\n'.repeat(count)}`;
    const look = (text: string) =>
      house.as('editor').call(contract.previewCsvImport, { body: { csv: text } });
    expect((await look(rows(10_000))).body).toMatchObject({ found: 10_000 });
    expect((await look(rows(10_001))).body).toMatchObject({ code: 'import.too_many' });
  });

  it.each([
    ['no content column', 'a,b\n1,2\n', 'import.unreadable'],
    ['only a heading', 'title,prompt\n', 'import.unreadable'],
    ['too many rows', `title,prompt\n${'a,b\n'.repeat(10_001)}`, 'import.too_many'],
    ['nothing', '', 'request.invalid'],
  ])('refuses %s', async (_what, text, code) => {
    const before = await total();
    expect((await load({ csv: text })).body.code).toBe(code);
    expect(await total()).toBe(before);
  });

  it('is for those who may create', async () => {
    expect((await load({ csv }, 'viewer')).body.code).toBe('auth.forbidden');
    expect((await load({ csv }, 'nobody')).body.code).toBe('auth.required');
  });
});

describe('undoImport', () => {
  it('deletes what nobody changed since, once', async () => {
    const session = (await load({ csv: 'title,prompt\nUndo A,a\nUndo B,b\nUndo C,c\n' })).body;
    const { items } = (
      await house.as('editor').call(prompts.listPrompts, { query: { q: 'undo ', sort: 'title' } })
    ).body;
    await house.as('editor').call(prompts.updatePrompt, {
      params: { promptId: items[0].id },
      body: { title: 'Kept' },
      revision: 1,
    });
    await house.as('editor').call(prompts.replaceDraft, {
      params: { promptId: items[1].id, branch: 'main' },
      body: { document: { ...(await draftOf(items[1].id)), sections: [] } },
      revision: 1,
    });
    const params = { importId: session.id };
    expect((await house.as('viewer').call(contract.undoImport, { params })).status).toBe(404);
    const undone = await house.as('editor').call(contract.undoImport, { params });
    expect(undone.body).toMatchObject({ created: 3, removed: 1 });
    expect(undone.body.undoneAt).not.toBeNull();
    expect((await house.as('editor').call(contract.undoImport, { params })).body.code).toBe(
      'import.already_undone',
    );
    // The renamed one still has its path.
    expect(await total({ q: 'undo ' })).toBe(2);
  });

  const draftOf = async (promptId: string) =>
    (await house.as('editor').call(prompts.getDraft, { params: { promptId, branch: 'main' } })).body.document;
});

describe('imports', () => {
  it('are seen by who made them and by administrators', async () => {
    const session = (await load({ csv: 'title,prompt\nSeen,by\n' })).body;
    const params = { importId: session.id };
    const statusOf = async (caller: Caller) =>
      (await house.as(caller).call(contract.getImport, { params })).status;
    expect([await statusOf('editor'), await statusOf('admin'), await statusOf('stranger')]).toEqual([
      200, 200, 404,
    ]);
    const listed = async (caller: Caller) =>
      (await house.as(caller).call(contract.listImports)).body.items?.map((one: { id: string }) => one.id) ??
      [];
    expect(await listed('admin')).toContain(session.id);
    expect(await listed('stranger')).toEqual([]);
  });
});

describe('a large real file', () => {
  const directory = samplesDirectory();
  it.skipIf(!directory)('is imported whole in a few seconds', async ({ annotate }) => {
    const text = readFileSync(join(directory as string, 'prompts/prompts.csv'), 'utf8');
    const before = await total({}, 'stranger');
    const started = performance.now();
    const { status, body } = await load({ csv: text, fileName: 'prompts.csv' }, 'stranger');
    const took = performance.now() - started;
    await annotate(`${body.created} prompts in ${Math.round(took)} ms`);
    expect([status, body.created]).toEqual([201, 1529]);
    expect(await total({}, 'stranger')).toBe(before + 1529);
    // 2 to 3 s on an idle machine; what this catches is one statement a row.
    expect(took).toBeLessThan(25_000);
  });
});
