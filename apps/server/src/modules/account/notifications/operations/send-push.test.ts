import * as identity from '@promptvault/contract/account/identity/routes';
import * as contract from '@promptvault/contract/account/notifications/routes';
import { fakeClock } from '@promptvault/testing/fake-clock';
import { openPushService, type PushService } from '@promptvault/testing/push-service';
import { housePassword, openTestHouse, type TestHouse } from '@promptvault/testing/test-house';
import { sql } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { guardedFetch } from '../../../../foundation/llm/guarded-fetch.ts';
import { defineNotice, joinNotices } from '../../../../foundation/module/notices.ts';
import { createWebPush } from '../../../../foundation/push/web-push.ts';
import { notify } from './notify.ts';
import { sendPush } from './send-push.ts';
import { sendDigests, settleNotices } from './settle-notices.ts';

type Member = 'owner' | 'admin' | 'editor' | 'viewer';

const minute = 60_000;
const clock = fakeClock(new Date());
let house: TestHouse;
let service: PushService;
let promptId: string;

const kinds = (['immediate', 'daily'] as const).map((mail) =>
  defineNotice({
    kind: `test.${mail}`,
    summary: mail,
    channels: { app: true, mail },
    data: z.strictObject({ word: z.string() }),
    text: ({ by, count, data, subject }) => ({
      title: count > 1 ? `${count} on ${subject}` : `${by}: ${data.word}`,
      body: `“${data.word}”`,
    }),
    place: () => '?place=1',
  }),
);

beforeAll(async () => {
  house = await openTestHouse({ clock });
  const { ports } = house.application.services;
  ports.notices = joinNotices([...ports.notices.all(), ...kinds]);
  const prompt = house.application.modules
    .flatMap(({ subjects = [] }) => subjects)
    .find(({ kind }) => kind === 'prompt');
  promptId = await house.within('editor', async (ctx) => (await prompt?.sample(ctx))?.id ?? '');
});
afterAll(() => house.close());
beforeEach(async () => {
  service = await openPushService();
  house.application.services.ports.push = createWebPush({
    fetch: guardedFetch({ allowPrivateAddresses: true }),
    clock,
    publicUrl: 'http://localhost:3000',
    offered: true,
    plain: true,
  });
});
afterEach(async () => {
  await service.close();
  await settle();
  for (const caller of ['owner', 'admin', 'editor', 'viewer'] as const) {
    for (const { id } of (await settings(caller)).items) await forget(caller, id);
    await house.as(caller).call(contract.readAllNotices, { body: {} });
  }
  await clock.advance(1_000);
});

const services = () => {
  const { ports, db } = house.application.services;
  return { ports, db, signal: new AbortController().signal };
};
const idOf = (caller: Member) => house.people[caller].userId;
const settings = async (caller: Member) => (await house.as(caller).call(contract.getPushSettings)).body;
const forget = (caller: Member, subscriptionId: string) =>
  house.as(caller).call(contract.unsubscribePush, { params: { subscriptionId } });
const subscribe = async (caller: Member, browser = service.subscribe()) =>
  (await house.as(caller).call(contract.subscribePush, { body: browser.target })).body;
const settle = () =>
  settleNotices(services(), {
    organizationId: house.organizationId,
    people: (['owner', 'admin', 'editor', 'viewer'] as const).map(idOf),
  });
const waiting = (caller: Member) =>
  house.within(caller, ({ tx }) =>
    tx.execute<{ id: string; attempts: number }>(
      sql`select id, attempts from push_out order by id`,
      'objects',
    ),
  );
/** Jobs go by themselves a moment later; here they are asked for, so that nothing depends on when. */
const send = async (caller: Member) => {
  for (const { id } of await waiting(caller))
    await sendPush(services(), { organizationId: house.organizationId, userId: idOf(caller), id });
};
const deliver = async (caller: Member) => {
  await settle();
  await send(caller);
};
const tell = (to: Member[], mail: 'immediate' | 'daily' = 'immediate', word = 'hello') =>
  house.within('editor', (ctx) =>
    notify(ctx, {
      kind: `test.${mail}`,
      to: to.map(idOf),
      subject: { kind: 'prompt', id: promptId },
      data: { word },
    }),
  );
