import * as promptContract from '@promptvault/contract/vault/prompts/routes';
import * as contract from '@promptvault/contract/vault/sharing/routes';
import { emptyDocument, type PromptDocument } from '@promptvault/document';
import { fakeClock } from '@promptvault/testing/fake-clock';
import { openTestHouse, type TestHouse } from '@promptvault/testing/test-house';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contractRoutes } from '../../../../assembly/contract-routes.ts';
import type { LinkActor } from '../../../../foundation/context/actor.ts';
import type { ServedRoute } from '../../../../foundation/http/serve.ts';

type Caller = Parameters<TestHouse['as']>[0];

const clock = fakeClock(new Date());
const day = 24 * 60 * 60_000;
const form = { 'content-type': 'application/x-www-form-urlencoded' };
let house: TestHouse;
let promptId: string;
beforeAll(async () => {
  house = await openTestHouse({ clock });
  promptId = await make('prompt', 'editor');
});
afterAll(() => house.close());

const make = (kind: string, caller: 'editor' | 'stranger' | 'owner') => {
  const subject = house.application.modules
    .flatMap(({ subjects = [] }) => subjects)
    .find((one) => one.kind === kind);
  return house.within(caller, async (ctx) => (await subject?.sample(ctx))?.id ?? '');
};
const share = (body: object = {}, caller: Caller = 'editor') =>
  house.as(caller).call(contract.createShareLink, { body: { kind: 'prompt', id: promptId, ...body } });
const pathOf = (created: { body: { url: string } }) => new URL(created.body.url).pathname;
const visit = (path: string, caller: Caller = 'nobody', headers: Record<string, string> = {}) =>
  house.as(caller).send('GET', path, null, headers);
const give = (path: string, password: string) =>
  house.as('nobody').send('POST', path, new URLSearchParams({ password }).toString(), form);
const list = async (caller: Caller, query = {}) =>
  (await house.as(caller).call(contract.listShareLinks, { query })).body.items;

