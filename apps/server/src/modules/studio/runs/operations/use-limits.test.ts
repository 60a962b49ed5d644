/** Limits as people meet them: set, counted, told of, lifted, reset. */
import * as billing from '@promptvault/contract/account/billing/routes';
import type { UsageCounterView } from '@promptvault/contract/account/billing/shapes';
import * as notices from '@promptvault/contract/account/notifications/routes';
import * as organizations from '@promptvault/contract/account/organizations/routes';
import { retryRun } from '@promptvault/contract/studio/runs/routes';
import * as transfer from '@promptvault/contract/vault/transfer/routes';
import { openRunHouse, type RunHouse } from '@promptvault/testing/run-house';
import type { Caller } from '@promptvault/testing/test-house';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';

let world: RunHouse;
beforeAll(async () => {
  world = await openRunHouse();
});
afterAll(() => world.close());

const as = (caller: Caller) => world.house.as(caller);
const set = async (body: object, caller: Caller = 'admin') => as(caller).call(billing.createLimit, { body });
const lift = (limit: { id: string; revision: number }) =>
  as('admin').call(billing.deleteLimit, { params: { limitId: limit.id }, revision: limit.revision });
const reset = (body: object, caller: Caller = 'admin') => as(caller).call(billing.resetUsage, { body });
const usage = async (caller: Caller, of: Partial<UsageCounterView>) => {
  const { body } = await as(caller).call(billing.getUsage);
  return (body.items as UsageCounterView[]).find((item) =>
    Object.entries(of).every(([name, value]) => item[name as keyof UsageCounterView] === value),
  );
};
const memberIdOf = async (name: RegExp): Promise<string> => {
  const { body } = await as('owner').call(organizations.listMembers);
  return body.items.find((member: { role: string }) => name.test(member.role)).id;
};

/** Each case begins with nothing used and nothing limited. */
afterEach(async () => {
  const { body } = await as('owner').call(billing.listLimits);
  for (const limit of body.items) await lift(limit);
  for (const role of [/editor/, /owner/, /admin/]) await reset({ memberId: await memberIdOf(role) });
  await reset({ connectionId: world.connectionId });
  await reset({ model: 'echo' });
  await reset({}, 'owner');
});

