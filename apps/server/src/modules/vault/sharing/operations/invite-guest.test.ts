import * as organizations from '@promptvault/contract/account/organizations/routes';
import type { RouteDefinition } from '@promptvault/contract/define-route';
import * as discussion from '@promptvault/contract/vault/discussion/routes';
import * as prompts from '@promptvault/contract/vault/prompts/routes';
import * as contract from '@promptvault/contract/vault/sharing/routes';
import { fakeClock } from '@promptvault/testing/fake-clock';
import { type Caller, openTestHouse, type TestHouse } from '@promptvault/testing/test-house';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { type Listening, listen } from '../../../../assembly/listen.ts';
import { addGuests } from '../../../account/organizations/index.ts';

const day = 24 * 60 * 60_000;
const clock = fakeClock(new Date());
let house: TestHouse;
let listening: Listening;
let made = 0;

beforeAll(async () => {
  house = await openTestHouse({ clock });
  const { environment } = house.application.services;
  listening = await listen(house.application, { ...environment, http: { ...environment.http, port: 0 } });
});
afterAll(async () => {
  await listening.close();
  await house.close();
});

/** A private prompt of the editor's with one version. */
async function makePrompt(title = `Prompt ${++made}`): Promise<string> {
  const body = { title, visibility: 'private', commit: true };
  return (await house.as('editor').call(prompts.createPrompt, { body })).body.id;
}
const address = () => `g${++made}@example.com`;
const invite = (promptIds: string[], body: object = {}, caller: Caller = 'editor') =>
  house.as(caller).call(contract.inviteGuest, { body: { mailTo: address(), prompts: promptIds, ...body } });
const list = async (caller: Caller, query: Record<string, string> = {}) =>
  (await house.as(caller).call(contract.listGuests, { query })).body.items;
const remove = (caller: Caller, guestId: string) =>
  house.as(caller).call(contract.removeGuest, { params: { guestId } });

/** The newest mail to this address, and the token of the link in it. */
async function mailTo(to: string): Promise<{ subject: string; text: string; token: string }> {
  const { ports, db } = house.application.services;
  const { tendMail } = await import('../../../account/notifications/operations/send-mail.ts');
  await tendMail({ ports, db, signal: new AbortController().signal });
  const mails = (await ports.mail.kept?.list({ limit: 50 })) ?? [];
  const mail = mails.find((one) => one.to === to);
  const text = mail?.text ?? '';
  return { subject: mail?.subject ?? '', text, token: /\/join\/([\w-]+)/.exec(text)?.[1] ?? '' };
}
const accept = (caller: Caller, token: string) =>
  house.as(caller).call(organizations.acceptInvitation, { params: { token } });
const offer = (token: string) =>
  house.as('nobody').call(organizations.getInvitationOffer, { params: { token } });

const asGuest = (route: RouteDefinition, promptId: string, input: object = {}) =>
  house.as('guest').call(route, { params: { promptId, number: '1', branch: 'main' }, ...input });
const begin = (caller: Caller, promptId: string) =>
  house
    .as(caller)
    .call(discussion.createThread, { body: { subject: { kind: 'prompt', id: promptId }, body: 'Why?' } });
const threads = (caller: Caller, promptId: string) =>
  house.as(caller).call(discussion.listThreads, { query: { kind: 'prompt', subject: promptId } });

