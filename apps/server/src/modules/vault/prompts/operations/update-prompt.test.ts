import * as contract from '@promptvault/contract/vault/prompts/routes';
import { openTestHouse, type TestHouse } from '@promptvault/testing/test-house';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

let house: TestHouse;
beforeAll(async () => {
  house = await openTestHouse();
});
afterAll(() => house.close());

type Caller = Parameters<TestHouse['as']>[0];
const make = async (title: string, caller: Caller = 'editor') =>
  (await house.as(caller).call(contract.createPrompt, { body: { title, commit: true } })).body;
const update = (promptId: string, body: object, revision?: number, caller: Caller = 'editor') =>
  house
    .as(caller)
    .call(contract.updatePrompt, { params: { promptId }, body, ...(revision ? { revision } : {}) });
const get = (promptId: string, caller: Caller = 'editor') =>
  house.as(caller).call(contract.getPrompt, { params: { promptId } });

describe('updatePrompt', () => {
  it('changes metadata once for one revision, and only with If-Match', async () => {
    const { id } = await make('Changing');
    expect((await update(id, { title: 'X' })).status).toBe(428);
    const both = await Promise.all([update(id, { title: 'A' }, 1), update(id, { title: 'B' }, 1)]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 412]);
    const changed = await update(id, { tags: ['New'], description: 'Words' }, 2);
    expect(changed.body).toMatchObject({ tags: ['New'], description: 'Words', revision: 3 });
  });

  it('moves to another path and keeps the old one reserved', async () => {
    const { id } = await make('Old Name');
    const moved = await update(id, { path: 'tone/new-name' }, 1);
    expect(moved.body.path).toBe('tone/new-name');
    const other = await house
      .as('editor')
      .call(contract.createPrompt, { body: { title: 'Z', path: 'old-name' } });
    expect(other.body.code).toBe('prompt.path_taken');
    expect((await make('Old Name')).path).toBe('old-name-2');
    const found = await house
      .as('editor')
      .call(contract.resolveReferences, { body: { references: ['old-name'] } });
    expect(found.body.items).toMatchObject([{ reference: 'old-name', path: 'tone/new-name', promptId: id }]);
    expect((await update(id, { path: 'old-name' }, 2)).body.path).toBe('old-name');
    expect((await update(id, { path: 'old-name-2' }, 3)).body.code).toBe('prompt.path_taken');
  });

  it('lets author and administrators name co-editors among the members', async () => {
    const { id } = await make('Shared', 'owner');
    const person = house.people.editor.userId;
    const stranger = await update(id, { coEditors: [house.people.stranger.userId] }, 1, 'owner');
    expect(stranger.body.code).toBe('prompt.co_editor_unknown');
    expect((await update(id, { coEditors: ['nonsense'] }, 1, 'owner')).body.code).toBe(
      'prompt.co_editor_unknown',
    );
    expect((await get(id)).status).toBe(404);
    const shared = await update(id, { coEditors: [person] }, 1, 'owner');
    expect(shared.body.coEditors).toMatchObject([{ id: person, name: 'Editor' }]);
    expect((await get(id)).body.may).toEqual({ write: true, publish: false, delete: false });
    expect((await update(id, { title: 'By co-editor' }, 2)).status).toBe(200);
    expect((await update(id, { visibility: 'private' }, 3)).body.code).toBe('auth.forbidden');
    expect((await update(id, { coEditors: [] }, 3)).body.code).toBe('auth.forbidden');
  });

  it('is refused to those who only see it, and hides what they do not', async () => {
    const { id } = await make('Seen');
    expect((await update(id, { title: 'X' }, 1, 'viewer')).status).toBe(404);
    await house.as('editor').call(contract.publishPrompt, { params: { promptId: id } });
    expect((await update(id, { title: 'X' }, 2, 'viewer')).body.code).toBe('auth.forbidden');
    expect((await update(id, { title: 'X' }, 2, 'stranger')).body.code).toBe('resource.not_found');
    expect((await update(id, { title: 'X' }, 2, 'nobody')).body.code).toBe('auth.required');
    for (const wrong of ['nonsense', '%00', '../me', 'ffffffff-ffff-ffff-ffff-ffffffffffff'])
      expect([400, 404]).toContain((await get(wrong)).status);
  });
});

