/** A database server that goes away in mid-request and comes back: clear answers, and no restart. */
import { once } from 'node:events';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { housePassword, openTestHouse, type TestHouse } from '@promptvault/testing/test-house';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';

const server = process.env.TEST_DATABASE_URL;

/** A loopback proxy in front of the server, whose connections can be cut. */
async function breakable(url: string) {
  const target = new URL(url);
  const sockets = new Set<Socket>();
  let broken = false;
  const proxy: Server = createServer((near) => {
    if (broken) return near.destroy();
    const far = connect(Number(target.port || 5432), target.hostname);
    for (const socket of [near, far]) {
      sockets.add(socket);
      socket.on('error', () => {});
    }
    near.pipe(far).pipe(near);
  });
  proxy.listen(0, '127.0.0.1').unref();
  await once(proxy, 'listening');
  const through = new URL(url);
  const address = proxy.address();
  through.host = `127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
  return {
    url: through.href,
    cut() {
      broken = true;
      for (const socket of sockets) socket.destroy();
      sockets.clear();
    },
    mend() {
      broken = false;
    },
  };
}

describe.runIf(server)('an outage of the database server', () => {
  let house: TestHouse;
  let line: Awaited<ReturnType<typeof breakable>>;
  beforeAll(async () => {
    line = await breakable(server as string);
    vi.stubEnv('TEST_DATABASE_URL', line.url);
    house = await openTestHouse();
  });
  afterAll(async () => {
    line.mend();
    await house.close();
    vi.unstubAllEnvs();
  });
  const json = { 'content-type': 'application/json' };
  const post = (path: string, body: object) =>
    house.as('nobody').send('POST', path, JSON.stringify(body), json);
  const signIn = () => post('/api/v1/sign-in', { email: house.people.editor.email, password: housePassword });

  it('is said in words on every route, whoever asks, and ends without a restart', async () => {
    const cookie = (await signIn()).headers
      .getSetCookie()
      .map((one) => one.split(';')[0])
      .join('; ');
    await house.as('owner').send('GET', '/api/v1/prompts');
    line.cut();
    const answers = {
      known: await house.as('owner').send('GET', '/api/v1/prompts'),
      unseen: await house.as('nobody').send('GET', '/api/v1/me', null, { cookie }),
      creating: await house.as('owner').send('POST', '/api/v1/prompts', '{"title":"Lost"}', json),
      signIn: await signIn(),
      signUp: await post('/api/v1/sign-up', {
        name: 'Late',
        email: 'late@example.com',
        password: housePassword,
      }),
      readiness: await house.as('nobody').send('GET', '/readyz'),
    };
    const codes = Object.entries(answers).map(([name, { status, body }]) => [name, status, body.code]);
    expect(codes).toEqual([
      ['known', 503, 'server.unavailable'],
      ['unseen', 503, 'server.unavailable'],
      ['creating', 503, 'server.unavailable'],
      ['signIn', 503, 'server.unavailable'],
      ['signUp', 503, 'server.unavailable'],
      ['readiness', 503, undefined],
    ]);
    expect(answers.known.headers.get('retry-after')).toBe('2');
    line.mend();
    expect((await house.as('nobody').send('GET', '/api/v1/me', null, { cookie })).status).toBe(200);
    expect((await house.as('owner').send('GET', '/api/v1/prompts')).body.items).toEqual([]);
  });
});
