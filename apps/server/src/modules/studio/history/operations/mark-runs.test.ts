import * as contract from '@promptvault/contract/studio/history/routes';
import { openRunHouse, type RunHouse } from '@promptvault/testing/run-house';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

let runs: RunHouse;
let ids: string[];
beforeAll(async () => {
  runs = await openRunHouse();
  ids = (await runs.start([null, null, null])).runIds;
  for (const id of ids) await runs.ended(id, 'owner');
});
afterAll(() => runs.close());

type Who = Parameters<RunHouse['house']['as']>[0];
const mark = (who: Who, body: object) => runs.house.as(who).call(contract.markRuns, { body });
const list = async (who: Who, query: Record<string, string>) =>
  ((await runs.house.as(who).call(contract.listRuns, { query })).body.items ?? []) as {
    id: string;
    marks: { bookmarked: boolean; folderId: string | null; tags: string[] };
  }[];
const shelf = async (who: Who) => (await runs.house.as(who).call(contract.getRunShelf, {})).body;
const folder = (who: Who, name: string) =>
  runs.house.as(who).call(contract.createRunFolder, { body: { name } });

describe('marks on runs', () => {
  it('are put on many at once, and narrow the list', async () => {
    const { body: made } = await folder('editor', 'Good ones');
    const [first = '', second = ''] = ids;
    const { status, body } = await mark('editor', {
      runIds: [first, second, first],
      bookmarked: true,
      folderId: made.id,
      addTags: ['Sharp', 'sharp', 'short'],
    });
    expect(status).toBe(200);
    expect(body.items).toEqual(
      [first, second].map((runId) => ({
        runId,
        outcome: 'marked',
        marks: { bookmarked: true, folderId: made.id, tags: ['Sharp', 'short'] },
      })),
    );
    await mark('editor', { runIds: [second], bookmarked: false, removeTags: ['SHARP'] });
    const of = async (query: Record<string, string>) => (await list('editor', query)).map(({ id }) => id);
    expect(await of({ bookmarked: 'true' })).toEqual([first]);
    expect(await of({ folderId: made.id })).toEqual([second, first]);
    expect(await of({ tag: 'Sharp', q: 'tides' })).toEqual([first]);
    expect(await of({ tag: 'short', sort: 'oldest', bookmarked: 'true' })).toEqual([first]);
    expect(await shelf('editor')).toMatchObject({
      bookmarks: 1,
      folders: [{ name: 'Good ones', runs: 2 }],
      tags: [
        { name: 'Sharp', runs: 1 },
        { name: 'short', runs: 2 },
      ],
    });
  });

  it('are one person’s own: nobody else sees, uses or deletes them', async () => {
    const { body: made } = await folder('editor', 'Mine');
    for (const who of ['owner', 'admin', 'viewer'] as const) {
      expect((await shelf(who)).folders).toEqual([]);
      expect(await list(who, { bookmarked: 'true', author: 'all' })).toEqual([]);
      expect((await mark(who, { runIds: ids, folderId: made.id })).status).toBe(404);
      const gone = await runs.house
        .as(who)
        .call(contract.deleteRunFolder, { params: { folderId: made.id }, revision: 1 });
      expect(gone.status).toBe(404);
    }
    const [seen] = await list('owner', { author: 'all', sort: 'oldest' });
    expect(seen?.marks).toEqual({ bookmarked: false, folderId: null, tags: [] });
  });

  it('go on no run one does not see', async () => {
    const { status, body } = await mark('viewer', { runIds: [ids[0], 'no-id'], bookmarked: true });
    expect([status, body.items]).toEqual([
      200,
      [ids[0], 'no-id'].map((runId) => ({ runId, outcome: 'not_found', marks: null })),
    ]);
    expect((await shelf('viewer')).bookmarks).toBe(0);
    expect((await mark('nobody', { runIds: ids })).status).toBe(401);
  });

  it('have an end: a run with twenty tags takes no more', async () => {
    const tags = (from: number) => Array.from({ length: 15 }, (_, index) => `t${from + index}`);
    await mark('owner', { runIds: [ids[2]], addTags: tags(0) });
    const { body } = await mark('owner', { runIds: [ids[2]], addTags: tags(15), bookmarked: true });
    expect(body.items[0]).toMatchObject({ outcome: 'too_many_tags', marks: { bookmarked: false } });
  });
});

describe('folders and kept searches', () => {
  it('have names of their own, are renamed by revision, and leave their runs when they go', async () => {
    const { body: made } = await folder('admin', 'Première');
    expect((await folder('admin', 'premiere')).body.code).toBe('history.name_taken');
    const change = (revision: number, name: string) =>
      runs.house.as('admin').call(contract.updateRunFolder, {
        params: { folderId: made.id },
        body: { name },
        revision,
      });
    expect((await change(1, 'Second')).body).toMatchObject({ name: 'Second', revision: 2, runs: 0 });
    expect((await change(1, 'Third')).body.code).toBe('request.stale');
    await folder('admin', 'Other');
    expect((await change(2, 'other')).body.code).toBe('history.name_taken');
    await mark('admin', { runIds: [ids[0]], folderId: made.id });
    await mark('admin', { runIds: [ids[1]], folderId: made.id, bookmarked: true });
    const gone = await runs.house
      .as('admin')
      .call(contract.deleteRunFolder, { params: { folderId: made.id }, revision: 2 });
    expect(gone.status).toBe(204);
    const [kept] = await list('admin', { bookmarked: 'true', author: 'all' });
    expect(kept).toMatchObject({ id: ids[1], marks: { folderId: null, bookmarked: true } });
  });

  it('keep the address of a list, and nothing that is none', async () => {
    const keep = (body: object) => runs.house.as('editor').call(contract.createRunQuery, { body });
    const { status, body } = await keep({ name: 'Dear', address: '?sort=dearest&q=a%20b' });
    expect([status, body.address]).toEqual([201, '?sort=dearest&q=a%20b']);
    expect((await keep({ name: 'dear', address: '' })).body.code).toBe('history.name_taken');
    for (const address of ['https://elsewhere', '//elsewhere', 'runs', '?a b'])
      expect((await keep({ name: address, address })).status, address).toBe(422);
    const other = await runs.house.as('owner').call(contract.updateRunQuery, {
      params: { queryId: body.id },
      body: { name: 'x' },
      revision: 1,
    });
    expect(other.status).toBe(404);
    expect((await shelf('editor')).queries).toHaveLength(1);
  });
});