describe('status', () => {
  it('goes from unpublished to published, into the archive and back', async () => {
    const { id } = await make('Phases');
    const params = { promptId: id };
    const act = async (
      route:
        | typeof contract.publishPrompt
        | typeof contract.archivePrompt
        | typeof contract.unarchivePrompt
        | typeof contract.unpublishPrompt,
      caller: Caller = 'editor',
    ) => house.as(caller).call(route, { params });
    expect((await get(id, 'viewer')).status).toBe(404);
    expect((await act(contract.publishPrompt)).body.status).toBe('published');
    expect((await get(id, 'viewer')).status).toBe(200);
    expect((await act(contract.publishPrompt, 'viewer')).body.code).toBe('auth.forbidden');
    expect((await act(contract.archivePrompt)).body.status).toBe('archived');
    expect((await act(contract.unpublishPrompt)).body.code).toBe('prompt.archived');
    expect((await act(contract.unarchivePrompt)).body.status).toBe('published');
    expect((await act(contract.unpublishPrompt, 'admin')).body).toMatchObject({
      status: 'unpublished',
      publishedAt: null,
    });
    const empty = (await house.as('editor').call(contract.createPrompt, { body: { title: 'Empty' } })).body;
    const published = await house
      .as('editor')
      .call(contract.publishPrompt, { params: { promptId: empty.id } });
    expect(published.body.code).toBe('prompt.nothing_saved');
  });
});

describe('deletePrompt', () => {
  it('frees the path, lists the prompt as deleted and gives it back', async () => {
    const { id, path } = await make('Gone');
    const params = { promptId: id };
    expect((await house.as('editor').call(contract.deletePrompt, { params })).status).toBe(428);
    expect((await house.as('editor').call(contract.deletePrompt, { params, revision: 9 })).status).toBe(412);
    expect((await house.as('editor').call(contract.deletePrompt, { params, revision: 1 })).status).toBe(204);
    expect((await get(id)).status).toBe(404);
    const deleted = async (caller: Caller) =>
      (await house.as(caller).call(contract.listPrompts, { query: { deleted: true } })).body.items.map(
        (one: { id: string }) => one.id,
      );
    expect(await deleted('editor')).toContain(id);
    expect(await deleted('admin')).toContain(id);
    expect(await deleted('viewer')).toEqual([]);
    expect((await make('Gone')).path).toBe(path);
    expect((await house.as('viewer').call(contract.restorePrompt, { params })).status).toBe(404);
    const restored = await house.as('editor').call(contract.restorePrompt, { params });
    expect(restored.body).toMatchObject({ id, path: `${path}-2`, deletedAt: null });
    expect((await get(id)).status).toBe(200);
  });
});

describe('the ETag', () => {
  it('answers 304 only while everything shown is the same, and counts as If-Match', async () => {
    const { id } = await make('Tagged');
    const params = { promptId: id };
    const tag = (await get(id)).headers.get('etag') as string;
    const again = () =>
      house.as('editor').call(contract.getPrompt, { params, headers: { 'if-none-match': tag } });
    expect((await again()).status).toBe(304);
    await house.as('editor').call(contract.favoritePrompt, { params });
    expect((await again()).body.isFavorite).toBe(true);
    const changed = await house
      .as('editor')
      .call(contract.updatePrompt, { params, body: { title: 'Other' }, headers: { 'if-match': tag } });
    expect(changed.status).toBe(200);
  });
});

describe('counters', () => {
  it('count a view once a day and never the author, and favorites each once', async () => {
    const { id } = await make('Counted');
    const params = { promptId: id };
    await house.as('editor').call(contract.publishPrompt, { params });
    for (const caller of ['editor', 'viewer', 'viewer', 'admin'] as const)
      expect((await house.as(caller).call(contract.recordPromptView, { params })).status).toBe(204);
    await house.as('viewer').call(contract.favoritePrompt, { params });
    await house.as('viewer').call(contract.favoritePrompt, { params });
    await house.as('admin').call(contract.favoritePrompt, { params });
    await house.as('admin').call(contract.unfavoritePrompt, { params });
    await house.as('admin').call(contract.unfavoritePrompt, { params });
    expect((await get(id, 'viewer')).body).toMatchObject({
      isFavorite: true,
      counters: { views: 2, uses: 0, favorites: 1 },
    });
    expect((await get(id, 'admin')).body.isFavorite).toBe(false);
    const liked = await house.as('viewer').call(contract.listPrompts, { query: { favorite: true } });
    expect(liked.body.items.map((one: { id: string }) => one.id)).toEqual([id]);
  });
});
