import * as contract from '@promptvault/contract/vault/prompts/routes';
import { emptyDocument } from '@promptvault/document';
import { openTestHouse, type TestHouse } from '@promptvault/testing/test-house';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

let house: TestHouse;
beforeAll(async () => {
  house = await openTestHouse();
});
afterAll(() => house.close());

const create = (caller: Parameters<TestHouse['as']>[0], body: object) =>
  house.as(caller).call(contract.createPrompt, { body });

describe('createPrompt', () => {
  it('makes a prompt with a path, a branch, a draft and, when asked, version 1', async () => {
    const document = {
      ...emptyDocument(),
      sections: [{ id: 's1', kind: 'instructions', role: null, text: 'Say {{greeting}}.' }],
    };
    const body = {
      title: '  House Voice ',
      tags: ['Tone', 'tone', 'Écrit'],
      document,
      commit: true,
      message: 'First',
    };
    const made = await create('editor', body);
    expect(made.status).toBe(201);
    expect(made.body).toMatchObject({
      path: 'house-voice',
      title: 'House Voice',
      tags: ['Écrit', 'Tone'],
      author: { name: 'Editor' },
      status: 'unpublished',
      head: { number: 1 },
      revision: 1,
      may: { write: true, publish: true, delete: true },
    });
    expect(made.headers.get('etag')).toMatch(/^"r1-[0-9a-f]+"$/);
    const params = { promptId: made.body.id };
    const draft = await house.as('editor').call(contract.getDraft, { params: { ...params, branch: 'main' } });
    expect(draft.body).toMatchObject({
      document,
      baseVersion: 1,
      isChanged: false,
      revision: 1,
      seq: 0,
      problems: [],
    });
    const version = await house
      .as('editor')
      .call(contract.getVersion, { params: { ...params, number: '1' } });
    expect(version.body).toMatchObject({ message: 'First', parents: [], labels: ['latest'], document });
    const branches = await house.as('editor').call(contract.listBranches, { params });
    expect(branches.body.items).toMatchObject([{ name: 'main', isDefault: true, head: { number: 1 } }]);
  });

  it('numbers a path made from the title and refuses a given one that is taken', async () => {
    const titles = await Promise.all([1, 2, 3].map(() => create('editor', { title: 'Twin' })));
    expect(titles.map(({ body }) => body.path).sort()).toEqual(['twin', 'twin-2', 'twin-3']);
    const taken = await create('editor', { title: 'Other', path: 'TWIN' });
    expect([taken.status, taken.body.code]).toEqual([409, 'prompt.path_taken']);
  });

  it('answers one idempotency key once', async () => {
    const call = () =>
      house
        .as('editor')
        .call(contract.createPrompt, { body: { title: 'Once' }, headers: { 'idempotency-key': 'k1' } });
    const [first, second] = [await call(), await call()];
    expect(second.body).toEqual(first.body);
  });

  it.each(['owner', 'admin', 'editor'] as const)('is for the %s', async (caller) => {
    expect((await create(caller, { title: 'Mine' })).status).toBe(201);
  });

  it('is not for viewers and nobody', async () => {
    expect((await create('viewer', { title: 'Mine' })).body.code).toBe('auth.forbidden');
    expect((await create('nobody', { title: 'Mine' })).body.code).toBe('auth.required');
  });

  it.each([
    ['a NUL', { title: 'a\u0000b' }],
    ['a lone surrogate', { title: 'a\ud800' }],
    ['an unknown field', { title: 'a', extra: 1 }],
    ['an empty title', { title: '  ' }],
    ['a wrong path', { title: 'a', path: '../etc' }],
    ['a broken document', { title: 'a', document: { sections: [] } }],
  ])('refuses %s', async (_what, body) => {
    const { status, body: problem } = await create('editor', body);
    expect([status, problem.code]).toEqual([422, 'request.invalid']);
  });
});

describe('duplicatePrompt', () => {
  it('makes an own, linked copy of what one sees', async () => {
    const original = await create('admin', { title: 'Original', commit: true, tags: ['x'] });
    const params = { promptId: original.body.id };
    expect((await house.as('editor').call(contract.duplicatePrompt, { params, body: {} })).status).toBe(404);
    await house.as('admin').call(contract.publishPrompt, { params });
    const copy = await house.as('editor').call(contract.duplicatePrompt, { params, body: {} });
    expect(copy.body).toMatchObject({
      title: 'Original (copy)',
      author: { name: 'Editor' },
      tags: ['x'],
      head: { number: 1 },
      status: 'unpublished',
      upstream: { promptId: original.body.id, version: 1 },
    });
    expect((await house.as('viewer').call(contract.duplicatePrompt, { params, body: {} })).body.code).toBe(
      'auth.forbidden',
    );
  });
});
