import * as contract from '@promptvault/contract/studio/runs/routes';
import { document, openRunHouse, type RunHouse } from '@promptvault/testing/run-house';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

let runs: RunHouse;
let made: { first: string; second: string; cut: string; owners: string };
beforeAll(async () => {
  runs = await openRunHouse();
  const one = await runs.start(['scripted-json', null]);
  const cut = await runs.start(['scripted-cut']);
  const owners = await runs.start([null], { source: { kind: 'document', document: document } }, 'owner');
  const [first = '', second = ''] = one.runIds;
  made = { first, second, cut: cut.runIds[0] as string, owners: owners.runIds[0] as string };
  for (const runId of Object.values(made)) await runs.ended(runId, 'owner');
});
afterAll(() => runs.close());

type Query = Record<string, string | number>;
const list = async (caller: Parameters<RunHouse['house']['as']>[0], query: Query = {}) => {
  const { body } = await runs.house.as(caller).call(contract.listRuns, { query });
  return {
    ids: (body.items ?? []).map(({ id }: { id: string }) => id) as string[],
    next: body.nextCursor,
    body,
  };
};

describe('the list of runs', () => {
  it('has one’s own, newest first, in pages', async () => {
    const all = await list('editor');
    expect(all.ids).toEqual([made.cut, made.second, made.first]);
    const page = await list('editor', { limit: 2 });
    expect(page.ids).toEqual([made.cut, made.second]);
    const rest = await list('editor', { limit: 2, cursor: page.next });
    expect(rest).toMatchObject({ ids: [made.first], next: null });
  });

  it('has those of everybody for those who may see them', async () => {
    expect((await list('owner', { author: 'all' })).ids).toHaveLength(4);
    expect((await list('admin', { author: 'all' })).ids).toHaveLength(4);
    expect((await list('editor', { author: 'all' })).ids).toHaveLength(3);
    expect((await list('owner')).ids).toEqual([made.owners]);
    expect((await list('viewer', { author: 'all' })).ids).toEqual([]);
    expect((await list('stranger', { author: 'all', promptId: runs.promptId })).ids).toEqual([]);
  });

  it('is narrowed by status, model, prompt and words of the answer', async () => {
    expect((await list('editor', { status: 'failed' })).ids).toEqual([made.cut]);
    expect((await list('editor', { status: 'failed,finished', model: 'echo' })).ids).toEqual([made.second]);
    expect((await list('editor', { promptId: runs.promptId })).ids).toHaveLength(3);
    expect((await list('editor', { q: 'SCRIPTED ANSWER' })).ids).toEqual([made.first]);
    expect((await list('editor', { q: '100%_' })).ids).toEqual([]);
    expect((await list('editor', { promptId: 'no-id' })).ids).toEqual([]);
  });

  it('refuses what is no status and no cursor', async () => {
    expect((await list('editor', { status: 'done' })).body.code).toBe('request.invalid');
    expect((await list('editor', { cursor: 'x' })).body.code).toBe('request.invalid');
  });
});

describe('comparing two runs', () => {
  it('tells line by line and word by word what differs', async () => {
    const query = { left: made.first, right: made.second };
    const { status, body } = await runs.house.as('editor').call(contract.compareRuns, { query });
    expect(status).toBe(200);
    expect(body.left.id).toBe(made.first);
    expect(body.diff.rows.length).toBeGreaterThan(0);
    const same = await runs.house
      .as('editor')
      .call(contract.compareRuns, { query: { left: made.first, right: made.first } });
    expect(same.body.diff).toMatchObject({ added: 0, removed: 0, hunks: [] });
  });

  it('needs both to be seen', async () => {
    const query = { left: made.first, right: made.owners };
    expect((await runs.house.as('editor').call(contract.compareRuns, { query })).status).toBe(404);
    expect((await runs.house.as('admin').call(contract.compareRuns, { query })).status).toBe(200);
  });
});
