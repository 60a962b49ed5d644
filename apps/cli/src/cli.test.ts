import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { emptyDocument } from '@promptvault/document';
import {
  type ScriptedProvider,
  startScriptedProvider,
} from '@promptvault/testing/scripted-provider/start-scripted-provider';
import { freePort, type ServerProcess, startServerProcess } from '@promptvault/testing/server-process';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const account = { email: 'ada@example.com', password: 'a long enough password' };
let folder: string;
let program: string;
let port: number;
let url: string;
let server: ServerProcess;
let provider: ScriptedProvider;
let cookie = '';
let token = '';
let promptId = '';

async function startServer(): Promise<void> {
  server = await startServerProcess({
    dataDirectory: join(folder, 'data'),
    variables: { PROMPTVAULT_SIGN_UP: 'open', PROMPTVAULT_TESTING_LIMITS_OFF: 'yes', PORT: String(port) },
  });
}

/** The bundle, alone in a folder, as anybody has it who installs the package. */
async function bundle(): Promise<string> {
  const root = fileURLToPath(new URL('..', import.meta.url));
  const outDir = join(folder, 'bundle');
  await build({ root, logLevel: 'error', build: { outDir } });
  const alone = join(mkdtempSync(join(tmpdir(), 'promptvault-cli-alone-')), 'promptvault.mjs');
  copyFileSync(join(outDir, 'promptvault.mjs'), alone);
  return alone;
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'promptvault-cli-'));
  port = await freePort();
  url = `http://localhost:${port}`;
  [program, provider] = await Promise.all([bundle(), startScriptedProvider()]);
  await startServer();
  await send('POST', '/sign-up', { name: 'Ada', ...account });
  await make();
  token = (
    await cli(['sign-in'], { PROMPTVAULT_EMAIL: account.email, PROMPTVAULT_PASSWORD: account.password })
  ).out.trim();
});
afterAll(async () => {
  for (const child of children) child.kill('SIGKILL');
  await server.stop();
  await provider.close();
  for (const one of [folder, join(program, '..')]) rmSync(one, { recursive: true, force: true });
});

async function send(method: string, path: string, body?: object) {
  const response = await fetch(`${url}/api/v1${path}`, {
    method,
    headers: { 'content-type': 'application/json', ...(cookie && { cookie }) },
    ...(body && { body: JSON.stringify(body) }),
  });
  const cookies = response.headers.getSetCookie().map((one) => one.split(';')[0]);
  if (cookies.length > 0) cookie = cookies.join('; ');
  return { status: response.status, body: await response.json() };
}

async function make(): Promise<void> {
  const { body: connection } = await send('POST', '/model-connections', {
    name: 'Scripted',
    provider: 'openai_compatible',
    baseUrl: provider.baseUrls.openai_compatible,
    key: 'sk-scripted-0123456789',
  });
  const sections = [{ id: 's1', kind: 'instructions', role: null, text: 'Explain {{topic}}.' }];
  const document = { ...emptyDocument(), sections };
  promptId = (await send('POST', '/prompts', { title: 'Tides', document, commit: true })).body.id;
  const suites: [name: string, wanted: string, model: string, cases: number][] = [
    ['Good', 'topic', 'scripted-echo', 3],
    ['Bad', 'zebra\u001b[31m', 'scripted-echo', 2],
    ['Long', 'topic', 'scripted-rate-20-20', 40],
    ['Killed', 'word', 'scripted-rate-20-20', 12],
    ['Kept', 'word', 'scripted-rate-20-20', 12],
    ['Stopped', 'word', 'scripted-rate-20-20', 40],
  ];
  for (const [name, wanted, model, cases] of suites) {
    const { body: set } = await send('POST', '/case-sets', { promptId, name });
    await send('POST', `/case-sets/${set.id}/cases`, {
      cases: Array.from({ length: cases }, (_, index) => ({
        name: `Case ${index}\u202e`,
        values: { topic: `topic ${index}` },
        assertions: [{ kind: 'contains', values: [wanted.replace('\u001b[31m', '')] }],
      })),
    });
    const models = [{ connectionId: connection.id, model }];
    await send('POST', '/suites', { promptId, caseSetId: set.id, name, models, concurrency: 2 });
  }
}

/** What a test that broke off left behind is ended with the house. */
const children = new Set<ChildProcess>();

interface Ended {
  code: number | null;
  out: string;
  notes: string;
}

