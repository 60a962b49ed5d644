import * as models from '@promptvault/contract/studio/models/routes';
import * as contract from '@promptvault/contract/studio/runs/routes';
import { openRunHouse, type RunHouse } from '@promptvault/testing/run-house';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

let world: RunHouse;
beforeAll(async () => {
  world = await openRunHouse();
});
afterAll(() => world.close());

let made = 0;
type Step = { connectionId?: string | null; model: string };

const createChain = async (steps: Step[], caller: 'owner' | 'editor' = 'owner') => {
  made += 1;
  return world.house.as(caller).call(models.createChain, {
    body: {
      name: `Chain ${made}`,
      steps: steps.map((step) => ({ connectionId: world.connectionId, ...step })),
    },
  });
};
const runOn = async (chainId: string) =>
  world.house.as('editor').call(contract.startRuns, {
    body: {
      source: { kind: 'version', promptId: world.promptId, number: 1 },
      values: { topic: 'the tides' },
      models: [{ chainId }],
    },
  });
const endOn = async (...steps: Step[]) => {
  const chain = await createChain(steps);
  const { body } = await runOn(chain.body.id);
  return world.ended(body.comparison.runs[0].id);
};
/** Failures of other tests must not let the connection rest. */
const heal = () =>
  world.house.as('owner').call(models.testConnection, { params: { connectionId: world.connectionId } });

describe('a run on a chain', () => {
  it('is answered by the next model where the first fails for a passing reason, and says so', async () => {
    world.provider.script('down', { status: 503, headers: { 'retry-after': '600' } });
    const run = await endOn({ model: 'down' }, { model: 'scripted-json' });
    expect(run).toMatchObject({
      status: 'finished',
      model: 'scripted-json',
      tried: [{ connectionName: 'Scripted', model: 'down', code: 'model.overloaded' }],
    });
    expect(run.chainName).toMatch(/^Chain/);
    expect(run.output).toContain('A scripted answer');
    expect(run.warnings.some((words) => words.includes('Going on with scripted-json (Scripted)'))).toBe(true);
    await heal();
  });

  it('does not fall back once the first word was said, nor for what would fail again', async () => {
    const cut = await endOn({ model: 'scripted-cut' }, { model: 'scripted-json' });
    expect(cut).toMatchObject({ status: 'failed', model: 'scripted-cut', tried: [] });
    expect(cut.output).toMatch(/^A scripted provider/);
    const wrong = await endOn({ model: 'scripted-400' }, { model: 'scripted-json' });
    expect(wrong).toMatchObject({ status: 'failed', tried: [], error: { code: 'model.refused_request' } });
    await heal();
  });

  it('fails with the last failure where all of them fail', async () => {
    world.provider.script('down', { status: 503, headers: { 'retry-after': '600' } });
    world.provider.script('limited', { status: 429, headers: { 'retry-after': '600' } });
    const run = await endOn({ model: 'down' }, { model: 'limited' });
    expect(run).toMatchObject({
      status: 'failed',
      model: 'limited',
      error: { code: 'model.rate_limited' },
      tried: [{ model: 'down' }],
    });
    await heal();
  });

  it('leaves out a connection that is gone, and refuses where none is left', async () => {
    const { body: other } = await world.house.as('owner').call(models.createConnection, {
      body: {
        name: 'Going',
        provider: 'openai_compatible',
        baseUrl: world.provider.baseUrls.openai_compatible,
        key: 'sk-scripted-0123456789',
      },
    });
    const gone = (model: string) => ({ connectionId: other.id, model });
    const chain = await createChain([gone('scripted-fast'), { model: 'scripted-json' }]);
    const broken = await createChain([gone('scripted-fast'), gone('scripted-slow')]);
    await world.house
      .as('owner')
      .call(models.deleteConnection, { params: { connectionId: other.id }, revision: other.revision });
    const started = await runOn(chain.body.id);
    expect(started.body.comparison.runs[0]).toMatchObject({ model: 'scripted-json' });
    expect((await runOn(broken.body.id)).body.code).toBe('model.chain_broken');
    const { body } = await world.house.as('viewer').call(models.listChains);
    const listed = body.items.find(({ id }: { id: string }) => id === broken.body.id);
    expect(listed.steps.map((step: { connectionName: string }) => step.connectionName)).toEqual([null, null]);
  });
});

describe('a chain', () => {
  it('is made, changed and deleted by owners and admins', async () => {
    expect((await createChain([{ model: 'a' }, { model: 'b' }], 'editor')).status).toBe(403);
    const { body: chain, status } = await createChain([
      { model: 'a' },
      { connectionId: null, model: 'echo' },
    ]);
    expect(status).toBe(201);
    const params = { chainId: chain.id };
    const change = (revision: number, name: string) =>
      world.house.as('owner').call(models.updateChain, { params, revision, body: { name } });
    expect((await change(1, 'Renamed')).body).toMatchObject({ name: 'Renamed', revision: 2 });
    expect((await change(1, 'Late')).status).toBe(412);
    expect((await createChain([{ model: 'a' }, { model: 'b' }])).status).toBe(201);
    expect((await change(2, `chain ${made}`)).body.code).toBe('model.chain_name_taken');
    const remove = (caller: 'owner' | 'editor' | 'stranger') =>
      world.house.as(caller).call(models.deleteChain, { params, revision: 2 });
    expect((await remove('editor')).status).toBe(403);
    expect((await remove('stranger')).status).toBe(404);
    expect((await remove('owner')).status).toBe(204);
    expect((await runOn(chain.id)).status).toBe(404);
  });

  it.each([
    ['one model', [{ model: 'a' }]],
    ['the same model twice', [{ model: 'a' }, { model: 'a' }]],
    ['six models', ['a', 'b', 'c', 'd', 'e', 'f'].map((model) => ({ model }))],
  ])('of %s is refused', async (_what, steps) => {
    expect((await createChain(steps)).body.code).toBe('request.invalid');
  });

  it('takes no connection of one person', async () => {
    const { body: own } = await world.house.as('owner').call(models.createConnection, {
      body: {
        name: 'Own',
        provider: 'openai_compatible',
        baseUrl: world.provider.baseUrls.openai_compatible,
        personal: true,
      },
    });
    const answer = await createChain([{ connectionId: own.id, model: 'a' }, { model: 'b' }]);
    expect(answer.body.code).toBe('model.chain_personal');
  });
});

it('shows the health of a connection, which a test heals', async () => {
  world.provider.script('down', { status: 503, headers: { 'retry-after': '600' } });
  const params = { connectionId: world.connectionId };
  const health = async () =>
    (await world.house.as('viewer').call(models.getConnection, { params })).body.health;
  for (let turn = 0; turn < 5; turn += 1) await world.ended((await world.start(['down'])).runIds[0] ?? '');
  expect(await health()).toMatchObject({
    state: 'open',
    failures: 5,
    lastFailure: { code: 'model.overloaded' },
  });
  const resting = await world.ended((await world.start(['scripted-json'])).runIds[0] ?? '');
  expect(resting).toMatchObject({ status: 'failed', error: { code: 'model.resting', retryable: true } });
  await heal();
  expect(await health()).toBeNull();
  const well = await world.ended((await world.start(['scripted-json'])).runIds[0] ?? '');
  expect(well.status).toBe('finished');
  expect(await health()).toMatchObject({ state: 'closed', failures: 0 });
});
