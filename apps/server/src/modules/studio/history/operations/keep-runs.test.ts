import * as contract from '@promptvault/contract/studio/history/routes';
import { getRun } from '@promptvault/contract/studio/runs/routes';
import { openRunHouse, type RunHouse } from '@promptvault/testing/run-house';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cellOf } from './export-runs.ts';
import { countOutdatedRuns, forgetRuns } from './keep-runs.ts';
import { takeUpLeftRuns } from './take-up-runs.ts';

let runs: RunHouse;
let ids: string[];
beforeAll(async () => {
  runs = await openRunHouse();
  ids = (await runs.start([null, 'scripted-fast', null, null])).runIds;
  for (const id of ids) await runs.ended(id, 'owner');
  await job(takeUpLeftRuns);
});
afterAll(() => runs.close());

type Who = Parameters<RunHouse['house']['as']>[0];
const job = (work: typeof forgetRuns) => {
  const { db, ports } = runs.house.application.services;
  return work({ db, ports, signal: new AbortController().signal });
};
const status = async (runId: string) =>
  (await runs.house.as('owner').call(getRun, { params: { runId } })).status;
const keep = (who: Who, days: number | null, revision: number) =>
  runs.house.as(who).call(contract.updateRunRetention, { body: { days }, revision });
const outdated = (who: Who, days: number) =>
  runs.house.as(who).call(contract.getOutdatedRuns, { query: { days } });
const exported = (who: Who, query: Record<string, string>) =>
  runs.house.as(who).call(contract.exportRuns, { query });

describe('an export', () => {
  it('has a line for each run, with the whole answer, and one’s own alone', async () => {
    const { status: answered, body } = await exported('editor', { sort: 'oldest' });
    expect(answered).toBe(200);
    const rows = String(body)
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(rows.map(({ id }) => id)).toEqual(ids);
    expect(rows.every(({ output }) => typeof output === 'string' && output.length > 0)).toBe(true);
    const csv = String((await exported('editor', { format: 'csv', model: 'echo' })).body);
    expect(csv.split('\r\n')[0]).toMatch(/^id,started,status,/);
    for (const id of [ids[0], ids[2], ids[3]]) expect(csv).toContain(`"${id}"`);
    expect(csv).not.toContain(ids[1]);
  });

  it('holds those of others only for who may export data', async () => {
    expect(String((await exported('owner', { author: 'all' })).body)).toContain(ids[0]);
    expect(String((await exported('viewer', { author: 'all' })).body)).toBe('');
    expect((await exported('nobody', {})).status).toBe(401);
    expect((await exported('stranger', {})).body).not.toContain(ids[0]);
  });

  it.each([
    ['=1+1', `"'=1+1"`],
    [' =cmd|x', `"' =cmd|x"`],
    ['@SUM(A1)', `"'@SUM(A1)"`],
    ['-2+3', `"'-2+3"`],
    ['\tx', `"'\tx"`],
    ['＝1', `"'＝1"`],
    ['say "so", twice\nmore', '"say ""so"", twice\nmore"'],
    ['plain', '"plain"'],
    [-5, '-5'],
    [null, ''],
  ])('puts %j so that no spreadsheet computes it', (value, cell) => {
    expect(cellOf(value)).toBe(cell);
  });
});

describe('how long runs are kept', () => {
  it('is for good until an owner or admin says otherwise', async () => {
    const { body } = await runs.house.as('viewer').call(contract.getRunRetention, {});
    expect(body).toEqual({ days: null, revision: 1 });
    expect((await keep('editor', 1, 1)).status).toBe(403);
    expect((await keep('admin', 30, 1)).body).toEqual({ days: 30, revision: 2 });
    expect((await keep('owner', 20, 1)).body.code).toBe('request.stale');
    for (const days of [0, -1, 1.5, 4_000]) expect((await keep('owner', days, 2)).status).toBe(422);
  });

  it('erases what is older, but nothing bookmarked or compared, and says so', async () => {
    const [old = '', , marked = '', compared = ''] = ids;
    await runs.house.as('owner').call(contract.markRuns, { body: { runIds: [marked], bookmarked: true } });
    const { runIds } = await runs.start([null]);
    await runs.ended(runIds[0] as string, 'owner');
    await runs.house.as('editor').call(contract.createJudgement, {
      body: { runIds: [compared, runIds[0]], title: 'Kept' },
    });
    await job(takeUpLeftRuns);
    await job(forgetRuns);
    expect(await status(old)).toBe(200);
    expect((await outdated('admin', 1)).body).toMatchObject({ runs: 0, kept: 0, more: false });
    const tomorrow = await runs.house.within('owner', (ctx) =>
      countOutdatedRuns(ctx, { id: ctx.organizationId } as never, { days: -1 }),
    );
    expect(tomorrow).toMatchObject({ runs: 2, kept: 3 });
    expect((await outdated('editor', 1)).status).toBe(403);
    expect((await outdated('stranger', 1)).body).toMatchObject({ runs: 0, kept: 0 });
    expect((await outdated('owner', 0)).status).toBe(422);
    // Nothing is that old yet: the rule is made to count from the future instead of waiting.
    await runs.house.within('owner', async ({ tx, organizationId }) => {
      await tx.execute(
        sql`update run_retention set days = -1 where organization_id = ${organizationId}::uuid`,
      );
    });
    await job(forgetRuns);
    expect([await status(old), await status(ids[1] as string)]).toEqual([404, 404]);
    expect([await status(marked), await status(compared)]).toEqual([200, 200]);
    const { body } = await runs.house.as('owner').call(contract.listRuns, { query: { author: 'all' } });
    expect(body.items.map(({ id }: { id: string }) => id)).toEqual([runIds[0], compared, marked]);
    const told = await runs.house.within('owner', async ({ tx, organizationId }) => {
      const found = await tx.execute(
        sql`select payload from event where organization_id = ${organizationId}::uuid and type = 'run_retention.applied'`,
      );
      return (found as unknown as { rows: { payload: { runs: number } }[] }).rows.map(
        ({ payload }) => payload.runs,
      );
    });
    expect(told).toEqual([2]);
  });
});
