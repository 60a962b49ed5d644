/** What a client can send wrong, and the one clear answer to each. */
import * as organizations from '@promptvault/contract/account/organizations/routes';
import * as prompts from '@promptvault/contract/vault/prompts/routes';
import { housePassword, openTestHouse, type SendBody, type TestHouse } from '@promptvault/testing/test-house';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

let house: TestHouse;
beforeAll(async () => {
  house = await openTestHouse();
});
afterAll(() => house.close());

const json = { 'content-type': 'application/json' };
const path = '/api/v1/prompts';
const post = (body: SendBody | null, headers: Record<string, string> = json) =>
  house.as('editor').send('POST', path, body, headers);
const farCursor = Buffer.from(
  JSON.stringify(['+275760-09-13T00:00:00.000Z', '01a1f925-a70a-75ae-a000-000000000000']),
).toString('base64url');
const deep = `${'['.repeat(200)}${']'.repeat(200)}`;

describe('a body', () => {
  it.each([
    ['malformed JSON', '{"title":', 400, 'request.malformed'],
    ['nothing at all', '', 400, 'request.malformed'],
    ['JSON nested 200 deep', `{"title":"x","document":${deep}}`, 400, 'request.malformed'],
    ['a list for an object', '[]', 422, 'request.invalid'],
    ['a number for a text', '{"title":7}', 422, 'request.invalid'],
    ['an unknown field', '{"title":"x","admin":true}', 422, 'request.invalid'],
    ['an empty title', '{"title":"   "}', 422, 'request.invalid'],
    ['a NUL', '{"title":"a\\u0000b"}', 422, 'request.invalid'],
    ['a lone surrogate', '{"title":"a\\ud800b"}', 422, 'request.invalid'],
    ['a prototype key', '{"title":"x","__proto__":{"admin":true}}', 422, 'request.invalid'],
  ])('with %s is refused', async (_what, body, status, code) => {
    const answer = await post(body);
    expect([answer.status, answer.body.code]).toEqual([status, code]);
    expect(answer.headers.get('content-type')).toBe('application/problem+json');
  });

  it('that is not UTF-8, not JSON by its type, or 50 MB is refused', async () => {
    expect((await post(new Uint8Array([0x7b, 0xff, 0xfe]))).body.code).toBe('request.malformed');
    expect((await post('{"title":"x"}', { 'content-type': 'text/plain' })).body.code).toBe(
      'request.unsupported_media_type',
    );
    expect((await post(`{"title":"${'x'.repeat(50 << 20)}"}`)).body.code).toBe('request.too_large');
  });

  it('that never says how long it is, is cut off at the limit', async () => {
    let sent = 0;
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        sent += 1 << 20;
        controller.enqueue(new Uint8Array(1 << 20).fill(32));
      },
    });
    expect((await post(endless)).body.code).toBe('request.too_large');
    expect(sent).toBeLessThan(64 << 20);
  });

  it('with a value named __proto__, which a shape would leave out, is refused with its place', async () => {
    const render = `/api/v1/prompts/${crypto.randomUUID()}/render`;
    const sent = '{"source":{"kind":"draft"},"values":{"a":1,"__proto__":"x"}}';
    const { status, body } = await house.as('editor').send('POST', render, sent, json);
    expect([status, body.errors]).toEqual([
      422,
      [expect.objectContaining({ path: ['values', '__proto__'], code: 'text.proto' })],
    ]);
  });

  it('names the field that is wrong', async () => {
    const { body } = await post('{"title":7}');
    expect(body.errors[0]).toMatchObject({ path: ['title'] });
  });
});

describe('an address', () => {
  it.each([
    ['of no route', 'GET', '/api/v1/nothing', 404, 'route.not_found'],
    ['outside the app', 'GET', '/nothing', 404, 'route.not_found'],
    ['with another method', 'PUT', '/api/v1/prompts', 405, 'route.method_not_allowed'],
    ['with an id of another form', 'GET', '/api/v1/prompts/..%2F..%2Fetc', 404, 'resource.not_found'],
    ['with an id that is no uuid', 'GET', '/api/v1/prompts/7', 404, 'resource.not_found'],
    ['with a NUL in the id', 'GET', '/api/v1/prompts/%00', 400, 'request.malformed'],
    ['with a broken escape', 'GET', '/api/v1/prompts/%ff', 404, 'resource.not_found'],
    ['with an unknown filter', 'GET', '/api/v1/prompts?colour=red', 422, 'request.invalid'],
    ['with a limit out of range', 'GET', '/api/v1/prompts?limit=100000', 422, 'request.invalid'],
    ['with a cursor of its own making', 'GET', '/api/v1/prompts?cursor=abc', 422, 'request.invalid'],
    ['with a cursor beyond all time', 'GET', `/api/v1/members?cursor=${farCursor}`, 422, 'request.invalid'],
  ])('%s is answered in words', async (_what, method, address, status, code) => {
    const answer = await house.as('editor').send(method, address);
    expect([answer.status, answer.body.code]).toEqual([status, code]);
  });
});

