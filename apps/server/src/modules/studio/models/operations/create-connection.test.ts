import { ConnectionError } from '@promptvault/contract/studio/models/errors';
import * as contract from '@promptvault/contract/studio/models/routes';
import {
  type ScriptedProvider,
  startScriptedProvider,
} from '@promptvault/testing/scripted-provider/start-scripted-provider';
import { callers, openTestHouse, type TestHouse } from '@promptvault/testing/test-house';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

let house: TestHouse;
let provider: ScriptedProvider;
beforeAll(async () => {
  [house, provider] = await Promise.all([openTestHouse(), startScriptedProvider()]);
});
afterAll(() => Promise.all([house.close(), provider.close()]));

const key = 'sk-scripted-0123456789';
const make = (name: string, more: object = {}) => ({
  name,
  provider: 'openai_compatible',
  baseUrl: provider.baseUrls.openai_compatible,
  key,
  ...more,
});
const create = (caller: Parameters<TestHouse['as']>[0], body: object) =>
  house.as(caller).call(contract.createConnection, { body });

describe('a connection', () => {
  it('is tested, saved and shown without its key', async () => {
    const { status, body } = await create('admin', make('Tested'));
    expect(status).toBe(201);
    expect(body).toMatchObject({ name: 'Tested', keyEnding: '6789', test: { ok: true } });
    expect(body.test.models).toBeGreaterThan(5);
    expect(JSON.stringify(body)).not.toContain(key);
    const request = provider.requests.find(({ path }) => path.endsWith('/models'));
    expect(request).toBeDefined();
  });

  it('is made by owners and admins alone, and seen by all roles', async () => {
    const { body: made } = await create('owner', make('Seen by all'));
    const params = { connectionId: made.id };
    const seen: Record<string, [number, number]> = {};
    for (const caller of callers)
      seen[caller] = [
        (await create(caller, make(`By ${caller}`, { saveAnyway: true }))).status,
        (await house.as(caller).call(contract.getConnection, { params })).status,
      ];
    expect(seen).toEqual({
      owner: [201, 200],
      admin: [201, 200],
      editor: [403, 200],
      viewer: [403, 200],
      guest: [403, 403],
      stranger: [201, 404],
      nobody: [401, 401],
    });
  });

  it('whose test fails is refused with the reason, unless saved anyway', async () => {
    const wrong = make('Wrong key', { key: 'scripted-wrong-key' });
    const refused = await create('owner', wrong);
    expect(refused.body).toMatchObject({
      code: ConnectionError.connection_failed.code,
      params: { code: 'model.unauthorized' },
    });
    expect(JSON.stringify(refused.body)).not.toContain('scripted-wrong-key');
    const saved = await create('owner', { ...wrong, saveAnyway: true });
    expect(saved.body).toMatchObject({ test: { ok: false, code: 'model.unauthorized' } });
  });

  it('never calls a metadata address, whoever asks', async () => {
    const refused = await create('owner', make('Metadata', { baseUrl: 'http://169.254.169.254/v1' }));
    expect(refused.body).toMatchObject({ status: 422, params: { code: 'model.unreachable' } });
  });

  it.each([
    ['a query', { baseUrl: 'http://localhost/v1?key=1' }],
    ['a password', { baseUrl: 'http://me:secret@localhost/v1' }],
    ['another scheme', { baseUrl: 'file:///etc/passwd' }],
    ['a key of two lines', { key: 'one\ntwo' }],
    ['an unknown field', { keys: 'x' }],
  ])('with %s is refused before anything is called', async (_what, more) => {
    const before = provider.requests.length;
    expect((await create('owner', make('Odd', more))).body.code).toBe('request.invalid');
    expect(provider.requests).toHaveLength(before);
  });

  it('has a name of its own, also when two are made at once', async () => {
    const both = await Promise.all([create('owner', make('Twin')), create('owner', make('TWIN'))]);
    expect(both.map(({ status }) => status).sort()).toEqual([201, 409]);
    expect((await create('owner', make(' twin '))).body.code).toBe(ConnectionError.name_taken.code);
  });
});

