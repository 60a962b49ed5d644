import * as billing from '@promptvault/contract/account/billing/routes';
import * as notices from '@promptvault/contract/account/notifications/routes';
import * as models from '@promptvault/contract/studio/models/routes';
import { openRunHouse, type RunHouse } from '@promptvault/testing/run-house';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { sweepLostRuns } from './sweep-lost-runs.ts';

let world: RunHouse;
beforeAll(async () => {
  world = await openRunHouse();
  // A dollar for a thousand tokens each way: 100 tokens of answer cost 100,000 millionths.
  await world.house.as('owner').call(models.createModelFacts, {
    body: {
      connectionId: world.connectionId,
      model: 'scripted-rate-400-100',
      inputMicroDollars: 0,
      outputMicroDollars: 1_000_000_000,
      maxOutputTokens: 100,
    },
  });
});
afterAll(() => world.close());

type Caller = 'owner' | 'admin' | 'editor' | 'viewer' | 'stranger';
const read = async (caller: Caller = 'viewer') => (await world.house.as(caller).call(billing.getBudget)).body;
const limit = async (body: object, caller: Caller = 'owner', revision?: number) =>
  world.house.as(caller).call(billing.updateBudget, {
    body,
    revision: revision ?? (await read('owner')).revision,
  });
const each = 100_000;

describe('a budget', () => {
  it('is seen by all and changed by owners and admins, with its revision', async () => {
    expect(await read()).toMatchObject({
      day: { limitMicroDollars: null, spentMicroDollars: 0, reservedMicroDollars: 0 },
      revision: 1,
    });
    expect((await limit({ dayMicroDollars: 1 }, 'editor')).status).toBe(403);
    expect((await limit({ dayMicroDollars: 5_000_000 })).body).toMatchObject({
      day: { limitMicroDollars: 5_000_000 },
      month: { limitMicroDollars: null },
      revision: 2,
    });
    expect((await limit({ dayMicroDollars: 1 }, 'owner', 1)).status).toBe(412);
    expect((await limit({ dayMicroDollars: 5_000_000, allowUnpriced: true })).status).toBe(200);
    expect((await limit({ allowUnpriced: false })).status).toBe(200);
    const told = await world.house.within('owner', ({ tx }) =>
      tx.execute<{ changed: string[] }>(
        sql`select payload -> 'changed' as changed from event where type = 'budget.changed' order by seq`,
        'objects',
      ),
    );
    expect(told.map(({ changed }) => changed)).toEqual([
      ['dayMicroDollars'],
      ['allowUnpriced'],
      ['allowUnpriced'],
    ]);
    expect((await limit({ monthMicroDollars: -1 })).body.code).toBe('request.invalid');
    expect((await world.house.as('stranger').call(billing.getBudget)).body.day.limitMicroDollars).toBeNull();
  });

  it('is held before a run and settled after it, and a stopped or failed run gives back the rest', async () => {
    const before = await read();
    const { runIds } = await world.start(['scripted-rate-400-100']);
    const during = await read();
    expect(during.day.reservedMicroDollars - before.day.reservedMicroDollars).toBe(each);
    const run = await world.ended(runIds[0] ?? '');
    const after = await read();
    expect(after.day.reservedMicroDollars).toBe(0);
    expect(after.day.spentMicroDollars - before.day.spentMicroDollars).toBe(run.cost?.microDollars);
    expect(after.month.spentMicroDollars).toBe(after.day.spentMicroDollars);
  });

  it('is not overspent by 50 runs at once', async () => {
    const { day } = await read();
    await limit({ dayMicroDollars: day.spentMicroDollars + 10 * each });
    const answers = await Promise.all(
      Array.from({ length: 50 }, () => world.start(['scripted-rate-400-100'])),
    );
    const started = answers.filter(({ status }) => status === 201);
    const refused = answers.filter(({ status }) => status === 402);
    expect([started.length, refused.length]).toEqual([10, 40]);
    expect(refused[0]?.body).toMatchObject({
      code: 'budget.exhausted',
      params: { period: 'day', leftMicroDollars: 0, neededMicroDollars: each },
    });
    await Promise.all(started.map(({ runIds }) => world.ended(runIds[0] ?? '')));
    const after = await read();
    expect(after.day.reservedMicroDollars).toBe(0);
    expect(after.day.spentMicroDollars).toBeLessThanOrEqual(after.day.limitMicroDollars);
  });

  it('refuses the whole where one of several models does not fit, and holds nothing of it', async () => {
    await limit({ dayMicroDollars: (await read()).day.spentMicroDollars + each });
    const { status } = await world.start(['scripted-rate-400-100', 'scripted-rate-400-100']);
    expect(status).toBe(402);
    expect((await read()).day.reservedMicroDollars).toBe(0);
  });

  it('lets through what is free: the echo, and models of the own network', async () => {
    await limit({ dayMicroDollars: 0, monthMicroDollars: 0 });
    expect((await world.start([null, 'scripted-json'])).status).toBe(201);
    await limit({ dayMicroDollars: null, monthMicroDollars: null });
  });

  it('gets back what was held for a run whose process is gone', async () => {
    await limit({ monthMicroDollars: 1_000_000_000 });
    const { services } = world.house.application;
    await world.start(['scripted-rate-400-100']);
    expect((await read()).month.reservedMicroDollars).toBe(each);
    await sweepLostRuns(services, new Date(Date.now() + 60_000));
    expect((await read()).month.reservedMicroDollars).toBe(0);
    await limit({ monthMicroDollars: null });
  });

  it('tells owners and admins, and nobody else, when 80 and 90 % of it are spent', async () => {
    const { month } = await read();
    // What is spent so far and two more runs are 85 %, with a third it is all.
    const { runIds } = await world.start(['scripted-rate-400-100']);
    const { cost } = await world.ended(runIds[0] ?? '');
    const each = cost?.microDollars ?? 0;
    const spent = month.spentMicroDollars + each;
    await limit({ monthMicroDollars: Math.ceil((spent + each) / 0.85) + 1 });
    await limit({ dayMicroDollars: null });
    const next = await world.start(['scripted-rate-400-100']);
    await world.ended(next.runIds[0] ?? '');
    const told = async (caller: Caller) => {
      const { body } = await world.house
        .as(caller)
        .call(notices.listNotices, { query: { kind: 'budget.warned' } });
      return body.items.filter(({ title }: { title: string }) => title.includes('this month'));
    };
    await vi.waitFor(async () => {
      await world.house.deliver();
      expect((await told('admin'))[0]).toMatchObject({
        title: '80 % of the budget of this month is spent',
        address: '/settings/budget',
      });
    });
    expect(await told('owner')).toHaveLength(1);
    expect(await told('editor')).toEqual([]);
    await limit({ monthMicroDollars: null });
  });
});