describe('a caller', () => {
  it('from another origin is refused, whatever the browser sends along', async () => {
    const { call } = house.as('owner');
    const evil = { headers: { origin: 'https://evil.example' }, body: { role: 'viewer' } };
    expect((await call(organizations.createInvitation, evil)).body.code).toBe('auth.csrf');
    expect(
      (await call(organizations.createInvitation, { ...evil, headers: { origin: 'null' } })).body.code,
    ).toBe('auth.csrf');
  });

  it('with a made-up, ended or changed session is not signed in', async () => {
    for (const cookie of [
      'promptvault.session_token=made.up',
      'promptvault.session_token=',
      `${house.people.editor.cookie}x`,
    ]) {
      const { body } = await house.as('nobody').send('GET', '/api/v1/me', null, { cookie });
      expect(body.code).toBe('auth.required');
    }
  });

  it('who signed out is out at once', async () => {
    const signedIn = await house
      .as('nobody')
      .send(
        'POST',
        '/api/v1/sign-in',
        JSON.stringify({ email: house.people.editor.email, password: housePassword }),
        json,
      );
    const cookie = signedIn.headers
      .getSetCookie()
      .map((one) => one.split(';')[0])
      .join('; ');
    expect((await house.as('nobody').send('GET', '/api/v1/me', null, { cookie })).status).toBe(200);
    expect((await house.as('nobody').send('POST', '/api/v1/sign-out', null, { cookie })).status).toBe(204);
    expect((await house.as('nobody').send('GET', '/api/v1/me', null, { cookie })).body.code).toBe(
      'auth.required',
    );
  });

  it('repeats an idempotency key for the same answer, and not for another request', async () => {
    const { call } = house.as('editor');
    const headers = { 'idempotency-key': 'once-only' };
    const both = await Promise.all(
      [1, 2, 3].map(() => call(prompts.createPrompt, { headers, body: { title: 'Made once' } })),
    );
    expect(new Set(both.map((one) => one.body.id)).size).toBe(1);
    expect(both.map((one) => one.status)).toEqual([201, 201, 201]);
    expect((await call(prompts.createPrompt, { headers, body: { title: 'Another' } })).body.code).toBe(
      'request.idempotency_conflict',
    );
  });
});

it.each([
  ['q=%00', ['query', 'q']],
  ['limit=none', ['query', 'limit']],
  ['cursor=none', ['query', 'cursor']],
])('a fault of the query is found where it stands: %s', async (query, place) => {
  const { status, body } = await house.as('editor').send('GET', `${path}?${query}`, null);
  expect([status, body.errors[0].path]).toEqual([422, place]);
});

describe('a condition', () => {
  const headers = (tag: string) => ({ ...json, 'if-match': tag });
  const label = async () => {
    const { body } = await house.as('editor').call(prompts.createPrompt, { body: { title: 'Has no label' } });
    return `${path}/${body.id}/labels/beta`;
  };
  const body = JSON.stringify({ targets: [{ version: 1, weight: 1 }] });

  it.each([
    ['that names no state', '*'],
    ['without its quotes', 'r0'],
    ['of several tags', '"r0", "r1"'],
  ])('%s is refused, and makes nothing', async (_what, tag) => {
    const answer = await house.as('owner').send('PUT', await label(), body, headers(tag));
    expect([answer.status, answer.body.code]).toEqual([400, 'request.malformed']);
    expect(answer.body.detail).toContain('If-Match');
  });

  it('with a foreign tag is stale, also for what does not exist yet', async () => {
    for (const tag of ['"v7"', 'W/"33a64df5"', '"r01234567890"']) {
      const rule = JSON.stringify({ approvals: 1 });
      const answer = await house.as('owner').send('PUT', '/api/v1/label-rules/beta', rule, headers(tag));
      expect([tag, answer.status, answer.body.code]).toEqual([tag, 412, 'request.stale']);
    }
  });
});

describe('limits', () => {
  it('are told with every answer', { timeout: 60_000 }, async () => {
    const strict = await openTestHouse({
      variables: { PROMPTVAULT_TESTING_LIMITS_OFF: 'no', REDIS_URL: '' },
    });
    try {
      const { headers } = await strict.as('owner').call(organizations.listMembers);
      expect(Number(headers.get('ratelimit-remaining'))).toBeLessThan(Number(headers.get('ratelimit-limit')));
    } finally {
      await strict.close();
    }
  });

  it('refuse too many attempts at one account, in words and with a time', { timeout: 60_000 }, async () => {
    const strict = await openTestHouse({
      variables: { PROMPTVAULT_TESTING_LIMITS_OFF: 'no', REDIS_URL: '' },
    });
    try {
      const attempt = () =>
        strict
          .as('nobody')
          .send(
            'POST',
            '/api/v1/sign-in',
            JSON.stringify({ email: strict.people.owner.email, password: 'not the password' }),
            json,
          );
      const codes: string[] = [];
      for (let n = 0; n < 12; n++) codes.push((await attempt()).body.code);
      expect(codes[0]).toBe('identity.wrong_credentials');
      expect(codes.at(-1)).toMatch(/identity.too_many_attempts|request.rate_limited/);
      expect((await attempt()).headers.get('retry-after')).toMatch(/^\d+$/);
    } finally {
      await strict.close();
    }
  });
});