describe('a share link', () => {
  it('shows a prompt to anyone who has it, whole and without scripts', async () => {
    const path = pathOf(await share());
    const { status, body, headers } = await visit(path);
    expect(status).toBe(200);
    expect(body).toContain('<h1>Sample prompt</h1>');
    expect(body).toContain('Explain {{topic}} in one paragraph.');
    expect(body).toContain('<meta property="og:title" content="Sample prompt">');
    expect(body).toMatch(/<meta property="og:image" content="https?:[^"]+\/shared-card\.png">/);
    expect(body).not.toMatch(/<script|https?:\/\/(?!localhost)/);
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('x-robots-tag')).toBe('noindex');
    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(headers.get('cache-control')).toBe('private, no-store');
    expect(headers.getSetCookie()).toEqual([]);
  });

  it('writes whatever stands in the prompt as text', async () => {
    const evil = '<img src=x onerror=alert(1)>"\'&';
    const made = await house.as('editor').call(promptContract.createPrompt, {
      body: { title: evil, description: evil, visibility: 'private' },
    });
    const id = made.body.id;
    const draft = await house
      .as('editor')
      .call(promptContract.getDraft, { params: { promptId: id, branch: 'main' } });
    await house.as('editor').call(promptContract.replaceDraft, {
      params: { promptId: id, branch: 'main' },
      revision: draft.body.revision,
      body: {
        document: {
          ...draft.body.document,
          sections: [{ id: 's1', kind: 'instructions', role: null, text: evil }],
        },
      },
    });
    const saved = await house.as('editor').call(promptContract.commitVersion, {
      params: { promptId: id, branch: 'main' },
      body: { expectedParent: null, message: '' },
    });
    expect(saved.status).toBe(201);
    const { body } = await visit(pathOf(await share({ id })));
    expect(body).not.toContain('<img');
    expect(body).toContain('<pre>&#60;img');
    expect(body).toContain('&#60;img src=x onerror=alert(1)&#62;&#34;&#39;&#38;');
  });

  it('is stored as a hash, and shown once', async () => {
    const created = await share();
    const token = pathOf(created).slice('/s/'.length);
    const rows = await house.within('owner', async ({ tx }) =>
      JSON.stringify(await tx.execute(sql`select * from share_link`, 'objects')),
    );
    expect(rows).not.toContain(token);
    expect(JSON.stringify(await list('editor'))).not.toContain(token);
    expect(token.endsWith(created.body.hint)).toBe(true);
  });

  it('counts views and when it was used last', async () => {
    const created = await share();
    for (let time = 0; time < 3; time++) await visit(pathOf(created));
    const [row] = await list('editor');
    expect(row).toMatchObject({ id: created.body.id, views: 3, title: 'Sample prompt', state: 'open' });
    expect(row.lastUsedAt).toBe(clock.now().toISOString());
  });

  it('shows nothing once it is revoked or over, or its thing is gone', async () => {
    const revoked = await share();
    await house.as('editor').call(contract.revokeShareLink, { params: { linkId: revoked.body.id } });
    expect((await visit(pathOf(revoked))).status).toBe(404);
    const short = await share({ life: '1d' });
    await clock.advance(day - 1);
    expect((await visit(pathOf(short))).status).toBe(200);
    await clock.advance(1);
    const over = await visit(pathOf(short));
    expect([over.status, over.body.includes('Sample prompt')]).toEqual([404, false]);
    expect((await list('editor')).find(({ id }: { id: string }) => id === short.body.id).state).toBe(
      'expired',
    );
    const other = await make('prompt', 'editor');
    const gone = await share({ id: other, life: 'never' });
    const { body } = await house.as('editor').call(promptContract.getPrompt, { params: { promptId: other } });
    await house
      .as('editor')
      .call(promptContract.deletePrompt, { params: { promptId: other }, revision: body.revision });
    expect((await visit(pathOf(gone))).status).toBe(404);
  });

  it('stays on its version when pinned, and follows the newest otherwise', async () => {
    const pinned = pathOf(await share({ version: 1 }));
    const newest = pathOf(await share());
    expect((await share({ version: 7 })).body.code).toBe('share.version_unknown');
    const params = { promptId, branch: 'main' };
    const draft = await house.as('editor').call(promptContract.getDraft, { params });
    await house.as('editor').call(promptContract.replaceDraft, {
      params,
      revision: draft.body.revision,
      body: {
        document: {
          ...draft.body.document,
          sections: [{ ...draft.body.document.sections[0], text: 'The second text.' }],
        },
      },
    });
    const saved = await house
      .as('editor')
      .call(promptContract.commitVersion, { params, body: { expectedParent: 1, message: '' } });
    expect(saved.body).toMatchObject({ created: true });
    expect((await visit(newest)).body).toContain('The second text.');
    expect((await visit(pinned)).body).not.toContain('The second text.');
  });

  it('is found by search engines only when allowed', async () => {
    const { body, headers } = await visit(pathOf(await share({ indexable: true })));
    expect(headers.get('x-robots-tag')).toBe('all');
    expect(body).not.toContain('noindex');
  });

  it.each(['run', 'comparison'])('shows the answers of a %s', async (kind) => {
    const id = await make(kind, 'editor');
    const { status, body } = await visit(pathOf(await share({ kind, id })));
    expect(status).toBe(200);
    expect(body).toContain('<h2>');
    expect(body).toContain('echo');
  });
});

