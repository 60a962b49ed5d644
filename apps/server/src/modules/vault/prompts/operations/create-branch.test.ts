import * as contract from '@promptvault/contract/vault/prompts/routes';
import { emptyDocument, type PromptDocument } from '@promptvault/document';
import { type Caller, openTestHouse, type TestHouse } from '@promptvault/testing/test-house';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

let house: TestHouse;
beforeAll(async () => {
  house = await openTestHouse();
});
afterAll(() => house.close());

const documentOf = (text: string): PromptDocument => ({
  ...emptyDocument(),
  sections: [{ id: 's1', kind: 'instructions', role: null, text }],
});

async function makePrompt(author: Caller = 'editor'): Promise<string> {
  const body = { title: 'Branched', document: documentOf('one'), commit: true };
  const { id } = (await house.as(author).call(contract.createPrompt, { body })).body;
  await house.as(author).call(contract.publishPrompt, { params: { promptId: id } });
  return id;
}

const branchOff = (promptId: string, body: object, caller: Caller = 'editor') =>
  house.as(caller).call(contract.createBranch, { params: { promptId }, body });
const list = async (promptId: string, caller: Caller = 'editor', query = {}) =>
  (await house.as(caller).call(contract.listBranches, { params: { promptId }, query })).body.items;
const commit = (promptId: string, branch: string, body: object, caller: Caller = 'editor') =>
  house.as(caller).call(contract.commitVersion, { params: { promptId, branch }, body });

