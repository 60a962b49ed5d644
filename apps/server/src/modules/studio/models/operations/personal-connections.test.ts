import * as contract from '@promptvault/contract/studio/models/routes';
import * as runs from '@promptvault/contract/studio/runs/routes';
import { document, openRunHouse, type RunHouse } from '@promptvault/testing/run-house';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Insider } from '../../../../foundation/context/actor.ts';
import { sees, visible } from '../policy.ts';
import { listConnectionRows } from '../repository.ts';
import { forgetMember } from './forget-member.ts';

let world: RunHouse;
beforeAll(async () => {
  world = await openRunHouse();
});
afterAll(() => world.close());

type Caller = 'owner' | 'admin' | 'editor' | 'viewer';
const create = (caller: Caller, name: string, more: object = {}) =>
  world.house.as(caller).call(contract.createConnection, {
    body: {
      name,
      provider: 'openai_compatible',
      baseUrl: world.provider.baseUrls.openai_compatible,
      key: 'sk-personal-0123456789',
      personal: true,
      ...more,
    },
  });
const namesOf = async (caller: Caller) =>
  (await world.house.as(caller).call(contract.listConnections)).body.items.map(
    ({ name }: { name: string }) => name,
  );
const as = (caller: Caller) => world.house.as(caller);

describe('a personal connection', () => {
  it('is made by whoever may use models, and by nobody else', async () => {
    const made = await create('editor', 'Mine');
    expect(made.body).toMatchObject({ personal: true, test: { ok: true } });
    expect((await create('viewer', 'No')).status).toBe(403);
    expect((await create('editor', 'Ours', { personal: false })).status).toBe(403);
  });

  it('is seen, changed, tested and used by its owner alone', async () => {
    const { body: made } = await create('editor', 'Secret');
    const params = { connectionId: made.id };
    expect(await namesOf('editor')).toContain('Secret');
    for (const other of ['owner', 'admin', 'viewer'] as const) {
      expect(await namesOf(other), other).not.toContain('Secret');
      expect((await as(other).call(contract.getConnection, { params })).status, other).toBe(404);
    }
    for (const other of ['owner', 'admin'] as const) {
      const answers = await Promise.all([
        as(other).call(contract.testConnection, { params }),
        as(other).call(contract.deleteConnection, { params, revision: made.revision }),
        as(other).call(contract.listConnectionModels, { params }),
        as(other).call(contract.createModelFacts, { body: { connectionId: made.id, model: 'm' } }),
        as(other).call(runs.startRuns, { body: runOn(made.id) }),
      ]);
      expect(
        answers.map(({ status }) => status),
        other,
      ).toEqual([404, 404, 404, 404, 404]);
    }
    const listed = (await as('owner').call(contract.listModels)).body.items;
    expect(listed.some((one: { connectionId: string }) => one.connectionId === made.id)).toBe(false);
    expect((await as('editor').call(runs.startRuns, { body: runOn(made.id) })).status).toBe(201);
    const renamed = await as('editor').call(contract.updateConnection, {
      params,
      revision: made.revision,
      body: { name: 'Renamed' },
    });
    expect(renamed.body).toMatchObject({ name: 'Renamed', personal: true });
  });

  it('may have the name of one of the organization, or of another person', async () => {
    expect((await create('owner', 'Same', { personal: false })).status).toBe(201);
    expect((await create('owner', 'Same')).status).toBe(201);
    expect((await create('editor', 'same')).status).toBe(201);
    expect((await create('editor', 'SAME')).body.code).toBe('model.name_taken');
  });

  it('goes with its owner', async () => {
    const { body: made } = await create('editor', 'Left behind');
    const { userId } = world.house.people.editor;
    const event = { payload: { memberId: 'm', userId, role: 'editor' } };
    await world.house.within('owner', (ctx) => forgetMember(ctx, event as never));
    const params = { connectionId: made.id };
    expect((await as('editor').call(contract.getConnection, { params })).status).toBe(404);
    expect(await namesOf('owner')).toContain('Same');
  });

  it('is listed exactly where it is seen, for any actor', async () => {
    await create('editor', 'One');
    await create('owner', 'Two');
    const { organizationId, people } = world.house;
    const userIds = [people.owner.userId, people.editor.userId, people.viewer.userId, null];
    await world.house.within('owner', async ({ tx }) => {
      const all = await listConnectionRows(tx, organizationId, undefined);
      for (const onBehalfOf of fc.sample(fc.constantFrom(...userIds), 12)) {
        const powers = { organizationId, permissions: new Set(['model.read']), grants: [] };
        const actor: Insider = { ...powers, kind: 'job', job: 'x', onBehalfOf };
        const listed = await listConnectionRows(tx, organizationId, visible(actor));
        expect(listed.map(({ id }) => id)).toEqual(all.filter((row) => sees(actor, row)).map(({ id }) => id));
      }
    });
  });
});

const runOn = (connectionId: string) => ({
  source: { kind: 'document', document },
  values: { topic: 'x' },
  models: [{ connectionId, model: 'scripted-fast' }],
});