describe('a link with a password', () => {
  it('asks for it, opens for an hour, and tells nothing before', async () => {
    const path = pathOf(await share({ password: 'open sesame' }));
    const closed = await visit(path);
    expect(closed.body).toContain('This page has a password');
    expect(closed.body).not.toContain('Sample prompt');
    expect((await give(path, 'wrong')).status).toBe(403);
    const right = await give(path, 'open sesame');
    expect([right.status, right.headers.get('location')]).toEqual([303, path]);
    const [cookie = ''] = right.headers.getSetCookie();
    expect(cookie).toMatch(/HttpOnly; SameSite=Lax/);
    const held = { cookie: cookie.split(';')[0] ?? '' };
    expect((await visit(path, 'nobody', held)).body).toContain('Sample prompt');
    const another = pathOf(await share({ password: 'open sesame' }));
    expect((await visit(another, 'nobody', held)).body).not.toContain('Sample prompt');
    await clock.advance(60 * 60_000);
    expect((await visit(path, 'nobody', held)).body).toContain('This page has a password');
  });

  it('ends while it is open: the next request says so', async () => {
    const created = await share({ password: 'open sesame', life: '1d' });
    const path = pathOf(created);
    await clock.advance(day - 60_000);
    const [cookie = ''] = (await give(path, 'open sesame')).headers.getSetCookie();
    const held = { cookie: cookie.split(';')[0] ?? '' };
    expect((await visit(path, 'nobody', held)).status).toBe(200);
    await clock.advance(60_000);
    expect((await visit(path, 'nobody', held)).status).toBe(404);
  });

  it('is not guessed: ten tries in a quarter of an hour, even the right one after that', async () => {
    const path = pathOf(await share({ password: 'open sesame' }));
    for (let time = 0; time < 10; time++) expect((await give(path, `guess ${time}`)).status).toBe(403);
    const { status, headers } = await give(path, 'open sesame');
    expect(status).toBe(429);
    expect(Number(headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await give(path, 'another guess')).status).toBe(429);
    const guessed = await house.within('owner', ({ tx }) =>
      tx.execute(sql`select payload from event where type = 'share_link.guessed'`, 'objects'),
    );
    expect(guessed).toHaveLength(1);
    expect(JSON.stringify(guessed)).not.toContain('guess 1');
    // On a PostgreSQL the limits go by its own clock.
    if (house.application.services.db.kind !== 'embedded') return;
    await clock.advance(20 * 60_000);
    expect((await give(path, 'open sesame')).status).toBe(303);
  });

  it('keeps no password, only a hash of it', async () => {
    await share({ password: 'open sesame' });
    const rows = await house.within('owner', async ({ tx }) =>
      JSON.stringify(await tx.execute(sql`select * from share_link`, 'objects')),
    );
    expect(rows).not.toContain('sesame');
    expect((await share({ password: 'short' })).status).toBe(422);
  });
});

describe('who may share', () => {
  it('are those who may publish a prompt, and those who ran a run', async () => {
    expect((await share({}, 'owner')).status).toBe(201);
    expect((await share({}, 'viewer')).body.code).toBe('auth.forbidden');
    expect((await share({}, 'stranger')).body.code).toBe('resource.not_found');
    const theirs = await make('prompt', 'owner');
    expect((await share({ id: theirs })).body.code).toBe('auth.forbidden');
    const run = await make('run', 'owner');
    expect((await share({ kind: 'run', id: run })).body.code).toBe('resource.not_found');
    expect((await share({ id: 'nonsense' })).body.code).toBe('resource.not_found');
  });

  it('see and end their own links, administrators those of everybody', async () => {
    const mine = await share();
    const owners = await share({}, 'owner');
    const ids = async (caller: Caller) => (await list(caller)).map(({ id }: { id: string }) => id);
    expect(await ids('editor')).not.toContain(owners.body.id);
    expect(await ids('admin')).toEqual(expect.arrayContaining([mine.body.id, owners.body.id]));
    const revoke = (caller: Caller, linkId: string) =>
      house.as(caller).call(contract.revokeShareLink, { params: { linkId } });
    expect((await revoke('editor', owners.body.id)).body.code).toBe('resource.not_found');
    expect((await revoke('admin', mine.body.id)).status).toBe(204);
    expect((await revoke('admin', mine.body.id)).status).toBe(204);
    const { body } = await house.as('editor').call(contract.listShareLinks, {
      query: { kind: 'prompt', id: promptId, limit: 2 },
    });
    expect(body.items).toHaveLength(2);
    expect(body.nextCursor).not.toBeNull();
  });
});

