import * as contract from '@promptvault/contract/vault/prompts/routes';
import { openTestHouse, type TestHouse } from '@promptvault/testing/test-house';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openOrganization } from '../../../account/organizations/index.ts';
import { createPrompts } from './create-prompts.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await openTestHouse();
  await house.within('editor', async (ctx) => {
    const organization = await openOrganization(ctx, {}, 'prompt.create');
    await createPrompts(
      ctx,
      organization,
      Array.from({ length: 25 }, (_, index) => ({
        title: ['Älter', 'zebra', 'Apfel', '100% sure_thing', 'Équipe'][index % 5] as string,
        description: '',
        tags: index % 2 ? ['Odd'] : ['even', 'All'],
        visibility: 'organization' as const,
        commit: true,
        message: '',
        publish: index < 20,
      })),
    );
  });
});
afterAll(() => house.close());

type Query = Record<string, string | number | boolean>;
const list = (query: Query, caller: Parameters<TestHouse['as']>[0] = 'editor') =>
  house.as(caller).call(contract.listPrompts, { query });

async function walk(query: Query): Promise<{ id: string; title: string }[]> {
  const all: { id: string; title: string }[] = [];
  let cursor: string | null = '';
  while (cursor !== null) {
    const answer = await list({ ...query, limit: 7, ...(cursor ? { cursor } : {}) });
    expect(answer.status).toBe(200);
    all.push(...answer.body.items);
    cursor = answer.body.nextCursor;
  }
  return all;
}

describe('listPrompts', () => {
  it.each(['updated', 'created', 'title', 'uses'])('pages by %s both ways, each row once', async (sort) => {
    const down = await walk({ sort, direction: 'desc' });
    const up = await walk({ sort, direction: 'asc' });
    expect(new Set(down.map(({ id }) => id)).size).toBe(25);
    expect(up.map(({ id }) => id)).toEqual(down.map(({ id }) => id).reverse());
  });

  it('sorts titles without regard to case and accents', async () => {
    const titles = [...new Set((await walk({ sort: 'title' })).map(({ title }) => title))];
    expect(titles).toEqual(['100% sure_thing', 'Älter', 'Apfel', 'Équipe', 'zebra']);
  });

  it('counts what matches on the first page', async () => {
    const { body } = await list({ limit: 2 });
    expect([body.total, body.items.length]).toEqual([25, 2]);
    expect((await list({ limit: 2, cursor: body.nextCursor })).body.total).toBeNull();
  });

  it.each<[string, Query, number]>([
    ['a part of the title, without its accent', { q: 'ALTER' }, 5],
    ['a percent sign as itself', { q: '100% s' }, 5],
    ['an underscore as itself', { q: 'e_t' }, 5],
    ['nothing that is not there', { q: '%' }, 5],
    ['a part of the path', { q: 'zebra-' }, 4],
    ['a tag in any case', { tag: 'odd' }, 12],
    ['no such tag', { tag: 'none' }, 0],
    ['published ones', { status: 'published' }, 20],
    ['unpublished ones', { status: 'unpublished' }, 5],
    ['archived ones', { archived: true }, 0],
    ['nobody’s', { author: 'nonsense' }, 0],
  ])('finds %s', async (_what, query, count) => {
    const { status, body } = await list({ ...query, limit: 200 });
    expect([status, body.items.length, body.total]).toEqual([200, count, count]);
  });

  it('finds an author’s', async () => {
    const { body } = await list({ author: house.people.editor.userId, limit: 200 });
    expect(body.items).toHaveLength(25);
    expect((await list({ author: house.people.stranger.userId })).body.items).toEqual([]);
  });

  it('shows each caller what they may see', async () => {
    const count = async (caller: Parameters<TestHouse['as']>[0]) =>
      (await list({ limit: 200 }, caller)).body.items?.length;
    expect([
      await count('owner'),
      await count('admin'),
      await count('viewer'),
      await count('stranger'),
    ]).toEqual([25, 25, 20, 0]);
    expect((await list({}, 'nobody')).status).toBe(401);
  });

  it.each<[string, Query]>([
    ['a foreign cursor', { cursor: 'abc' }],
    [
      'a cursor of another order',
      {
        sort: 'uses',
        cursor: Buffer.from('["x","01900000-0000-7000-8000-000000000000"]').toString('base64url'),
      },
    ],
    ['an unknown order', { sort: 'colour' }],
    ['a limit of none', { limit: 0 }],
    ['an unknown filter', { colour: 'red' }],
  ])('refuses %s', async (_what, query) => {
    expect((await list(query)).body.code).toBe('request.invalid');
  });
});
