import * as contract from '@promptvault/contract/studio/history/routes';
import { getRun } from '@promptvault/contract/studio/runs/routes';
import { createShareLink } from '@promptvault/contract/vault/sharing/routes';
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
const create = (who: Who, body: object) =>
  runs.house.as(who).call(contract.createJudgement, { body: { runIds: ids, title: 'Which one?', ...body } });
const get = (who: Who, judgementId: string) =>
  runs.house.as(who).call(contract.getJudgement, { params: { judgementId } });
const change = (who: Who, judgementId: string, revision: number, body: object) =>
  runs.house.as(who).call(contract.updateJudgement, { params: { judgementId }, revision, body });

describe('a kept comparison', () => {
  it('has two to six runs, notes, and a verdict that fits them', async () => {
    const [first = '', second = '', third = ''] = ids;
    const { status, body } = await create('editor', {
      baseRunId: second,
      verdict: 'tie',
      winnerIds: [third, first],
      notes: 'Both are short.',
      runNotes: { [first]: 'A little dry.' },
    });
    expect(status).toBe(201);
    expect(body).toMatchObject({ baseRunId: second, winnerIds: [first, third], shared: false, mine: true });
    const whole = await get('editor', body.id);
    expect(whole.body.runs.map(({ id }: { id: string }) => id)).toEqual(ids);
    expect(whole.body.runs[0].output).not.toBe('');
    for (const wrong of [
      { verdict: 'winner', winnerIds: [first, second] },
      { verdict: 'tie', winnerIds: [first, first] },
      { verdict: 'open', winnerIds: [first] },
      { verdict: 'winner', winnerIds: [body.id] },
      { runNotes: { [body.id]: 'x' } },
      { baseRunId: body.id },
    ])
      expect((await create('editor', wrong)).body.code, JSON.stringify(wrong)).toBe(
        'history.verdict_unclear',
      );
    expect((await create('editor', { runIds: [first, first] })).body.code).toBe('history.same_run');
    for (const runIds of [[first], Array.from({ length: 7 }, () => first)])
      expect((await create('editor', { runIds })).body.code).toBe('request.invalid');
    expect((await create('editor', { runIds: [first, body.id] })).status).toBe(404);
  });

  it('is its author’s alone until it is shared, and then shows its runs without opening them', async () => {
    const { body: made } = await create('editor', {});
    for (const who of ['owner', 'viewer', 'stranger'] as const)
      expect((await get(who, made.id)).status).toBe(404);
    expect((await change('viewer', made.id, 1, { shared: true })).status).toBe(404);
    expect((await change('editor', made.id, 1, { shared: true })).body).toMatchObject({
      shared: true,
      revision: 2,
    });
    const seen = await get('viewer', made.id);
    expect(seen.body).toMatchObject({ mine: false, openRunIds: [] });
    expect(seen.body.runs).toHaveLength(3);
    const alone = await runs.house.as('viewer').call(getRun, { params: { runId: ids[0] as string } });
    expect(alone.status).toBe(404);
    expect((await change('owner', made.id, 2, { notes: 'x' })).status).toBe(403);
    expect((await change('editor', made.id, 1, { notes: 'x' })).body.code).toBe('request.stale');
    const listed = await runs.house.as('viewer').call(contract.listJudgements, {});
    expect(listed.body.items.map(({ id }: { id: string }) => id)).toEqual([made.id]);
    expect((await get('stranger', made.id)).status).toBe(404);
    await change('editor', made.id, 2, { shared: false });
    expect((await get('viewer', made.id)).status).toBe(404);
  });

  it('may be shown by a link by its author alone', async () => {
    const { body: made } = await create('editor', { shared: true });
    const share = (who: Who) =>
      runs.house.as(who).call(createShareLink, { body: { kind: 'judgement', id: made.id } });
    expect([403, 404]).toContain((await share('owner')).status);
    expect([403, 404]).toContain((await share('viewer')).status);
    const { status, body } = await share('editor');
    expect([status, typeof body.url]).toEqual([201, 'string']);
  });

  it('tells a stranger its runs apart, which is best and how long each took', async () => {
    const [, second = ''] = ids;
    const { body: made } = await create('editor', {
      shared: true,
      verdict: 'winner',
      winnerIds: [second],
      runNotes: { [second]: 'Dry,\nbut *right*.' },
    });
    const shared = await runs.house
      .as('editor')
      .call(createShareLink, { body: { kind: 'judgement', id: made.id } });
    const { body } = await runs.house.as('nobody').send('GET', new URL(shared.body.url).pathname, null);
    const headings = [...String(body).matchAll(/<h2>([^<]*)<\/h2>/g)].map(([, text]) => text);
    expect(headings.filter((one) => one?.startsWith('Note on '))).toEqual(['Note on echo']);
    const ofRuns = headings.filter((one) => !one?.startsWith('Note on '));
    expect(ofRuns).toHaveLength(3);
    for (const [place, heading] of ofRuns.entries())
      expect(heading).toMatch(
        new RegExp(`^${place === 1 ? 'Best · ' : ''}echo ${place + 1} · [\\d.]+ s · \\d+ tokens$`),
      );
  });

  it('takes no run that one does not see', async () => {
    expect((await create('viewer', {})).status).toBe(404);
    expect((await create('nobody', {})).status).toBe(401);
  });
});