describe('a link that is mailed', () => {
  const kept = async () => (await house.application.services.ports.mail.kept?.list({ limit: 50 })) ?? [];
  const send = async () => {
    const { ports, db } = house.application.services;
    const { tendMail } = await import('../../../account/notifications/operations/send-mail.ts');
    await tendMail({ ports, db, signal: new AbortController().signal });
  };

  it('reaches one address, with the link and without the password', async () => {
    const created = await share({ mailTo: 'guest@example.com', password: 'open sesame', life: '1d' });
    expect(created.body).toMatchObject({ sentTo: 'guest@example.com', password: true });
    await send();
    const mails = (await kept()).filter(({ to }) => to === 'guest@example.com');
    expect(mails).toMatchObject([{ subject: 'Editor shows you “Sample prompt”' }]);
    expect(mails[0]?.text).toContain(created.body.url);
    expect(mails[0]?.text).toContain('It asks for a password');
    expect(mails[0]?.text).not.toContain('sesame');
  });

  it.each(['a@example.com, b@example.com', 'a@example.com\r\nBcc: b@example.com', 'nobody'])(
    'refuses %j, and makes no link then',
    async (mailTo) => {
      const before = (await list('admin', { limit: 200 })).length;
      const { body } = await share({ mailTo });
      expect(body).toMatchObject({ code: 'share.bad_address' });
      expect((await list('admin', { limit: 200 })).length).toBe(before);
    },
  );

  it('is not a way to flood people', async () => {
    const codes = [];
    for (let time = 0; time < 21; time++)
      codes.push((await share({ mailTo: 'flood@example.com' }, 'owner')).body.code);
    expect(codes.slice(0, 20).every((code) => code === undefined)).toBe(true);
    expect(codes[20]).toBe('share.too_much_mail');
  });
});

describe('copying', () => {
  const copy = (path: string, caller: Caller, fields: Record<string, string>) =>
    house.as(caller).send('POST', `${path}/copy`, new URLSearchParams(fields).toString(), form);
  const proofOn = (body: string) => /name="proof" value="([^"]+)"/.exec(body)?.[1] ?? '';

  it('brings the prompt into an organization where the person may write', async () => {
    const path = pathOf(await share({ version: 1 }));
    const { body } = await visit(path, 'stranger');
    expect(body).toContain('Southwind');
    const organization = house.strangersOrganizationId;
    const answer = await copy(path, 'stranger', { proof: proofOn(body), organization });
    expect(answer.status).toBe(303);
    const [, id = ''] = /^\/prompts\/([^?]+)\?in=/.exec(answer.headers.get('location') ?? '') ?? [];
    const made = await house.as('stranger').call(promptContract.getPrompt, { params: { promptId: id } });
    expect(made.body).toMatchObject({
      title: 'Sample prompt',
      visibility: 'private',
      author: { name: 'Stranger' },
    });
    const version = await house
      .as('stranger')
      .call(promptContract.getVersion, { params: { promptId: id, number: '1' } });
    expect(version.body.message).toBe('Copied from a shared link: Sample prompt, version 1');
  });

  it('takes nobody’s word that a tool with a key of the place only reads', async () => {
    const tool = (id: string, value: string): PromptDocument['tools'][number] => ({
      id,
      name: id,
      description: '',
      parameters: { type: 'object' },
      implementation: {
        kind: 'http',
        method: 'POST',
        url: 'https://api.example.com/notes',
        headers: [{ name: 'authorization', value }],
        body: null,
        safe: true,
      },
    });
    const document: PromptDocument = {
      ...emptyDocument(),
      sections: [{ id: 's1', kind: 'instructions', role: null, text: 'Note it.' }],
      tools: [tool('keyed', 'Bearer {{secret:api}}'), tool('plain', 'nothing')],
    };
    const shared = await house.as('editor').call(promptContract.createPrompt, {
      body: { title: 'Notes', document, commit: true },
    });
    const path = pathOf(await share({ id: shared.body.id }));
    const { body } = await visit(path, 'stranger');
    const organization = house.strangersOrganizationId;
    const answer = await copy(path, 'stranger', { proof: proofOn(body), organization });
    const [, id = ''] = /^\/prompts\/([^?]+)\?in=/.exec(answer.headers.get('location') ?? '') ?? [];
    const version = await house
      .as('stranger')
      .call(promptContract.getVersion, { params: { promptId: id, number: '1' } });
    const { tools } = version.body.document as PromptDocument;
    expect(tools.map(({ name, implementation }) => [name, implementation])).toMatchObject([
      ['keyed', { safe: false }],
      ['plain', { safe: true }],
    ]);
  });

  it('needs the form of this person, and a place that is theirs', async () => {
    const path = pathOf(await share());
    const { body } = await visit(path, 'stranger');
    const proof = proofOn(body);
    const organization = house.strangersOrganizationId;
    expect((await copy(path, 'stranger', { proof: '', organization })).status).toBe(403);
    expect((await copy(path, 'editor', { proof, organization })).status).toBe(403);
    expect((await copy(path, 'nobody', { proof, organization })).status).toBe(403);
    const foreign = await copy(path, 'stranger', { proof, organization: house.organizationId });
    expect(foreign.status).toBe(403);
    expect((await visit(path)).body).toContain('Sign in');
  });
});

