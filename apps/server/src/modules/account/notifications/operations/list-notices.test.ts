import * as contract from '@promptvault/contract/account/notifications/routes';
import * as organizations from '@promptvault/contract/account/organizations/routes';
import * as prompts from '@promptvault/contract/vault/prompts/routes';
import { fakeClock } from '@promptvault/testing/fake-clock';
import { openTestHouse, type TestHouse } from '@promptvault/testing/test-house';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import * as z from 'zod';
import type { Ctx } from '../../../../foundation/context/ctx.ts';
import { defineNotice, joinNotices } from '../../../../foundation/module/notices.ts';
import { forgetNotices } from './forget-notices.ts';
import { type Notification, notify } from './notify.ts';

let house: TestHouse;
let promptId: string;
// Invitations compare with the database's clock.
const clock = fakeClock(new Date());
type Member = 'owner' | 'admin' | 'editor' | 'viewer' | 'stranger';

const said = defineNotice({
  kind: 'test.said',
  summary: 'Words',
  channels: { app: true, mail: 'never' },
  data: z.strictObject({ line: z.int() }),
  text: ({ by, others, count, subject }) => ({
    title: count === 1 ? `${by} on ${subject}` : `${count} on ${subject} by ${by} and ${others}`,
  }),
  place: ({ line }) => `?line=${line}`,
});

const idOf = (caller: Member) => house.people[caller].userId;
const say = (caller: Member, to: Member[], extra: Partial<Notification> = {}) =>
  house.within(caller, (ctx: Ctx) =>
    notify(ctx, {
      kind: 'test.said',
      to: to.map(idOf),
      subject: { kind: 'prompt', id: promptId },
      data: { line: 1 },
      ...extra,
    }),
  );
const list = async (caller: Member, query: Record<string, string | number> = {}) =>
  (await house.as(caller).call(contract.listNotices, { query })).body;
const unread = async (caller: Member) =>
  (await house.as(caller).call(contract.countUnreadNotices)).body.count as number;
const deliver = () => house.deliver();
const readAll = (caller: Member) => house.as(caller).call(contract.readAllNotices, { body: {} });

beforeAll(async () => {
  house = await openTestHouse({ clock });
  const { ports } = house.application.services;
  ports.notices = joinNotices([...ports.notices.all(), said]);
  const prompt = house.application.modules
    .flatMap(({ subjects = [] }) => subjects)
    .find(({ kind }) => kind === 'prompt');
  promptId = await house.within('editor', async (ctx) => (await prompt?.sample(ctx))?.id ?? '');
});
afterAll(() => house.close());
beforeEach(async () => {
  await clock.advance(1_000);
  for (const caller of ['owner', 'admin', 'editor', 'viewer'] as const) await readAll(caller);
  await clock.advance(1_000);
});