describe('createBranch', () => {
  it('goes on from any version, with a draft of its own, and tells how far it is ahead and behind', async () => {
    const promptId = await makePrompt();
    await commit(promptId, 'main', { expectedParent: 1, document: documentOf('two') });
    const made = await branchOff(promptId, { name: 'older', from: 1 });
    expect(made.status).toBe(201);
    expect(made.body).toMatchObject({
      name: 'older',
      isDefault: false,
      base: 1,
      head: { number: 1, author: { name: 'Editor' } },
      ahead: 0,
      behind: 1,
      draft: { isChanged: false },
      mayWrite: true,
      createdBy: { name: 'Editor' },
    });
    const draft = await house.as('editor').call(contract.getDraft, { params: { promptId, branch: 'older' } });
    expect(draft.body).toMatchObject({ document: documentOf('one'), baseVersion: 1, isChanged: false });
    const saved = await commit(promptId, 'older', { expectedParent: 1, document: documentOf('one, else') });
    expect(saved.body.version).toMatchObject({
      number: 3,
      parents: [1],
      branch: 'older',
      labels: [],
      changes: { sections: { added: 0, removed: 0, changed: 1, moved: 0 } },
    });
    expect(await list(promptId)).toMatchObject([
      { name: 'main', isDefault: true, ahead: 0, behind: 0, head: { number: 2 } },
      { name: 'older', ahead: 1, behind: 1, head: { number: 3 } },
    ]);
  });

  it('starts from the newest version of the default branch, or from nothing', async () => {
    const promptId = await makePrompt();
    await commit(promptId, 'main', { expectedParent: 1, document: documentOf('two') });
    expect((await branchOff(promptId, { name: 'newest' })).body).toMatchObject({ base: 2 });
    const empty = await house.as('editor').call(contract.createPrompt, { body: { title: 'Empty' } });
    const made = await branchOff(empty.body.id, { name: 'first' });
    expect(made.body).toMatchObject({ base: null, head: null, ahead: 0, behind: 0 });
    const saved = await commit(empty.body.id, 'first', { expectedParent: null, document: documentOf('x') });
    expect(saved.status).toBe(201);
  });

  it.each([
    ['a name with a path in it', { name: '../x' }, 422, 'request.invalid', ['name']],
    ['a name of nothing', { name: '' }, 422, 'request.invalid', ['name']],
    ['a long name', { name: 'x'.repeat(61) }, 422, 'request.invalid', ['name']],
    ['a name that is taken', { name: 'main' }, 409, 'prompt.branch_taken', ['name']],
    ['an unknown version', { name: 'x', from: 99 }, 422, 'prompt.version_unknown', ['from']],
    ['a version below one', { name: 'x', from: 0 }, 422, 'request.invalid', ['from']],
  ])('refuses %s', async (_what, body, status, code, path) => {
    const promptId = await makePrompt();
    const refused = await branchOff(promptId, body);
    expect([refused.status, refused.body.code]).toEqual([status, code]);
    expect(refused.body.errors[0]?.path).toEqual(path);
    expect(await list(promptId)).toHaveLength(1);
  });

  it('lets whoever sees a prompt branch it and write that branch alone', async () => {
    const promptId = await makePrompt('owner');
    expect((await branchOff(promptId, { name: 'mine' }, 'editor')).status).toBe(201);
    expect((await branchOff(promptId, { name: 'yours' }, 'viewer')).body.code).toBe('auth.forbidden');
    expect((await branchOff(promptId, { name: 'yours' }, 'stranger')).status).toBe(404);
    const body = { expectedParent: 1, document: documentOf('by the editor') };
    expect((await commit(promptId, 'mine', body, 'editor')).status).toBe(201);
    expect((await commit(promptId, 'main', body, 'editor')).body.code).toBe('auth.forbidden');
    const draft = { params: { promptId, branch: 'mine' } };
    expect((await house.as('editor').call(contract.getDraft, draft)).status).toBe(200);
    expect((await house.as('viewer').call(contract.getDraft, draft)).body.code).toBe('auth.forbidden');
    const restore = { params: { promptId, number: '1' }, body: { expectedParent: 1 } };
    expect((await house.as('editor').call(contract.restoreVersion, restore)).body.code).toBe(
      'auth.forbidden',
    );
    expect(await list(promptId, 'editor')).toMatchObject([
      { name: 'main', mayWrite: false, draft: null },
      { name: 'mine', mayWrite: true, draft: { isChanged: false } },
    ]);
    await house.as('owner').call(contract.unpublishPrompt, { params: { promptId } });
    expect((await commit(promptId, 'mine', body, 'editor')).status).toBe(404);
  });

  it('gives a name once when many ask at the same time', async () => {
    const promptId = await makePrompt();
    const made = await Promise.all(Array.from({ length: 8 }, () => branchOff(promptId, { name: 'wanted' })));
    expect(made.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(made.filter(({ body }) => body.code === 'prompt.branch_taken')).toHaveLength(7);
  });
});

describe('renameBranch and deleteBranch', () => {
  const rename = (promptId: string, branch: string, name: string, revision = 1, caller: Caller = 'editor') =>
    house.as(caller).call(contract.renameBranch, { params: { promptId, branch }, body: { name }, revision });
  const remove = (promptId: string, branch: string, revision = 1, caller: Caller = 'editor') =>
    house.as(caller).call(contract.deleteBranch, { params: { promptId, branch }, revision });
  const restore = (promptId: string, branch: string, caller: Caller = 'editor') =>
    house.as(caller).call(contract.restoreBranch, { params: { promptId, branch } });

  it('renames, and its versions go with it', async () => {
    const promptId = await makePrompt();
    await branchOff(promptId, { name: 'before' });
    await commit(promptId, 'before', { expectedParent: 1, document: documentOf('two') });
    const renamed = await rename(promptId, 'before', 'after');
    expect(renamed.body).toMatchObject({ name: 'after', revision: 2, head: { number: 2 } });
    const version = await house.as('editor').call(contract.getVersion, { params: { promptId, number: '2' } });
    expect(version.body.branch).toBe('after');
    expect((await rename(promptId, 'after', 'main', 2)).body.code).toBe('prompt.branch_taken');
    expect((await rename(promptId, 'after', '../x', 2)).body.code).toBe('request.invalid');
    expect((await rename(promptId, 'after', 'else', 1)).body.code).toBe('request.stale');
    expect((await rename(promptId, 'before', 'else')).status).toBe(404);
  });

  it('keeps the default branch as it is', async () => {
    const promptId = await makePrompt();
    expect((await remove(promptId, 'main')).body.code).toBe('prompt.branch_protected');
    expect((await rename(promptId, 'main', 'trunk')).body.code).toBe('prompt.branch_protected');
    expect(await list(promptId)).toHaveLength(1);
  });

  it('deletes what can be restored with its draft, while its versions stay', async () => {
    const promptId = await makePrompt();
    await branchOff(promptId, { name: 'short' });
    await commit(promptId, 'short', { expectedParent: 1, document: documentOf('two') });
    const params = { promptId, branch: 'short' };
    await house
      .as('editor')
      .call(contract.replaceDraft, { params, body: { document: documentOf('typing') }, revision: 2 });
    expect((await remove(promptId, 'short')).status).toBe(204);
    expect(await list(promptId)).toHaveLength(1);
    expect(await list(promptId, 'editor', { deleted: 'true' })).toMatchObject([{ name: 'short' }]);
    expect((await house.as('editor').call(contract.getDraft, { params })).status).toBe(404);
    const version = { params: { promptId, number: '2' } };
    expect((await house.as('editor').call(contract.getVersion, version)).body.branch).toBe('short');
    expect((await restore(promptId, 'short', 'viewer')).body.code).toBe('auth.forbidden');
    expect((await restore(promptId, 'short')).body).toMatchObject({ name: 'short', revision: 3 });
    expect((await house.as('editor').call(contract.getDraft, { params })).body).toMatchObject({
      document: documentOf('typing'),
      isChanged: true,
    });
    expect((await restore(promptId, 'short')).status).toBe(404);
  });

  it('frees the name at once, and restores nothing onto another', async () => {
    const promptId = await makePrompt();
    await branchOff(promptId, { name: 'again' });
    await remove(promptId, 'again');
    expect((await branchOff(promptId, { name: 'again' })).status).toBe(201);
    expect((await restore(promptId, 'again')).body.code).toBe('prompt.branch_taken');
  });

  it('is for who made it and who may write the prompt', async () => {
    const promptId = await makePrompt('owner');
    await branchOff(promptId, { name: 'owners' }, 'owner');
    await branchOff(promptId, { name: 'editors' }, 'editor');
    expect((await remove(promptId, 'owners', 1, 'editor')).body.code).toBe('auth.forbidden');
    expect((await rename(promptId, 'owners', 'x', 1, 'viewer')).body.code).toBe('auth.forbidden');
    expect((await rename(promptId, 'editors', 'mine', 1, 'editor')).status).toBe(200);
    expect((await remove(promptId, 'mine', 2, 'admin')).status).toBe(204);
    expect((await restore(promptId, 'mine', 'editor')).status).toBe(200);
  });

  it('gives one name to one of many renamed at the same time', async () => {
    const promptId = await makePrompt();
    const names = Array.from({ length: 6 }, (_, index) => `one-${index}`);
    for (const name of names) await branchOff(promptId, { name });
    const renamed = await Promise.all([
      ...names.map((name) => rename(promptId, name, 'wanted')),
      branchOff(promptId, { name: 'wanted' }),
    ]);
    expect(renamed.filter(({ status }) => status < 300)).toHaveLength(1);
    expect(renamed.filter(({ body }) => body?.code === 'prompt.branch_taken')).toHaveLength(6);
  });
});

describe('getVersionGraph', () => {
  it('gives the versions of all branches with their parents, in pages', async () => {
    const promptId = await makePrompt();
    await branchOff(promptId, { name: 'side' });
    await commit(promptId, 'side', { expectedParent: 1, document: documentOf('side') });
    await commit(promptId, 'main', { expectedParent: 1, document: documentOf('main') });
    const get = (query: Record<string, string>) =>
      house.as('viewer').call(contract.getVersionGraph, { params: { promptId }, query });
    const first = (await get({ limit: '2' })).body;
    expect(first).toMatchObject({
      items: [
        { number: 3, parents: [1], branch: 'main', labels: ['latest'] },
        { number: 2, parents: [1], branch: 'side' },
      ],
      branches: [
        { name: 'main', isDefault: true, head: 3 },
        { name: 'side', isDefault: false, head: 2 },
      ],
    });
    const rest = (await get({ limit: '2', cursor: first.nextCursor })).body;
    expect(rest).toMatchObject({ items: [{ number: 1, parents: [] }], nextCursor: null });
  });
});