/** The headers of another browser of the viewer. */
const signIn = async () => {
  const body = { email: house.people.viewer.email, password: housePassword };
  const { headers } = await house.as('nobody').call(identity.signIn, { body });
  const cookie = (headers.getSetCookie()[0] ?? '').split(';')[0] ?? '';
  return { cookie, 'promptvault-organization': house.organizationId };
};
const came = () => service.requests.map(({ text }) => JSON.parse(text));

describe('a notice in a browser', () => {
  it('comes once, says what a mail would, and opens the very place', async () => {
    await subscribe('viewer');
    await tell(['viewer']);
    await deliver('viewer');
    await deliver('viewer');
    expect(came()).toEqual([
      {
        title: 'Editor: hello',
        body: '“hello”\nNorthwind',
        path: `/prompts/${promptId}?place=1&in=${house.organizationId}`,
        tag: `${house.organizationId} test.immediate prompt ${promptId}`,
      },
    ]);
    expect(await waiting('viewer')).toEqual([]);
    expect((await settings('viewer')).items[0]).toMatchObject({
      current: true,
      problem: null,
      toldAt: expect.any(String),
    });
  });

  it('comes at once also for what waits for the daily mail, and not again with it', async () => {
    await house.as('viewer').call(contract.setNoticePreference, {
      params: { kind: 'test.daily' },
      body: { app: true, mail: 'daily', push: true },
    });
    await subscribe('viewer');
    await tell(['viewer'], 'daily');
    await deliver('viewer');
    await tell(['viewer'], 'immediate', 'another');
    await deliver('viewer');
    await clock.advance(25 * 60 * minute);
    await sendDigests(services());
    await send('viewer');
    expect(came().map(({ title }) => title)).toEqual(['Editor: hello', 'Editor: another']);
  });

  it('joins what came together', async () => {
    await subscribe('viewer');
    await tell(['viewer'], 'immediate', 'one');
    await tell(['viewer'], 'immediate', 'two');
    await tell(['viewer'], 'daily', 'three');
    await house.as('viewer').call(contract.setNoticePreference, {
      params: { kind: 'test.daily' },
      body: { app: true, mail: 'daily', push: true },
    });
    await deliver('viewer');
    expect(came()).toMatchObject([
      {
        title: '2 notices',
        body: '2 on Sample prompt\nEditor: three\nNorthwind',
        path: `/notices?in=${house.organizationId}`,
      },
    ]);
  });

  it('does not come for what was read, is muted, or is not wanted there', async () => {
    for (const caller of ['owner', 'admin', 'viewer'] as const) await subscribe(caller);
    const body = { app: true, mail: 'immediate', push: false };
    const answer = await house
      .as('owner')
      .call(contract.setNoticePreference, { params: { kind: 'test.immediate' }, body });
    expect(answer.body).toMatchObject({ push: false, chosen: true });
    const mute = (muted: boolean) =>
      house.as('admin').call(contract.muteNotices, { body: { kind: 'prompt', id: promptId, muted } });
    await mute(true);
    await clock.advance(1_000);
    await tell(['owner', 'admin', 'viewer']);
    await house.as('viewer').call(contract.readAllNotices, { body: {} });
    await settle();
    for (const caller of ['owner', 'admin', 'viewer'] as const) expect(await waiting(caller)).toEqual([]);
    await mute(false);
  });

  it('does not come to whoever lost access between two attempts', async () => {
    await subscribe('viewer');
    await tell(['viewer']);
    service.answer = { status: 503 };
    await deliver('viewer');
    expect(service.requests).toHaveLength(1);
    service.answer = { status: 201 };
    const remove = (value: string) =>
      house.within('owner', ({ tx }) =>
        tx.execute(
          sql`update member set removed_at = ${sql.raw(value)} where user_id = ${idOf('viewer')} and organization_id = ${house.organizationId}`,
        ),
      );
    const [row] = await waiting('viewer');
    await remove('now()');
    const ref = { organizationId: house.organizationId, userId: idOf('viewer'), id: row?.id ?? '' };
    await sendPush(services(), ref);
    await remove('null');
    expect(service.requests).toHaveLength(1);
    expect(await waiting('viewer')).toEqual([]);
  });

  it('comes to no browser that signed out', async () => {
    const nobody = house.as('nobody');
    const headers = await signIn();
    const { target } = service.subscribe();
    expect((await nobody.call(contract.subscribePush, { body: target, headers })).status).toBe(200);
    await tell(['viewer']);
    await settle();
    expect(await waiting('viewer')).toHaveLength(1);
    expect((await nobody.call(identity.signOut, { headers })).status).toBeLessThan(300);
    await send('viewer');
    expect(service.requests).toEqual([]);
    expect((await settings('viewer')).items).toEqual([]);
  });

  it('ends where the browser is gone', async () => {
    for (const status of [404, 410]) {
      await subscribe('viewer');
      service.answer = { status };
      await tell(['viewer']);
      await deliver('viewer');
      expect((await settings('viewer')).items).toEqual([]);
      expect(await waiting('viewer')).toEqual([]);
    }
  });

  it('is tried again later where the service asks for it, and is no news after twelve hours', async () => {
    await subscribe('viewer');
    service.answer = { status: 429, headers: { 'retry-after': '3600' } };
    const sent: { after: Date | undefined }[] = [];
    await tell(['viewer']);
    await settle();
    const { host } = house.application;
    const before = host.sendJob;
    host.sendJob = async (_tx, kind, _data, options) => {
      if (kind === 'push.send') sent.push({ after: options?.startAfter });
    };
    await send('viewer');
    host.sendJob = before;
    expect(sent).toEqual([{ after: new Date(clock.now().getTime() + 60 * minute) }]);
    expect(await waiting('viewer')).toMatchObject([{ attempts: 1 }]);
    await clock.advance(13 * 60 * minute);
    service.answer = { status: 201 };
    await send('viewer');
    expect(service.requests).toHaveLength(1);
    expect(await waiting('viewer')).toEqual([]);
  });

  it('is told to the person when the service refuses it, and not sent again', async () => {
    await subscribe('viewer');
    service.answer = { status: 403 };
    await tell(['viewer']);
    await deliver('viewer');
    await send('viewer');
    expect(service.requests).toHaveLength(1);
    expect((await settings('viewer')).items).toMatchObject([{ problem: expect.stringContaining('403') }]);
  });

  it('goes once when two processes take it, and not again when one died with it', async () => {
    await subscribe('viewer');
    await tell(['viewer']);
    await settle();
    await Promise.all([send('viewer'), send('viewer'), send('viewer')]);
    expect(service.requests).toHaveLength(1);
    await tell(['viewer'], 'immediate', 'died');
    await settle();
    await house.within('viewer', ({ tx }) => tx.execute(sql`update push_out set claimed_at = now()`));
    await send('viewer');
    expect(service.requests).toHaveLength(1);
  });
});