describe('a stored key', () => {
  it('is never sent to an address it was not entered for', async () => {
    const { body: made } = await create('owner', make('Moving'));
    const change = (body: object) =>
      house.as('owner').call(contract.updateConnection, {
        params: { connectionId: made.id },
        revision: made.revision,
        body,
      });
    const before = provider.requests.length;
    const baseUrl = `${provider.url}/compatible/elsewhere/v1`;
    expect((await change({ baseUrl })).body.code).toBe(ConnectionError.key_elsewhere.code);
    expect(provider.requests).toHaveLength(before);
    const moved = await change({ baseUrl, key: 'sk-another-key-abcd', saveAnyway: true });
    expect(moved.body).toMatchObject({ baseUrl, keyEnding: 'abcd', revision: made.revision + 1 });
  });

  it('is in no answer, no event and no row as it was entered', async () => {
    const { body: made } = await create('owner', make('Searched'));
    await house.as('owner').call(contract.testConnection, { params: { connectionId: made.id } });
    const found = await house.within('owner', async ({ tx }) => {
      const rows = await tx.execute(`
        select to_jsonb(c)::text as told from model_connection c union all select to_jsonb(e)::text from event e`);
      return (rows as unknown as { rows: { told: string }[] }).rows.map(({ told }) => told);
    });
    expect(found.length).toBeGreaterThan(5);
    expect(found.filter((told) => told.includes(key))).toEqual([]);
    expect(found.some((told) => told.includes('model_connection.created'))).toBe(true);
  });
});

describe('changing a connection', () => {
  it('needs its revision, and tests only what reaches the provider', async () => {
    const { body: made } = await create('owner', make('Renamed'));
    const params = { connectionId: made.id };
    const before = provider.requests.length;
    const bare = await house.as('owner').call(contract.updateConnection, { params, body: { name: 'New' } });
    expect(bare.status).toBe(428);
    const change = { params, revision: made.revision, body: { name: 'New name' } };
    const both = await Promise.all(
      [1, 2].map(() => house.as('owner').call(contract.updateConnection, change)),
    );
    expect(both.map(({ status }) => status).sort()).toEqual([200, 412]);
    expect(provider.requests).toHaveLength(before);
  });

  it('ends with it gone, and its key with it', async () => {
    const { body: made } = await create('owner', make('Going'));
    const params = { connectionId: made.id };
    const remove = (caller: 'owner' | 'stranger' | 'editor', revision: number) =>
      house.as(caller).call(contract.deleteConnection, { params, revision });
    expect((await remove('editor', made.revision)).status).toBe(403);
    expect((await remove('stranger', made.revision)).status).toBe(404);
    expect((await remove('owner', made.revision + 1)).status).toBe(412);
    expect((await remove('owner', made.revision)).status).toBe(204);
    expect((await house.as('owner').call(contract.getConnection, { params })).status).toBe(404);
  });
});

describe('models', () => {
  it('begin with the echo model, labelled as not an AI, and go on with what was discovered', async () => {
    const { body: made } = await create('owner', make('Listed'));
    const { body } = await house.as('viewer').call(contract.listModels);
    expect(body.items[0]).toMatchObject({ provider: 'echo', ai: false, connectionId: null });
    const discovered = body.items.filter((one: { connectionId: string }) => one.connectionId === made.id);
    expect(discovered.length).toBe(made.test.models);
    expect(discovered[0]).toMatchObject({ source: 'discovered', ai: true, price: null });
  });

  it('of a provider that was not reached come from the catalogue, with prices', async () => {
    const body = {
      name: 'Claude',
      provider: 'anthropic',
      baseUrl: 'http://127.0.0.1:9',
      key,
      saveAnyway: true,
    };
    const { body: made } = await create('owner', body);
    const answer = await house
      .as('editor')
      .call(contract.listConnectionModels, { params: { connectionId: made.id } });
    const sonnet = answer.body.items.find((one: { model: string }) => one.model === 'claude-sonnet-4-5');
    expect(sonnet).toMatchObject({
      source: 'catalogue',
      maxOutputTokens: 64_000,
      abilities: { tools: true },
    });
    expect(sonnet.price.inputMicroDollars).toBeGreaterThan(0);
  });
});