function begin(args: string[], variables: Record<string, string> = { PROMPTVAULT_TOKEN: token }) {
  const child = spawn(process.execPath, [program, ...args], {
    env: { PATH: process.env.PATH ?? '', PROMPTVAULT_URL: url, ...variables },
    cwd: folder,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  children.add(child);
  child.once('close', () => children.delete(child));
  const told: Ended = { code: null, out: '', notes: '' };
  child.stdout?.on('data', (text: Buffer) => {
    told.out += text.toString();
  });
  child.stderr?.on('data', (text: Buffer) => {
    told.notes += text.toString();
  });
  const ended = once(child, 'close').then(([code]): Ended => ({ ...told, code }));
  return { child, told, ended };
}
const cli = (args: string[], variables?: Record<string, string>) => begin(args, variables).ended;

async function until(is: () => boolean, what: string): Promise<void> {
  for (let waits = 0; !is(); waits++) {
    if (waits > 400) throw new Error(`never: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
const lastRun = async (name: string) => {
  const { items } = (await send('GET', '/suites?limit=100')).body;
  const suite = items.find((one: { name: string }) => one.name === name);
  return (await send('GET', `/suites/${suite.id}/runs?limit=1`)).body.items[0];
};
const interrupt = (child: ChildProcess) => child.kill('SIGINT');

describe('promptvault test', () => {
  it('passes, says so, and writes reports that other programs read', async () => {
    const { code, out, notes } = await cli([
      'test',
      'good',
      '--junit',
      'reports/j.xml',
      '--json',
      'reports/r.json',
    ]);
    expect([code, notes]).toEqual([0, expect.stringContaining('Good: 3 runs.')]);
    expect(out).toMatch(/v1 \(main\) · scripted-echo\s+3 of 3\s+0\s+0\s+100 %/);
    expect(out).toContain('✓ passed: 3 of 3 judged');
    expect(out).toContain(`${url}/suites/runs/`);
    expect(readFileSync(join(folder, 'reports/j.xml'), 'utf8')).toMatch(
      /^<\?xml[\s\S]*tests="3" failures="0"/,
    );
    expect(JSON.parse(readFileSync(join(folder, 'reports/r.json'), 'utf8'))).toMatchObject({
      isGreen: true,
      items: [{}, {}, {}],
    });
  });

  it('fails with what failed and why, without what a terminal would obey', async () => {
    const { code, out } = await cli(['test', 'Bad', '--version', '1', '--prompt', 'tides']);
    expect(code).toBe(1);
    expect(out).toContain('✗ Case 0: The answer lacks “zebra”.');
    expect(out).toContain('✗ not passed: 0 of 2 judged');
    // biome-ignore lint/suspicious/noControlCharactersInRegex: that there is none is what is looked for
    expect(out).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u202e]/);
  });

  it.each([
    ['no suite named', ['test'], {}, 'promptvault test SUITE'],
    ['an unknown suite', ['test', 'Nothing'], {}, 'There is no suite named “Nothing”. You see these:'],
    [
      'an unknown id',
      ['test', '018f0000-0000-7000-8000-000000000001'],
      {},
      'There is nothing under this address',
    ],
    ['an unknown option', ['test', 'Good', '--what'], {}, "Unknown option '--what'"],
    ['no number', ['test', 'Good', '--version', 'x'], {}, '--version is a number'],
    ['an unknown label', ['test', 'Good', '--label', 'nowhere'], {}, 'nowhere'],
    ['an unknown branch', ['test', 'Good', '--branch', 'nowhere'], {}, 'the branch “nowhere”'],
    [
      'an unknown baseline',
      ['test', 'Good', '--baseline', '01981d5c-8f3a-7000-8000-000000000000'],
      {},
      'as a baseline',
    ],
    ['an unknown command', ['tset'], {}, 'There is no command “tset”.'],
    ['no address', ['test', 'Good'], { PROMPTVAULT_URL: '' }, 'Name the server'],
    ['no good address', ['test', 'Good'], { PROMPTVAULT_URL: 'ftp://x' }, 'The address of a server'],
    ['nobody', ['test', 'Good'], { PROMPTVAULT_TOKEN: '' }, 'Say who you are'],
    ['a broken token', ['test', 'Good'], { PROMPTVAULT_TOKEN: 'pvs_nonsense' }, 'The token is none'],
    [
      'a wrong password',
      ['test', 'Good'],
      {
        PROMPTVAULT_TOKEN: '',
        PROMPTVAULT_EMAIL: account.email,
        PROMPTVAULT_PASSWORD: 'wrong password here',
      },
      'password',
    ],
    ['a file as a folder', ['test', 'Good', '--junit', 'reports/j.xml/deep/j.xml'], {}, 'cannot be written'],
    ['a folder that is denied', ['test', 'Good', '--junit', '/proc/none/j.xml'], {}, 'cannot be written'],
    [
      'nobody who answers',
      ['test', 'Good', '--patience', '1'],
      { PROMPTVAULT_URL: 'http://127.0.0.1:9' },
      'does not answer: bad port',
    ],
  ])('answers %s with a sentence and 2', async (_what, args, variables, words) => {
    const { code, out, notes } = await cli(args, { PROMPTVAULT_TOKEN: token, ...variables });
    expect([code, out]).toEqual([2, '']);
    expect(notes).toContain(words);
    expect(notes).not.toMatch(/\n\s+at /);
  });

  it('does not take a token that ended, nor one that somebody made up', async () => {
    const own = (
      await cli(['sign-in'], { PROMPTVAULT_EMAIL: account.email, PROMPTVAULT_PASSWORD: account.password })
    ).out.trim();
    expect((await cli(['sign-out'], { PROMPTVAULT_TOKEN: own })).code).toBe(0);
    const forged = `pvs_${Buffer.from('promptvault.session_token=abc.def').toString('base64url')}`;
    for (const bad of [own, forged]) {
      const { code, notes } = await cli(['test', 'Good'], { PROMPTVAULT_TOKEN: bad });
      expect([code, notes]).toEqual([2, expect.stringContaining('does not know this token')]);
    }
  });

  it('signs in for itself with a password, and leaves no session behind', async () => {
    const sessions = async () => (await send('GET', '/me/sessions')).body.items.length;
    const before = await sessions();
    const { code } = await cli(['test', 'Good'], {
      PROMPTVAULT_EMAIL: account.email,
      PROMPTVAULT_PASSWORD: account.password,
    });
    expect([code, await sessions()]).toEqual([0, before]);
  });

  it('stops the run of the suite when it is interrupted', async () => {
    const { child, told, ended } = begin(['test', 'Stopped']);
    await until(() => told.notes.includes('Stopped: 40 runs'), 'started');
    interrupt(child);
    const { code, out } = await ended;
    expect([code, out]).toEqual([130, expect.stringContaining('✗ stopped')]);
    expect(await lastRun('Stopped')).toMatchObject({ status: 'stopped' });
  });

  it('leaves it running where it is told so', async () => {
    const { child, told, ended } = begin(['test', 'Kept', '--keep']);
    await until(() => told.notes.includes('Kept: 12 runs'), 'started');
    const busy = await cli(['test', 'Kept']);
    expect([busy.code, busy.notes]).toEqual([2, expect.stringContaining('running already')]);
    interrupt(child);
    expect(await ended).toMatchObject({
      code: 130,
      notes: expect.stringContaining('It goes on at the server'),
    });
    expect(await lastRun('Kept')).toMatchObject({ status: 'running' });
  });

  it('goes on after lost connections', async () => {
    const broken = await startBrokenProxy();
    const { told, ended } = begin(['test', 'Long'], {
      PROMPTVAULT_TOKEN: token,
      PROMPTVAULT_URL: broken.url,
    });
    await until(() => told.notes.includes('Long: 40 runs'), 'started');
    broken.cut();
    await until(() => told.notes.includes('does not answer'), 'noticed');
    broken.mend();
    const { code, notes } = await ended;
    expect([code, notes]).toEqual([1, expect.stringContaining('The server answers again.')]);
    broken.close();
  }, 120_000);

  it('goes on after the server was killed and started again, and gives up on one that stays away', async () => {
    const { told, ended } = begin(['test', 'Killed']);
    await until(() => told.notes.includes('Killed: 12 runs'), 'started');
    process.kill(server.pid, 'SIGKILL');
    await until(() => told.notes.includes('does not answer'), 'noticed');
    await startServer();
    const { code, out } = await ended;
    expect([code, out]).toEqual([0, expect.stringContaining('✓ passed: 12 of 12 judged')]);

    const other = begin(['test', 'Long', '--patience', '2']);
    await until(() => other.told.notes.includes('Long: 40 runs'), 'started');
    process.kill(server.pid, 'SIGKILL');
    const { code: gone, notes } = await other.ended;
    expect([gone, notes]).toEqual([2, expect.stringContaining('does not answer')]);
    await startServer();
  }, 180_000);
});

/** Pipes to the server, until it is cut: then nothing listens, and what was open is reset. */
async function startBrokenProxy() {
  const { connect } = await import('node:net');
  const open = new Set<import('node:net').Socket>();
  const listen = async (at: number): Promise<Server> => {
    const proxy = createServer((socket) => {
      const on = connect(port, '127.0.0.1');
      for (const one of [socket, on]) {
        open.add(one);
        one.on('error', () => undefined).on('close', () => open.delete(one));
      }
      socket.pipe(on).pipe(socket);
    }).listen(at, '127.0.0.1');
    await once(proxy, 'listening');
    return proxy;
  };
  let proxy = await listen(0);
  const address = proxy.address() as { port: number };
  const cut = () => {
    proxy.close();
    for (const socket of open) socket.destroy();
  };
  return {
    url: `http://127.0.0.1:${address.port}`,
    cut,
    async mend() {
      proxy = await listen(address.port);
    },
    close: cut,
  };
}