describe('an invitation of a guest', () => {
  it('reaches one address, tells what it offers, and is accepted by one person', async () => {
    const promptId = await makePrompt('House voice');
    const to = address();
    const { status, body } = await invite([promptId], { mailTo: ` ${to.toUpperCase()} `, level: 'comment' });
    expect(status).toBe(201);
    expect(body.items).toMatchObject([
      { title: 'House voice', sentTo: to, level: 'comment', state: 'invited', person: null },
    ]);
    const mail = await mailTo(to);
    expect(mail.subject).toBe('Editor invites you to “House voice”');
    expect(mail.text).toContain('Editor of Northwind invites you to read and comment on “House voice”.');
    expect((await offer(mail.token)).body).toMatchObject({
      organizationName: 'Northwind',
      role: 'guest',
      invitedBy: 'Editor',
      titles: ['House voice'],
      address: `/prompts/${promptId}?in=${house.organizationId}`,
    });
    expect((await accept('guest', mail.token)).body).toMatchObject({ role: 'guest', name: 'Northwind' });
    expect((await accept('stranger', mail.token)).body.code).toBe('invitation.not_valid');
    const guests = await list('editor', { prompt: promptId });
    expect(guests).toMatchObject([{ state: 'open', person: { name: 'Guest' } }]);
    expect((await house.as('guest').call(organizations.listMyOrganizations)).body.items).toContainEqual(
      expect.objectContaining({ organizationId: house.organizationId, role: 'guest' }),
    );
  });

  it('is no way to sign up once it is taken back', async () => {
    const promptId = await makePrompt();
    const to = address();
    const { body } = await invite([promptId], { mailTo: to });
    const { token } = await mailTo(to);
    expect((await remove('editor', body.items[0].id)).status).toBe(204);
    expect((await offer(token)).body.code).toBe('invitation.not_valid');
    expect((await accept('guest', token)).body.code).toBe('invitation.not_valid');
    const { isInvited } = await import('../../../account/organizations/operations/welcome.ts');
    const lobby = {
      transaction: (_: object, fn: (ctx: object) => unknown) => house.within('owner', fn as never),
    };
    expect(await isInvited(lobby as never, token)).toBe(false);
  });

  it('is over after seven days, and sooner when what it offers is', async () => {
    const to = address();
    await invite([await makePrompt()], { mailTo: to, guestFor: '1d' });
    const { token, text } = await mailTo(to);
    expect(text).toContain(`good until ${new Date(clock.now().getTime() + day).toISOString().slice(0, 10)}`);
    expect((await offer(token)).status).toBe(200);
  });

  it('is not for members, and a newer one takes the place of an older', async () => {
    const promptId = await makePrompt();
    const to = address();
    await invite([promptId], { mailTo: to });
    await invite([promptId], { mailTo: to, level: 'comment' });
    expect((await list('editor', { prompt: promptId })).map(({ state }: { state: string }) => state)).toEqual(
      ['invited', 'removed'],
    );
    const { token } = await mailTo(to);
    expect((await accept('viewer', token)).body.code).toBe('invitation.already_member');
    expect((await accept('guest', token)).status).toBe(200);
    const third = address();
    await invite([promptId], { mailTo: third });
    await accept('guest', (await mailTo(third)).token);
    expect(
      (await list('editor', { prompt: promptId })).map(({ state, level }: Record<string, string>) => [
        state,
        level,
      ]),
    ).toEqual([
      ['open', 'read'],
      ['removed', 'comment'],
      ['removed', 'read'],
    ]);
    expect((await begin('guest', promptId)).status).toBe(403);
  });

  it.each(['a@example.com, b@example.com', 'a@example.com\r\nBcc: b@example.com', 'nobody'])(
    'refuses %j',
    async (mail) => {
      expect((await invite([await makePrompt()], { mailTo: mail })).body).toMatchObject({
        code: 'share.bad_address',
      });
    },
  );

  it('keeps a title in one line of the subject', async () => {
    const { letterOf } = await import('./mail-link.ts');
    const { subject, text } = letterOf({
      to: 'a@example.com',
      subject: 'x\r\nBcc: b@example.com\u2028',
      said: ['one\r\ntwo'],
      url: 'http://localhost/join/x',
      foot: '',
    });
    expect(subject).toBe('x Bcc: b@example.com');
    expect(text).toContain('one two');
  });

  it('is not a way to flood people', async () => {
    const promptId = await makePrompt();
    const codes = [];
    for (let time = 0; time < 21; time++) codes.push((await invite([promptId], {}, 'admin')).body.code);
    // A private prompt is not the administrator's to show.
    expect(new Set(codes)).toEqual(new Set(['resource.not_found']));
    const open = (
      await house
        .as('admin')
        .call(prompts.createPrompt, { body: { title: 'Open', visibility: 'organization', commit: true } })
    ).body.id;
    const mine = [];
    for (let time = 0; time < 21; time++) mine.push((await invite([open], {}, 'admin')).body.code);
    expect(mine.slice(0, 20).every((code) => code === undefined)).toBe(true);
    expect(mine[20]).toBe('share.too_much_mail');
  });

  it('is made by those who may show the prompt, listed to them and to administrators', async () => {
    const promptId = await makePrompt();
    expect((await invite([promptId], {}, 'viewer')).body.code).toBe('auth.forbidden');
    expect((await invite([promptId], {}, 'guest')).body.code).toBe('auth.forbidden');
    expect((await invite([promptId], {}, 'stranger')).body.code).toBe('resource.not_found');
    expect((await invite([promptId, 'nonsense'])).body.code).toBe('resource.not_found');
    expect((await invite([])).status).toBe(422);
    const { body } = await invite([promptId]);
    const { id } = body.items[0];
    const ids = async (caller: Caller) => (await list(caller)).map((one: { id: string }) => one.id);
    expect(await ids('editor')).toContain(id);
    expect(await ids('admin')).toContain(id);
    expect((await list('admin')).find((one: { id: string }) => one.id === id).title).toBeNull();
    expect((await remove('viewer', id)).body.code).toBe('auth.forbidden');
    expect((await remove('stranger', id)).body.code).toBe('resource.not_found');
    expect((await remove('admin', id)).status).toBe(204);
    expect((await remove('admin', id)).status).toBe(204);
    expect((await list('editor', { limit: '1' })).length).toBe(1);
    expect((await list('editor', { prompt: 'nonsense' })).length).toBe(0);
  });
});