describe('limits', () => {
  it('are set by owners and admins, seen by all, and changed with their revision', async () => {
    for (const caller of ['editor', 'viewer'] as const)
      expect((await set({ scope: 'person', runsAnHour: 1 }, caller)).status).toBe(403);
    const made = await set({ scope: 'person', runsAnHour: 40 });
    expect([made.status, made.body]).toMatchObject([
      201,
      { scope: 'person', person: null, runsAnHour: 40, runsADay: null },
    ]);
    expect((await set({ scope: 'person', runsADay: 3 })).body).toMatchObject({
      code: 'limit.exists',
      params: { limitId: made.body.id },
    });
    const change = (body: object, revision: number) =>
      as('admin').call(billing.updateLimit, { params: { limitId: made.body.id }, body, revision });
    expect((await change({ runsADay: 90 }, 1)).body).toMatchObject({
      runsAnHour: 40,
      runsADay: 90,
      revision: 2,
    });
    expect((await change({ runsADay: 91 }, 1)).status).toBe(412);
    expect((await as('viewer').call(billing.listLimits)).body.items).toHaveLength(1);
    expect((await as('stranger').call(billing.listLimits)).body.items).toEqual([]);
    expect(
      (await set({ scope: 'connection', connectionId: world.connectionId, uploadsADay: 1 })).status,
    ).toBe(422);
    expect((await set({ scope: 'model' })).status).toBe(422);
  });

  it('count runs, say what is left in the answer, and refuse past a twentieth of grace', async () => {
    await set({ scope: 'person', runsAnHour: 20 });
    const first = await world.start([null], { samples: 8 });
    expect(first.body).toMatchObject({
      allowance: { scope: 'person', window: 'hour', limit: 20, remaining: 12 },
    });
    expect((await world.start([null, null], { samples: 8 })).status).toBe(429);
    expect(await usage('editor', { scope: 'person', measure: 'run', window: 'hour' })).toMatchObject({
      used: 8,
      remaining: 12,
      level: 'ok',
    });
    await world.start([null], { samples: 8 });
    await world.start([null], { samples: 4 });
    // The grace: one above the limit, and nothing is left all the same.
    const inGrace = await world.start([null]);
    expect([inGrace.status, inGrace.body]).toMatchObject([201, { allowance: { remaining: 0 } }]);
    const refused = await as('editor').call(retryRun, { params: { runId: first.runIds[0] ?? '' }, body: {} });
    expect(refused.status === 409 || refused.status === 429).toBe(true);
    const over = await world.start([null]);
    expect([over.status, over.body]).toMatchObject([
      429,
      {
        code: 'limit.reached',
        params: { scope: 'person', window: 'hour', limit: 20, used: 21, remaining: 0 },
      },
    ]);
    expect(await usage('editor', { scope: 'person', measure: 'run', window: 'hour' })).toMatchObject({
      used: 21,
      remaining: 0,
      level: 'full',
    });
    // Another person has their own.
    expect((await world.start([null], {}, 'owner')).status).toBe(201);
  });

  it('answer a refusal with when to come again', async () => {
    await set({ scope: 'model', model: 'echo', runsAnHour: 1 });
    await world.start([null]);
    const { status, headers, body } = await as('editor').call(
      (await import('@promptvault/contract/studio/runs/routes')).startRuns,
      {
        body: {
          source: { kind: 'version', promptId: world.promptId, number: 1 },
          values: { topic: 'x' },
          models: [{ connectionId: null, model: 'echo' }],
        },
      },
    );
    expect(status).toBe(429);
    expect(headers.get('ratelimit-limit')).toBe('1');
    expect(headers.get('ratelimit-remaining')).toBe('0');
    const after = Number(headers.get('retry-after'));
    expect(after).toBeGreaterThan(3_000);
    expect(after).toBeLessThanOrEqual(3_780);
    expect(body.detail).toMatch(
      /^This model may have 1 run an hour, and 1 is used\. There is room again in \d+ min\./,
    );
  });

  it('of a connection count what runs over it alone, and keep the rest waiting', async () => {
    const { connectionId } = world;
    await set({ scope: 'connection', connectionId, runsADay: 2, runsAtOnce: 1 });
    const { runIds } = await world.start(['scripted-rate-200-40', 'scripted-rate-200-40', null]);
    expect(runIds).toHaveLength(3);
    const runs = await Promise.all(runIds.map((runId) => world.ended(runId)));
    expect(runs.map(({ status }) => status)).toEqual(['finished', 'finished', 'finished']);
    const [one, other] = runs.filter((run) => run.connectionId !== null);
    const [first, second] = [one, other].toSorted((a, b) =>
      (a?.startedAt ?? '') < (b?.startedAt ?? '') ? -1 : 1,
    );
    expect(Date.parse(second?.startedAt ?? '')).toBeGreaterThanOrEqual(Date.parse(first?.endedAt ?? '') - 50);
    expect((await world.start(['scripted-json'])).body).toMatchObject({
      code: 'limit.reached',
      params: { scope: 'connection', used: 2 },
    });
    expect((await world.start([null])).status).toBe(201);
    expect(await usage('viewer', { scope: 'connection' })).toMatchObject({
      connectionId,
      name: 'Scripted',
      used: 2,
      level: 'full',
    });
  });

  it('count nothing of what is refused for another reason', async () => {
    await set({ scope: 'person', runsAnHour: 5 });
    expect(
      (
        await world.start(['scripted-json'], {
          source: { kind: 'version', promptId: world.promptId, number: 99 },
        })
      ).status,
    ).toBe(422);
    expect(await usage('editor', { scope: 'person', measure: 'run', window: 'hour' })).toMatchObject({
      used: 0,
    });
  });

  it('let exactly what they say through when many start at once', async () => {
    await set({ scope: 'person', runsAnHour: 10 });
    const answers = await Promise.all(Array.from({ length: 25 }, () => world.start([null])));
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(10);
    expect(answers.filter(({ body }) => body.code === 'limit.reached')).toHaveLength(15);
  });

  it('above the plan are for the operator alone, whose word others may lower and not raise', async () => {
    const most = (await as('admin').call(billing.listLimits)).body.plan.person.runsAnHour as number;
    expect((await set({ scope: 'person', runsAnHour: most + 1 })).body).toMatchObject({
      code: 'limit.above_plan',
      params: { most },
    });
    expect((await set({ scope: 'person', runsAnHour: most })).body.raised).toBe(false);
    const { body } = await as('owner').call(billing.listLimits);
    const change = (caller: Caller, runsAnHour: number, revision: number) =>
      as(caller).call(billing.updateLimit, {
        params: { limitId: body.items[0].id },
        body: { runsAnHour },
        revision,
      });
    expect((await change('owner', most * 2, 1)).body).toMatchObject({ raised: true, runsAnHour: most * 2 });
    expect((await change('admin', most * 3, 2)).body.code).toBe('limit.above_plan');
    expect((await change('admin', most + 5, 2)).body).toMatchObject({ raised: true, runsAnHour: most + 5 });
    // A connection is not in the plan: whoever owns the machine says what it bears.
    expect((await set({ scope: 'model', model: 'echo', runsADay: most * 100 })).status).toBe(201);
  });

  it('are reset for a member by an admin, and for the organization by the operator alone', async () => {
    await set({ scope: 'person', runsAnHour: 1 });
    await world.start([null]);
    expect((await world.start([null])).status).toBe(429);
    const memberId = await memberIdOf(/editor/);
    expect((await as('editor').call(billing.getMemberUsage, { params: { memberId } })).status).toBe(403);
    const seen = await as('admin').call(billing.getMemberUsage, { params: { memberId } });
    expect(seen.body.items.find((item: UsageCounterView) => item.scope === 'person')).toMatchObject({
      used: 1,
    });
    expect((await reset({ memberId }, 'editor')).status).toBe(403);
    expect((await reset({ memberId })).status).toBe(204);
    expect((await world.start([null])).status).toBe(201);
    expect((await reset({}, 'admin')).body.code).toBe('limit.operator_only');
    expect((await reset({}, 'owner')).status).toBe(204);
    expect((await reset({ memberId, model: 'echo' })).status).toBe(422);
  });

  it('count an import as one upload, without grace', async () => {
    await set({ scope: 'person', uploadsADay: 1 });
    const upload = (title: string) =>
      as('editor').call(transfer.importCsv, {
        body: { csv: `act,prompt\n${title},Write about ${title}.\n`, fileName: 'a.csv' },
      });
    expect((await upload('one')).status).toBe(201);
    expect((await upload('two')).body).toMatchObject({
      code: 'limit.reached',
      params: { measure: 'upload', limit: 1 },
    });
  });

  it('tell a person at 80 and 90 %, once, and managers of what is everybody’s', async () => {
    await set({ scope: 'person', runsADay: 10 });
    await set({ scope: 'model', model: 'echo', runsADay: 100 });
    await world.start([null], { samples: 8 });
    await world.start([null]);
    await world.start([null]);
    const told = async (caller: Caller) => {
      const { body } = await as(caller).call(notices.listNotices, { query: { kind: 'usage.warned' } });
      const items: { title: string; address: string; count: number }[] = body.items;
      return items
        .filter(({ title }) => title.endsWith('the runs a day'))
        .map((item) => [item.title, item.address, item.count]);
    };
    await world.house.deliver();
    await vi.waitFor(async () =>
      expect(await told('editor')).toEqual([['You have used 90 % of the runs a day', '/settings/usage', 2]]),
    );
    expect((await told('admin')).filter(([title]) => !String(title).startsWith('A connection'))).toEqual([]);
    await reset({ memberId: await memberIdOf(/editor/) });
    await lift((await as('owner').call(billing.listLimits)).body.items[1]);
    await set({ scope: 'model', model: 'echo', runsADay: 12 });
    await world.start([null]);
    await world.house.deliver();
    await vi.waitFor(async () =>
      expect((await told('admin')).map(([title]) => title)).toContain(
        'A model has used 90 % of the runs a day',
      ),
    );
  });
});