describe('subscriptions', () => {
  it('are one for a session, and their secrets never come back', async () => {
    const one = service.subscribe();
    const two = service.subscribe();
    await subscribe('viewer', one);
    const found = await subscribe('viewer', two);
    expect(found.items).toHaveLength(1);
    expect(found.publicKey).toMatch(/^[\w-]{87}$/);
    const rows = JSON.stringify(
      await house.within('viewer', ({ tx }) =>
        tx.execute(sql`select k.*, s.* from push_key k, push_subscription s`, 'objects'),
      ),
    );
    for (const { endpoint, auth, p256dh } of [one.target, two.target])
      for (const secret of [endpoint, auth, p256dh])
        expect(rows + JSON.stringify(found)).not.toContain(secret);
    const { ports } = house.application.services;
    const sealed = /"sealed":"(v1[^"]+)"/.exec(rows)?.[1] ?? '';
    expect(ports.secrets.isNewest(sealed)).toBe(true);
  });

  it('are seen and ended by nobody else', async () => {
    const { items } = await subscribe('viewer');
    expect((await settings('owner')).items).toEqual([]);
    expect((await forget('owner', items[0].id)).status).toBe(404);
    expect((await forget('viewer', items[0].id)).status).toBe(204);
  });

  it('keep one key a person, also when two ask at once', async () => {
    const keys = await Promise.all([settings('admin'), settings('admin'), settings('admin')]);
    expect(new Set(keys.map(({ publicKey }) => publicKey)).size).toBe(1);
    expect((await settings('owner')).publicKey).not.toBe(keys[0].publicKey);
  });

  it('are not told where this server lacks the key of their address, and stay: another may have it', async () => {
    await subscribe('viewer');
    await tell(['viewer']);
    await settle();
    await house.within('viewer', ({ tx }) =>
      tx.execute(sql`update push_subscription set sealed = 'v1.00000000.AAAAAAAAAAAAAAAA.AAAA'`),
    );
    await send('viewer');
    expect(came()).toEqual([]);
    expect((await settings('viewer')).items).toHaveLength(1);
    expect(await waiting('viewer')).toEqual([]);
  });

  it('start anew where the key that sealed them is lost', async () => {
    const { publicKey } = await subscribe('viewer');
    await house.within('viewer', ({ tx }) =>
      tx.execute(sql`update push_key set sealed = 'v1.00000000.AAAAAAAAAAAAAAAA.AAAA'`),
    );
    const after = await settings('viewer');
    expect(after.items).toEqual([]);
    expect(after.publicKey).not.toBe(publicKey);
  });

  it('are ten at most', async () => {
    const answers = [];
    for (let number = 0; number <= 10; number++)
      answers.push(
        await house
          .as('nobody')
          .call(contract.subscribePush, { body: service.subscribe().target, headers: await signIn() }),
      );
    expect(answers.slice(0, 10).map(({ status }) => status)).toEqual(Array(10).fill(200));
    expect(answers[10]?.body.code).toBe('notice.too_many_browsers');
    expect((await settings('viewer')).items).toHaveLength(10);
  });

  it.each([
    ['an address without TLS', { endpoint: 'http://push.example/1' }, 'notice.bad_browser'],
    ['an address that is none', { endpoint: 'push' }, 'notice.bad_browser'],
    ['a key beside the curve', { p256dh: 'BA'.padEnd(87, 'A') }, 'notice.bad_browser'],
    ['a key that is none', { p256dh: '?' }, 'request.invalid'],
    ['more than it takes', { extra: 1 }, 'request.invalid'],
  ])('refuse %s', async (_what, wrong, code) => {
    house.application.services.ports.push = createWebPush({
      fetch: guardedFetch({ allowPrivateAddresses: false }),
      clock,
      publicUrl: 'http://localhost:3000',
      offered: true,
    });
    const body = { ...service.subscribe().target, endpoint: 'https://push.example/1', ...wrong };
    expect((await house.as('viewer').call(contract.subscribePush, { body })).body).toMatchObject({ code });
    expect((await settings('viewer')).items).toEqual([]);
  });

  it('are refused where the operator turned them off', async () => {
    const { ports } = house.application.services;
    ports.push = { ...ports.push, offered: false };
    const { target } = service.subscribe();
    expect((await house.as('viewer').call(contract.subscribePush, { body: target })).body.code).toBe(
      'notice.push_off',
    );
    expect((await settings('viewer')).offered).toBe(false);
  });
});