describe('a guest', () => {
  it('sees the prompts they were granted, their versions, and no others', async () => {
    const [shown, hidden] = [await makePrompt('Shown'), await makePrompt('Hidden')];
    const guestId = await house.grant(shown, 'read');
    const titles = async () =>
      (await house.as('guest').call(prompts.listPrompts)).body.items.map(
        ({ title }: { title: string }) => title,
      );
    expect(await titles()).toContain('Shown');
    expect(await titles()).not.toContain('Hidden');
    expect((await asGuest(prompts.getPrompt, shown)).body).toMatchObject({
      title: 'Shown',
      may: { write: false, publish: false, delete: false },
    });
    for (const route of [prompts.listVersions, prompts.getVersion, prompts.listBranches, prompts.listLabels])
      expect((await asGuest(route, shown)).status, route.operationId).toBe(200);
    expect((await asGuest(prompts.getPrompt, hidden)).status).toBe(404);
    for (const route of [prompts.getDraft, prompts.deletePrompt, prompts.createBranch])
      expect(
        (await asGuest(route, shown, route.method === 'get' ? {} : { revision: 1, body: { name: 'x' } })).body
          .code,
        route.operationId,
      ).toBe('auth.forbidden');
    expect((await remove('editor', guestId)).status).toBe(204);
    expect(await titles()).not.toContain('Shown');
    expect((await asGuest(prompts.getPrompt, shown)).status).toBe(404);
  });

  it('of more than one prompt has each to its own extent', async () => {
    const [first, second] = [await makePrompt(), await makePrompt()];
    await house.grant(first, 'comment');
    await house.grant(second, 'read');
    expect((await begin('guest', first)).status).toBe(201);
    expect((await threads('guest', first)).body.items).toHaveLength(1);
    expect((await begin('guest', second)).body.code).toBe('auth.forbidden');
    expect((await threads('guest', second)).body.code).toBe('auth.forbidden');
  });

  it('is told nothing of the organization: people, runs, models, activity, mentions, notices', async () => {
    await house.grant(await makePrompt(), 'comment');
    for (const path of [
      'members',
      'invitations',
      'runs',
      'models',
      'model-connections',
      'activity',
      'mentions?q=a',
      'tags',
      'notices',
      'share-links',
      'guests',
      'label-rules',
      'reviews',
      'budget',
    ])
      expect((await house.as('guest').send('GET', `/api/v1/${path}`)).body.code, path).toBe('auth.forbidden');
  });

  it('renders references as far as they see', async () => {
    const secret = await makePrompt('Secret voice');
    const { path } = (await house.as('editor').call(prompts.getPrompt, { params: { promptId: secret } }))
      .body;
    const body = {
      title: 'Refers',
      visibility: 'private',
      commit: true,
      document: {
        ...(await import('@promptvault/document')).emptyDocument(),
        sections: [{ id: 's1', kind: 'instructions', role: null, text: `{{> ${path}}}` }],
      },
    };
    const refers = (await house.as('editor').call(prompts.createPrompt, { body })).body.id;
    await house.grant(refers, 'read');
    const { body: rendered } = await asGuest(prompts.renderPrompt, refers, {
      body: { source: { kind: 'version', number: 1 }, values: {} },
    });
    expect(JSON.stringify(rendered)).toContain('reference');
    expect(JSON.stringify(rendered)).not.toContain('Secret voice');
  });

  it('is none any more when the time is over', async () => {
    const promptId = await makePrompt();
    await house.grant(promptId, 'read', new Date(clock.now().getTime() + day));
    expect((await asGuest(prompts.getPrompt, promptId)).status).toBe(200);
    await clock.advance(day);
    expect((await asGuest(prompts.getPrompt, promptId)).status).toBe(404);
    expect((await list('editor', { prompt: promptId }))[0].state).toBe('expired');
  });

  it('who becomes a member is no guest any more', async () => {
    const promptId = await makePrompt();
    const to = address();
    await invite([promptId], { mailTo: to });
    await accept('stranger', (await mailTo(to)).token);
    const see = () =>
      house.as('stranger', house.organizationId).call(prompts.getPrompt, { params: { promptId } });
    expect((await see()).status).toBe(200);
    const invited = await house
      .as('owner')
      .call(organizations.createInvitation, { body: { role: 'viewer' } });
    expect((await accept('stranger', String(invited.body.link).split('/').at(-1) ?? '')).status).toBe(200);
    // As a viewer they do not see somebody's private prompt.
    expect((await see()).status).toBe(404);
    expect((await list('editor', { prompt: promptId }))[0].state).toBe('removed');
  });
});

