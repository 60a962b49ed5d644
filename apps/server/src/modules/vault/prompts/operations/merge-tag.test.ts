import * as tags from '@promptvault/contract/vault/catalog/routes';
import * as contract from '@promptvault/contract/vault/prompts/routes';
import { openTestHouse, type TestHouse } from '@promptvault/testing/test-house';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

let house: TestHouse;
beforeAll(async () => {
  house = await openTestHouse();
});
afterAll(() => house.close());

type Caller = Parameters<TestHouse['as']>[0];
const make = async (title: string, names: string[], caller: Caller = 'editor'): Promise<string> =>
  (await house.as(caller).call(contract.createPrompt, { body: { title, tags: names } })).body.id;
const tagNamed = async (name: string, caller: Caller = 'owner') =>
  (await house.as(caller).call(tags.listTags)).body.items.find((one: { name: string }) => one.name === name);
const tagsOf = async (promptId: string): Promise<string[]> =>
  (await house.as('editor').call(contract.getPrompt, { params: { promptId } })).body.tags;
const merge = (tagId: string, into: string, revision: number, caller: Caller = 'admin') =>
  house.as(caller).call(contract.mergeTag, { params: { tagId }, body: { into }, revision });

describe('merging tags', () => {
  it('gives all that carried one the other, once each, and ends the one', async () => {
    const only = await make('Only', ['verse']);
    const both = await make('Both', ['verse', 'poetry', 'code']);
    const [verse, poetry] = [await tagNamed('verse'), await tagNamed('poetry')];
    const answer = await merge(verse.id, poetry.id, verse.revision);
    expect(answer.body).toMatchObject({ id: poetry.id, name: 'poetry' });
    expect([await tagsOf(only), await tagsOf(both)]).toEqual([['poetry'], ['code', 'poetry']]);
    expect(await tagNamed('verse')).toBeUndefined();
    const { items } = (await house.as('editor').call(contract.listPrompts, { query: { tag: 'poetry' } }))
      .body;
    expect(items).toHaveLength(2);
  });

  it('is for administrators, at the revision they know, between tags of their organization', async () => {
    await make('One', ['left', 'right']);
    await make('Theirs', ['foreign'], 'stranger');
    const [left, right] = [await tagNamed('left'), await tagNamed('right')];
    const foreign = await tagNamed('foreign', 'stranger');
    expect((await merge(left.id, right.id, 1, 'editor')).body.code).toBe('auth.forbidden');
    expect((await merge(left.id, right.id, 1, 'stranger')).body.code).toBe('resource.not_found');
    expect((await merge(left.id, foreign.id, 1)).body.code).toBe('resource.not_found');
    expect((await merge(left.id, right.id, 7)).body).toMatchObject({
      code: 'request.stale',
      params: { current: 1 },
    });
    expect((await merge(left.id, left.id, 1)).body).toMatchObject({ id: left.id });
    expect([await tagNamed('left'), await tagNamed('right')]).toEqual([left, right]);
  });

  it('leaves nothing broken for who gives the tag at the same moment', async () => {
    const promptId = await make('Busy', ['from', 'to']);
    const [from, to] = [await tagNamed('from'), await tagNamed('to')];
    const answers = await Promise.all([
      merge(from.id, to.id, from.revision),
      ...Array.from({ length: 6 }, (_, index) =>
        house.as('editor').call(contract.createPrompt, { body: { title: `New ${index}`, tags: ['from'] } }),
      ),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([200, 201, 201, 201, 201, 201, 201]);
    expect(await tagsOf(promptId)).toEqual(['to']);
  });
});
