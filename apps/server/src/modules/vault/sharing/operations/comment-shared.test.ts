import * as discussion from '@promptvault/contract/vault/discussion/routes';
import * as prompts from '@promptvault/contract/vault/prompts/routes';
import * as contract from '@promptvault/contract/vault/sharing/routes';
import { fakeClock } from '@promptvault/testing/fake-clock';
import { type Caller, openTestHouse, type TestHouse } from '@promptvault/testing/test-house';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const clock = fakeClock(new Date());
const day = 24 * 60 * 60_000;
const form = { 'content-type': 'application/x-www-form-urlencoded' };
let house: TestHouse;
let promptId: string;

beforeAll(async () => {
  house = await openTestHouse({ clock });
  promptId = await makePrompt();
});
afterAll(() => house.close());

const makePrompt = async () =>
  (
    await house
      .as('editor')
      .call(prompts.createPrompt, { body: { title: 'House voice', visibility: 'private', commit: true } })
  ).body.id;
const share = async (body: object = {}) =>
  (
    await house.as('editor').call(contract.createShareLink, {
      body: { kind: 'prompt', id: promptId, level: 'comment', ...body },
    })
  ).body;
const pathOf = ({ url }: { url: string }) => new URL(url).pathname;
const visit = (path: string, caller: Caller = 'stranger', headers: Record<string, string> = {}) =>
  house.as(caller).send('GET', path, null, headers);
