import * as contract from '@promptvault/contract/vault/catalog/routes';
import * as prompts from '@promptvault/contract/vault/prompts/routes';
import { openTestHouse, type TestHouse } from '@promptvault/testing/test-house';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

let house: TestHouse;
beforeAll(async () => {
  house = await openTestHouse();
  const body = { title: 'Tagged', tags: ['Écrit', 'poetry', 'Code'] };
  await house.as('editor').call(prompts.createPrompt, { body });
});
afterAll(() => house.close());

type Caller = Parameters<TestHouse['as']>[0];
const list = async (query = {}, caller: Caller = 'viewer') =>
  (await house.as(caller).call(contract.listTags, { query })).body;
const named = async (name: string) => (await list()).items.find((one: { name: string }) => one.name === name);
const rename = (tagId: string, name: string, revision: number, caller: Caller = 'admin') =>
  house.as(caller).call(contract.renameTag, { params: { tagId }, body: { name }, revision });

describe('tags', () => {
  it('are listed by name for everyone in the organization', async () => {
    const names = (found: { items: { name: string }[] }) => found.items.map(({ name }) => name);
    expect(names(await list())).toEqual(['Code', 'Écrit', 'poetry']);
    expect(names(await list({ q: 'ECR' }))).toEqual(['Écrit']);
    expect(names(await list({ q: '%' }))).toEqual([]);
    expect(names(await list({}, 'stranger'))).toEqual([]);
    const first = await list({ limit: 2 });
    expect(names(await list({ limit: 2, cursor: first.nextCursor }))).toEqual(['poetry']);
  });

  it('keep the spelling of their first use', async () => {
    await house
      .as('editor')
      .call(prompts.createPrompt, { body: { title: 'Again', tags: ['ECRIT', ' POETRY '] } });
    expect((await list()).items).toHaveLength(3);
  });

  it('are renamed by administrators, once for a revision, wherever they are used', async () => {
    const { id, revision } = await named('poetry');
    expect((await rename(id, 'Verse', revision, 'editor')).body.code).toBe('auth.forbidden');
    expect((await rename(id, 'Verse', revision, 'stranger')).body.code).toBe('resource.not_found');
    expect((await rename(id, 'CODE', revision)).body.code).toBe('tag.name_taken');
    expect((await rename(id, 'Poetry', revision)).body).toMatchObject({ name: 'Poetry', revision: 2 });
    expect((await rename(id, 'Verse', revision)).body.params).toEqual({ current: 2 });
    expect((await rename(id, 'Verse', 2)).status).toBe(200);
    const { items } = (await house.as('editor').call(prompts.listPrompts, { query: { tag: 'verse' } })).body;
    expect(items).toHaveLength(2);
  });
});