describe('notices', () => {
  it('of one thing are one while unread, written from all of them, and open the newest place', async () => {
    await say('editor', ['viewer']);
    await clock.advance(1_000);
    await say('owner', ['viewer'], { data: { line: 7 } });
    const { items } = await list('viewer', { unread: 'true' });
    expect(items).toMatchObject([
      {
        title: '2 on Sample prompt by Owner and 1',
        count: 2,
        by: { name: 'Owner' },
        address: `/prompts/${promptId}?line=7`,
        read: false,
      },
    ]);
    expect(await unread('viewer')).toBe(1);
    await house.as('viewer').call(contract.readNotice, { params: { noticeId: items[0].id } });
    expect(await unread('viewer')).toBe(0);
    await say('editor', ['viewer']);
    expect((await list('viewer')).items.slice(0, 2)).toMatchObject([
      { count: 1, read: false },
      { count: 2, read: true },
    ]);
    await house.as('viewer').call(contract.unreadNotice, { params: { noticeId: items[0].id } });
    expect((await list('viewer')).items[0]).toMatchObject({ count: 3, read: false });
  });

  it('come in pages that neither repeat nor leave out', async () => {
    for (let line = 0; line < 7; line++) {
      await say('editor', ['owner'], { group: `line ${line}`, data: { line } });
      if (line % 2) await clock.advance(1_000);
    }
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const page = await list('owner', { limit: 2, unread: 'true', ...(cursor ? { cursor } : {}) });
      seen.push(...page.items.map((item: { address: string }) => item.address));
      cursor = page.nextCursor;
    } while (cursor);
    expect(new Set(seen).size).toBe(7);
    expect(seen).toHaveLength(7);
  });

  it('are not shown or counted once access is lost, and come back with it', async () => {
    await say('editor', ['viewer']);
    const hide = async (visibility: string) => {
      const { body } = await house.as('editor').call(prompts.getPrompt, { params: { promptId } });
      const { status } = await house
        .as('editor')
        .call(prompts.updatePrompt, { params: { promptId }, revision: body.revision, body: { visibility } });
      expect(status).toBe(200);
    };
    await hide('private');
    expect(await list('viewer')).toMatchObject({ items: [] });
    expect(await unread('viewer')).toBe(0);
    await hide('organization');
    expect(await unread('viewer')).toBe(1);
  });

  it('of a muted thing do not come any more, and do again afterwards', async () => {
    await say('editor', ['admin']);
    await clock.advance(1_000);
    const mute = (muted: boolean, id = promptId) =>
      house.as('admin').call(contract.muteNotices, { body: { kind: 'prompt', id, muted } });
    expect((await mute(true)).status).toBe(204);
    expect((await mute(true, house.organizationId)).body.code).toBe('resource.not_found');
    expect((await house.as('admin').call(contract.listNoticeMutes)).body.items).toMatchObject([
      { subject: { title: 'Sample prompt' } },
    ]);
    await clock.advance(1_000);
    await say('editor', ['admin', 'owner']);
    expect(await list('admin', { unread: 'true' })).toMatchObject({ items: [{ count: 1 }] });
    expect(await unread('owner')).toBe(1);
    await mute(false);
    await say('editor', ['admin'], { group: 'another' });
    expect(await unread('admin')).toBe(2);
  });

  it('of a kind one does not want in the app are not shown there', async () => {
    const set = (app: boolean) =>
      house.as('viewer').call(contract.setNoticePreference, {
        params: { kind: 'test.said' },
        body: { app, mail: 'never' },
      });
    await set(false);
    await say('editor', ['viewer']);
    expect(await unread('viewer')).toBe(0);
    expect((await list('viewer')).items).toEqual([]);
    await set(true);
    expect(await unread('viewer')).toBe(1);
  });

  it('are read all at once, up to what was seen', async () => {
    await say('editor', ['viewer'], { group: 'a' });
    const seen = (await list('viewer')).items[0].id;
    await clock.advance(1_000);
    await say('editor', ['viewer'], { group: 'b' });
    await house.as('viewer').call(contract.readAllNotices, { body: { until: seen } });
    expect(await unread('viewer')).toBe(1);
    await readAll('viewer');
    expect(await unread('viewer')).toBe(0);
  });

  it('are nobody else’s', async () => {
    await say('editor', ['viewer']);
    const { id } = (await list('viewer')).items[0];
    for (const caller of ['owner', 'stranger'] as const)
      for (const route of [contract.readNotice, contract.unreadNotice])
        expect((await house.as(caller).call(route, { params: { noticeId: id } })).body.code).toBe(
          'resource.not_found',
        );
    expect(await unread('viewer')).toBe(1);
  });

  it('tell who invited that the person came', async () => {
    await deliver();
    const { items } = await list('owner', { kind: 'member.joined' });
    expect(items.map((item: { title: string }) => item.title)).toContain('Viewer joined as viewer');
    const { body } = await house.as('owner').call(organizations.listMembers);
    const viewer = body.items.find((one: { person: { name: string } }) => one.person.name === 'Viewer');
    const change = (role: string, revision: number) =>
      house
        .as('admin')
        .call(organizations.updateMember, { params: { memberId: viewer.id }, revision, body: { role } });
    const changed = await change('editor', viewer.revision);
    await change('viewer', changed.body.revision);
    await deliver();
    expect((await list('viewer', { kind: 'member.role_changed' })).items[0]).toMatchObject({
      title: 'Admin made you viewer',
      count: 2,
    });
  });

  it('are forgotten after 90 days', async () => {
    await say('editor', ['viewer']);
    await clock.advance(91 * 24 * 60 * 60_000);
    await say('editor', ['viewer'], { group: 'new' });
    const { ports, db } = house.application.services;
    await forgetNotices({ ports, db, signal: new AbortController().signal });
    expect((await list('viewer')).items).toHaveLength(1);
  });
});

describe('settings', () => {
  it('start as the modules say and keep what is chosen', async () => {
    const { body } = await house.as('owner').call(contract.getNoticeSettings);
    expect(body).toMatchObject({ digestHour: 8, timeZone: 'UTC', mailPaused: false, delivers: false });
    expect(body.address).toContain('owner');
    expect(body.items).toContainEqual(
      expect.objectContaining({ kind: 'member.joined', app: true, mail: 'daily', chosen: false }),
    );
    const changed = await house
      .as('owner')
      .call(contract.updateNoticeSettings, { body: { timeZone: 'Asia/Kolkata' } });
    expect(changed.body).toMatchObject({ digestHour: 8, timeZone: 'Asia/Kolkata' });
  });

  it.each([{ timeZone: 'Mars/Base' }, { timeZone: '+02:00' }, { digestHour: 24 }, { digestHour: 1.5 }])(
    'refuse %j',
    async (body) => {
      const { status } = await house.as('owner').call(contract.updateNoticeSettings, { body });
      expect(status).toBe(422);
    },
  );

  it('know only kinds that exist', async () => {
    const { body } = await house.as('owner').call(contract.setNoticePreference, {
      params: { kind: 'test.unknown' },
      body: { app: true, mail: 'never' },
    });
    expect(body.code).toBe('notice.unknown_kind');
  });
});
