import {
  createInvitation,
  createOrganization,
  listMyOrganizations,
} from '@promptvault/contract/account/organizations/routes';
import { createConnection } from '@promptvault/contract/studio/models/routes';
import { openTestHouse, type TestHouse } from '@promptvault/testing/test-house';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contractRoutes } from '../../assembly/contract-routes.ts';
import { idempotencyRecord } from '../../modules/account/record/schema.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await openTestHouse();
});
afterAll(() => house.close());

const keyed = (key: string) => ({ 'idempotency-key': key });

it('is offered by every route that creates, but that of signing up', async () => {
  const creating = (await contractRoutes()).filter(({ route }) => route.response.status === 201);
  expect(creating.length).toBeGreaterThan(8);
  const without = creating.filter(({ route }) => !route.idempotent).map(({ route }) => route.operationId);
  expect(without).toEqual(['signUp']);
});

describe('one Idempotency-Key', () => {
  it('makes one organization, whichever the person is in by then', async () => {
    const make = (name: string) =>
      house.as('editor').call(createOrganization, { body: { name }, headers: keyed('make-1') });
    const [first, again] = [await make('Once'), await make('Once')];
    expect([first.status, again.status]).toEqual([201, 201]);
    expect(again.body.organizationId).toBe(first.body.organizationId);
    expect((await make('Twice')).body.code).toBe('request.idempotency_conflict');
    const { body } = await house.as('editor').call(listMyOrganizations);
    expect(body.items.filter(({ name }: { name: string }) => name === 'Once')).toHaveLength(1);
  });

  it('makes one of two calls at once, and tells the other one of it', async () => {
    const answers = await Promise.all(
      [1, 2].map(() =>
        house.as('admin').call(createOrganization, { body: { name: 'At once' }, headers: keyed('at-once') }),
      ),
    );
    expect(answers.some(({ status }) => status === 201)).toBe(true);
    for (const { status } of answers) expect([201, 409]).toContain(status);
    const { body } = await house.as('admin').call(listMyOrganizations);
    expect(body.items.filter(({ name }: { name: string }) => name === 'At once')).toHaveLength(1);
  });

  it('makes one invitation, whose link is kept only sealed', async () => {
    const invite = () =>
      house.as('owner').call(createInvitation, { body: { role: 'viewer' }, headers: keyed('invite-1') });
    const [first, again] = [await invite(), await invite()];
    expect(again.body).toEqual(first.body);
    const token = String(first.body.link).split('/').at(-1) as string;
    const kept = await house.within('owner', ({ tx }) => tx.select().from(idempotencyRecord));
    expect(kept.some(({ key }) => key === 'invite-1')).toBe(true);
    expect(JSON.stringify(kept)).not.toContain(token);
  });

  it('makes one connection, and is free again after a call that failed', async () => {
    const connect = (saveAnyway: boolean) =>
      house.as('owner').call(createConnection, {
        body: {
          name: 'Away',
          provider: 'openai_compatible',
          baseUrl: 'http://127.0.0.1:9/v1',
          key: 'sk-0123456789abcdef',
          saveAnyway,
        },
        headers: keyed('connect-1'),
      });
    const refused = await connect(false);
    expect(refused.status).toBeGreaterThanOrEqual(400);
    const [first, again] = [await connect(true), await connect(true)];
    expect([first.status, again.status]).toEqual([201, 201]);
    expect(again.body.id).toBe(first.body.id);
  });
});