describe('the wall', () => {
  it('lets who holds a link open one thing and nothing else, on every route', async () => {
    const served = new Map<string, ServedRoute>(
      house.application.modules.flatMap(({ routes = [] }) =>
        routes.map((one): [string, ServedRoute] => [one.route.operationId, one]),
      ),
    );
    const created = await share();
    const actor: LinkActor = {
      kind: 'link',
      linkId: created.body.id,
      visitor: null,
      organizationId: house.organizationId,
      permissions: new Set(),
      grants: [{ subject: { kind: 'prompt', id: promptId }, permissions: ['prompt.read'], until: null }],
    };
    const other = new Map<string, string>();
    for (const { kind, sample } of house.application.modules.flatMap(({ subjects = [] }) => subjects))
      other.set(kind, await house.within('owner', async (ctx) => (await sample(ctx)).id));
    const tried: string[] = [];
    for (const { route } of await contractRoutes()) {
      const open = served.get(route.operationId)?.open;
      if (!open) continue;
      const text = JSON.stringify(route.example).replace(/"\$(\w+)"/g, (_, kind: string) =>
        JSON.stringify(other.get(kind)),
      );
      const { params, query, body } = JSON.parse(text);
      const opening = house.within('owner', (ctx) =>
        open({ ...ctx, actor }, { ...query, ...body, ...params, revision: 1 } as never, route.permission),
      );
      await expect(opening, route.operationId).rejects.toMatchObject({
        code: expect.stringMatching(/^(auth\.forbidden|resource\.not_found)$/),
      });
      tried.push(route.operationId);
    }
    expect(tried.length).toBeGreaterThan(60);
  });

  it('takes no link for a session', async () => {
    const token = pathOf(await share()).slice('/s/'.length);
    const nobody = house.as('nobody');
    const bearer = { authorization: `Bearer ${token}` };
    const cookie = { cookie: `promptvault.session_token=${token}` };
    expect((await nobody.send('GET', '/api/v1/prompts', null, bearer)).status).toBe(401);
    expect((await nobody.send('GET', '/api/v1/prompts', null, cookie)).status).toBe(401);
  });
});
