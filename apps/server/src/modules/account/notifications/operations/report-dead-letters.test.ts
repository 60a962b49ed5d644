import * as contract from '@promptvault/contract/account/notifications/routes';
import type { DeadLetterList } from '@promptvault/contract/account/notifications/shapes';
import { callers, openTestHouse, type TestHouse } from '@promptvault/testing/test-house';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { defineEvent } from '../../../../foundation/context/define-event.ts';
import type { ListenerDeclaration } from '../../../../foundation/module/define-module.ts';
import { startEventDispatcher } from '../../../../foundation/module/dispatch-events.ts';

const Noted = defineEvent('test.noted', z.object({ n: z.number() }));
let house: TestHouse;
let isBroken = true;
const heard: unknown[] = [];
const listener: ListenerDeclaration = {
  name: 'tests.ear',
  events: [Noted],
  when: 'after',
  async handle(ctx, { payload }) {
    // What is done before it fails is undone with it.
    await ctx.tx.execute(`update profile set name = 'Heard' where name = 'Owner'`);
    if (isBroken) throw new Error('Failed query: contents', { cause: new Error('It is broken.') });
    heard.push(payload);
  },
};

beforeAll(async () => {
  house = await openTestHouse();
  const { host } = house.application;
  (host.ports.listeners as ListenerDeclaration[]).push(listener);
  for (const n of [1, 2])
    await house.within('owner', (ctx) => ctx.emit(Noted, { kind: 'test', id: ctx.newId() }, { n }));
  const dispatcher = startEventDispatcher(host, [listener], { firstRetryMs: 1, mostTries: 2 });
  await dispatcher.deliver(house.organizationId);
  await dispatcher.stop();
});
afterAll(() => house.close());

const list = async (): Promise<DeadLetterList> =>
  (await house.as('owner').call(contract.listDeadLetters)).body;
const again = (id: string, organizationId = house.organizationId) =>
  house.as('owner').call(contract.giveDeadLetterAgain, { body: { organizationId, id } });

describe('events that were set aside', () => {
  it('are seen by the operator, and by nobody else', async () => {
    const { items, total } = await list();
    expect(total).toBe(2);
    expect(items[0]).toEqual({
      id: expect.any(String),
      organizationId: house.organizationId,
      organizationName: expect.any(String),
      listener: 'tests.ear',
      eventType: 'test.noted',
      error: 'Error: It is broken.',
      tries: 2,
      createdAt: expect.any(String),
    });
    const body = { organizationId: house.organizationId, id: items[0]?.id ?? '' };
    for (const caller of callers.filter((one) => one !== 'owner')) {
      const refused = caller === 'nobody' ? 401 : 403;
      const as = house.as(caller);
      expect((await as.call(contract.listDeadLetters)).status, caller).toBe(refused);
      expect((await as.call(contract.giveDeadLetterAgain, { body })).status, caller).toBe(refused);
    }
    expect(await list()).toEqual({ items, total });
  });

  it('stay, with one try more, where the listener fails again', async () => {
    const [first, second] = (await list()).items;
    const { status, body } = await again(first?.id ?? '');
    expect(status).toBe(200);
    expect(body.items).toEqual([{ ...first, tries: 3 }, second]);
    expect((await house.as('owner').call(contract.listDeadLetters)).body.total).toBe(2);
  });

  it('are given again once, and gone when they are taken', async () => {
    isBroken = false;
    const [first, second] = (await list()).items;
    const answers = await Promise.all([again(first?.id ?? ''), again(first?.id ?? '')]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 404]);
    expect(heard).toEqual([{ n: 2 }]);
    expect(await list()).toEqual({ items: [second], total: 1 });
    expect((await again(first?.id ?? '')).body.code).toBe('notice.no_such_event');
    expect((await again(second?.id ?? '', crypto.randomUUID())).body.code).toBe('notice.no_such_event');
    expect(heard).toHaveLength(1);
  });
});