describe('what a guest has open', () => {
  const openTab = async () => {
    const socket = new WebSocket(
      `ws://127.0.0.1:${listening.port}/api/v1/live?organization=${house.organizationId}`,
      { headers: { cookie: house.people.guest.cookie, origin: 'http://localhost:3000' } },
    );
    const heard: { type: string; id?: string; problem?: { code: string } }[] = [];
    socket.on('message', (raw) => heard.push(JSON.parse(raw.toString())));
    const closed = new Promise<number>((resolve) => socket.on('close', resolve));
    await new Promise((resolve, reject) => {
      socket.once('open', resolve);
      socket.once('error', reject);
    });
    const until = async (type: string, id: string) => {
      for (let tries = 0; tries < 300; tries++) {
        const found = heard.find((one) => one.type === type && one.id === id);
        if (found) return found;
        await new Promise((resolve) => setTimeout(resolve, 10));
      }
      throw new Error(`no ${type} of ${id} came; heard ${JSON.stringify(heard)}`);
    };
    const follow = async (id: string, topic: string) => {
      socket.send(JSON.stringify({ type: 'subscribe', id, topic }));
      await until('subscribed', id);
    };
    return { socket, closed, until, follow };
  };
  const endAll = async () => {
    for (const { id, state } of await list('owner', { limit: '200' }))
      if (state === 'open') await remove('owner', id);
  };

  it('ends when they are removed: the one thing, and the connection with the last', async () => {
    await endAll();
    const [first, second] = [await makePrompt(), await makePrompt()];
    const firstId = await house.grant(first, 'comment');
    const secondId = await house.grant(second, 'comment');
    const tab = await openTab();
    await tab.follow('a', `discussion:prompt.${first}`);
    await tab.follow('b', `discussion:prompt.${second}`);
    await tab.follow('c', 'membership');
    await remove('editor', firstId);
    expect((await tab.until('problem', 'a')).problem?.code).toBe('resource.not_found');
    await tab.until('event', 'c');
    await begin('editor', second);
    await tab.until('event', 'b');
    await remove('editor', secondId);
    await remove(
      'owner',
      (await list('owner')).find((one: { state: string }) => one.state === 'open')?.id ?? '',
    );
    expect(await tab.closed).toBe(4403);
  });

  it('ends by itself when the time is over', async () => {
    await endAll();
    const promptId = await makePrompt();
    await house.grant(promptId, 'comment', new Date(clock.now().getTime() + day));
    const tab = await openTab();
    await tab.follow('a', `discussion:prompt.${promptId}`);
    await new Promise((resolve) => setTimeout(resolve, 200));
    await clock.advance(day + 1);
    expect(await tab.closed).toBe(4403);
  });
});

// Last: its many guests fill the lists that others read.
describe('the guests of one prompt', () => {
  it('are a hundred at most; those that are over take nobody’s place', async () => {
    const [full, past] = [await makePrompt(), await makePrompt()];
    const add = (promptId: string, at: Date, expiresAt: Date | null) =>
      house.within('editor', async (ctx) => {
        const then = { ...ctx, clock: { ...ctx.clock, now: () => at } };
        for (let count = 0; count < 100; count++)
          await addGuests(then, { sentTo: address(), level: 'read', promptIds: [promptId], expiresAt });
      });
    const now = clock.now().getTime();
    await add(full, new Date(now), null);
    await add(past, new Date(now), new Date(now - 1));
    await add(past, new Date(now - 8 * day), null);
    expect((await invite([past, full])).body.code).toBe('share.too_many_guests');
    expect((await invite([past])).status).toBe(201);
  });
});