const proofOn = (page: string) =>
  /comments"><input type="hidden" name="proof" value="([^"]+)"/.exec(page)?.[1] ?? '';
const say = (
  path: string,
  fields: Record<string, string>,
  caller: Caller = 'stranger',
  headers: Record<string, string> = {},
) =>
  house
    .as(caller)
    .send('POST', `${path}/comments`, new URLSearchParams(fields).toString(), { ...form, ...headers });
const saying = async (path: string, body: string, caller: Caller = 'stranger') =>
  say(path, { proof: proofOn((await visit(path, caller)).body), body }, caller);
const threads = async () =>
  (
    await house
      .as('editor')
      .call(discussion.listThreads, { query: { kind: 'prompt', subject: promptId, limit: 50 } })
  ).body.items;

describe('a link that may be commented', () => {
  it('takes what somebody from elsewhere says into the prompt’s threads, as a guest’s', async () => {
    const path = pathOf(await share());
    const answer = await saying(path, 'Is this **kind** enough?');
    expect([answer.status, answer.headers.get('location')]).toEqual([303, `${path}#comments`]);
    const [thread] = await threads();
    expect(thread.comments[0]).toMatchObject({
      author: null,
      guest: 'Stranger',
      body: 'Is this **kind** enough?',
      may: { edit: false },
    });
    const reply = { params: { threadId: thread.id }, body: { body: 'It is.' } };
    expect((await house.as('editor').call(discussion.createComment, reply)).body).toMatchObject({
      guest: null,
      author: { name: 'Editor' },
    });
    const { body } = await visit(path, 'nobody');
    expect(body).toContain('<b>Stranger</b> · guest');
    expect(body).toContain('<b>Editor</b> ·');
    expect(body).toContain('It is.');
    expect(body).not.toContain('<textarea');
    expect(body).toContain('Sign in</a> to comment');
  });

  it('shows what was said through it, and nothing else of the discussion', async () => {
    const other = pathOf(await share());
    await house.as('editor').call(discussion.createThread, {
      body: { subject: { kind: 'prompt', id: promptId }, body: 'Between ourselves' },
    });
    await house.grant(promptId, 'comment');
    await house.as('guest').call(discussion.createThread, {
      body: { subject: { kind: 'prompt', id: promptId }, body: 'As a guest by mail' },
    });
    const { body } = await visit(other);
    expect(body).toContain('Nobody has said anything here yet.');
    expect(body).not.toMatch(/Between ourselves|As a guest by mail|kind.. enough/);
    expect(
      (await threads()).map(({ comments }: { comments: { guest: string }[] }) => comments[0]?.guest),
    ).toContain('Guest');
  });

  it.each([
    '<script>alert(1)</script>',
    '<img src="https://evil.example/t.png" onerror=alert(1)>',
    '![x](https://evil.example/t.png)',
    '[a](javascript:alert(1))',
    '</p></article><form action="https://evil.example">',
  ])('writes %j as text', async (evil) => {
    const path = pathOf(await share());
    expect((await saying(path, evil)).status).toBe(303);
    const { body, headers } = await visit(path);
    expect(body).not.toMatch(/<script|<img|href="javascript|action="https/);
    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
  });

  it('refuses other sites, other people’s forms, links that are only read, and words that are none', async () => {
    const path = pathOf(await share());
    const proof = proofOn((await visit(path)).body);
    const body = 'Hello';
    const before = (await threads()).length;
    expect((await say(path, { proof, body }, 'stranger', { origin: 'https://evil.example' })).status).toBe(
      403,
    );
    expect((await say(path, { proof: '', body })).status).toBe(403);
    expect((await say(path, { proof, body }, 'viewer')).status).toBe(403);
    expect((await say(path, { proof, body }, 'nobody')).status).toBe(403);
    expect((await say('/s/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa', { proof, body })).status).toBe(403);
    const read = pathOf(await share({ level: 'read' }));
    expect((await visit(read)).body).not.toContain('Comments');
    expect((await say(read, { proof, body })).status).toBe(403);
    for (const none of ['', ' \n ', 'nul \u0000', 'x'.repeat(10_001)])
      expect((await say(path, { proof, body: none })).status, JSON.stringify(none.slice(0, 9))).toBe(422);
    const calling = `@[x](person:${house.people.owner.userId})`;
    const called = await say(path, { proof, body: calling });
    expect(called.status).toBe(422);
    expect(called.body).not.toContain('Owner');
    expect((await say(path, { proof, body: '@[everyone](group:everyone)' })).status).toBe(422);
    expect((await threads()).length).toBe(before);
    expect((await say(path, { proof, body }, 'stranger', { origin: 'null' })).status).toBe(303);
  });

  it('asks for its password first, and is over when it ended or was revoked', async () => {
    const locked = pathOf(await share({ password: 'open sesame', life: '1d' }));
    expect((await visit(locked)).body).not.toContain('Comments');
    const given = await house
      .as('stranger')
      .send('POST', locked, new URLSearchParams({ password: 'open sesame' }).toString(), form);
    const cookie = `${house.people.stranger.cookie}; ${(given.headers.getSetCookie()[0] ?? '').split(';')[0]}`;
    const proof = proofOn((await visit(locked, 'nobody', { cookie })).body);
    expect(proof).not.toBe('');
    const body = 'Hello';
    expect((await say(locked, { proof, body })).status).toBe(403);
    expect((await say(locked, { proof, body }, 'nobody', { cookie })).status).toBe(303);
    await clock.advance(day);
    expect((await say(locked, { proof, body }, 'nobody', { cookie })).status).toBe(403);
    const link = await share();
    const open = proofOn((await visit(pathOf(link))).body);
    await house.as('editor').call(contract.revokeShareLink, { params: { linkId: link.id } });
    expect((await say(pathOf(link), { proof: open, body })).status).toBe(403);
  });

  it('is no way to flood a prompt', async () => {
    await clock.advance(2 * 60 * 60_000);
    const path = pathOf(await share());
    const proof = proofOn((await visit(path, 'viewer')).body);
    const statuses = [];
    for (let time = 0; time < 21; time++)
      statuses.push((await say(path, { proof, body: `No. ${time}` }, 'viewer')).status);
    expect(statuses.slice(0, 20).every((status) => status === 303)).toBe(true);
    expect(statuses[20]).toBe(429);
  });
});
