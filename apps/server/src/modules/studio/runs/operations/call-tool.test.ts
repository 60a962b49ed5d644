import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Tool, ToolImplementation } from '@promptvault/document';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Ports } from '../../../../foundation/context/ctx.ts';
import { createWorkerIsolate } from '../../../../foundation/isolate/worker-isolate.ts';
import { guardedFetch } from '../../../../foundation/llm/guarded-fetch.ts';
import { callTool } from './call-tool.ts';
import { fillAddress, fillBody } from './fill-arguments.ts';

const isolate = createWorkerIsolate();
const clock = { monotonic: () => performance.now() };
const portsWith = (allowPrivateAddresses: boolean) =>
  ({ isolate, clock, fetch: guardedFetch({ allowPrivateAddresses }) }) as unknown as Ports;

interface Heard {
  method: string | undefined;
  url: string | undefined;
  headers: IncomingMessage['headers'];
  body: string;
}
const heard: Heard[] = [];
let server: Server;
let origin = '';
beforeAll(async () => {
  server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    heard.push({ method: request.method, url: request.url, headers: request.headers, body });
    if (request.url?.startsWith('/away'))
      response.writeHead(302, { location: 'http://169.254.169.254/' }).end();
    else if (request.url?.startsWith('/picture'))
      response.writeHead(200, { 'content-type': 'image/png' }).end('x');
    else if (request.url?.startsWith('/none'))
      response.writeHead(404, { 'content-type': 'text/plain' }).end('no such');
    else if (request.url?.startsWith('/much')) response.writeHead(200).end('x'.repeat(1_000_001));
    else if (request.url?.startsWith('/long')) response.writeHead(200).end('x'.repeat(200_000));
    else response.writeHead(200, { 'content-type': 'application/json' }).end('{"degrees":7}');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(async () => {
  await isolate.shutDown();
  server.closeAllConnections();
  server.close();
});

const tool = (implementation: ToolImplementation): Tool => ({
  id: 't',
  name: 'look',
  description: '',
  parameters: {},
  implementation,
});
type HttpTool = Extract<ToolImplementation, { kind: 'http' }>;

/** What the organization keeps. */
const secrets = new Map<string, { value: string; origins: string[] }>();

const nobody = async () => ({ ok: false, output: 'nobody answers here' });

interface More {
  confirmedTools?: string[];
  signal?: AbortSignal;
  allowed?: boolean;
}
const call = (implementation: ToolImplementation, input: unknown, more: More = {}) =>
  callTool(portsWith(more.allowed ?? true), {
    call: { name: 'look', input },
    tools: [tool(implementation)],
    confirmedTools: more.confirmedTools ?? [],
    signal: more.signal ?? new AbortController().signal,
    callPrompt: nobody,
    findSecrets: async (names) =>
      new Map(names.flatMap((name) => (secrets.has(name) ? [[name, secrets.get(name) as never]] : []))),
  });
const http = (url: string, more: Partial<HttpTool> = {}): HttpTool => ({
  kind: 'http',
  method: 'GET',
  url,
  headers: [],
  body: null,
  safe: true,
  ...more,
});

describe('a mock', () => {
  it('answers with its reply, the arguments put in', async () => {
    const reply = '{"city":"{{city}}","degrees":7}';
    expect(await call({ kind: 'mock', reply }, { city: 'Zürich' })).toMatchObject({
      ok: true,
      output: '{"city":"Zürich","degrees":7}',
    });
    expect((await call({ kind: 'mock', reply: '{{a}}' }, { a: '{{b}}', b: 'no' })).output).toBe('{{b}}');
  });
});

describe('JavaScript', () => {
  it('sees the arguments and gives JSON, or says what went wrong', async () => {
    const add = { kind: 'javascript', code: '({ sum: input.a + input.b })' } as const;
    expect(await call(add, { a: 1, b: 2 })).toMatchObject({ ok: true, output: '{"sum":3}' });
    expect(await call(add, [1])).toMatchObject({ ok: false, output: 'The arguments are not a JSON object.' });
    expect(await call(add, '{"a":')).toMatchObject({ ok: false });
    const broken = await call({ kind: 'javascript', code: 'input.a.b.c' }, {});
    expect(broken).toMatchObject({ ok: false, output: expect.stringContaining('TypeError') });
    const reaching = await call({ kind: 'javascript', code: 'fetch("http://127.0.0.1")' }, {});
    expect(reaching).toMatchObject({ ok: false, output: expect.stringContaining('ReferenceError') });
  });
});

describe('HTTP', () => {
  it('puts arguments into address and body, and gives the answer', async () => {
    const found = await call(http(`${origin}/weather/{{city}}?unit={{unit}}`), { city: 'a/b ?&=é', unit: 1 });
    expect(found).toMatchObject({ ok: true, output: '{"degrees":7}' });
    expect(heard.at(-1)).toMatchObject({
      method: 'GET',
      url: '/weather/a%2Fb%20%3F%26%3D%C3%A9?unit=1',
      body: '',
    });
    const posting = http(`${origin}/post`, {
      method: 'POST',
      headers: [{ name: 'X-Team', value: 'north' }],
      body: '{"q": {{q}}, "n": {{n}}}',
    });
    await call(posting, { q: 'a "quote"', n: [1, { b: 2 }] });
    expect(heard.at(-1)).toMatchObject({ method: 'POST', headers: { 'x-team': 'north' } });
    expect(JSON.parse(heard.at(-1)?.body ?? '')).toEqual({ q: 'a "quote"', n: [1, { b: 2 }] });
    await call({ ...posting, body: null }, { q: 1 });
    expect(heard.at(-1)?.body).toBe('{"q":1}');
  });

  it('is not called where it may change something and nobody agreed', async () => {
    const before = heard.length;
    const posting = http(`${origin}/post`, { method: 'POST', safe: false });
    expect(await call(posting, {})).toMatchObject({
      ok: false,
      output: expect.stringContaining('did not agree'),
    });
    expect(heard.length).toBe(before);
    expect(await call(posting, {}, { confirmedTools: ['look'] })).toMatchObject({ ok: true });
  });

  it('tells the model what failed', async () => {
    expect(await call(http(`${origin}/none`), {})).toMatchObject({
      ok: false,
      output: 'It answered 404: no such',
    });
    expect(await call(http(`${origin}/picture`), {})).toMatchObject({ ok: false });
    expect(await call(http(`${origin}/much`), {})).toMatchObject({
      ok: false,
      output: 'It answered more than 1 MB.',
    });
    const long = await call(http(`${origin}/long`), {});
    expect(long.output).toHaveLength(100_000 + '\n… (100000 more characters were left out)'.length);
    expect(await call(http('http://127.0.0.1:1/'), {})).toMatchObject({ ok: false });
  });

  it('goes nowhere that people may not go', async () => {
    const before = heard.length;
    expect(await call(http(`${origin}/x`), {}, { allowed: false })).toMatchObject({ ok: false });
    expect(heard.length).toBe(before);
    for (const url of [
      'http://169.254.169.254/latest/meta-data',
      'http://[fe80::1]/',
      'http://{{host}}/',
      'http://127.0.0.1{{port}}/',
      'http://user@127.0.0.1/',
      'file:///etc/passwd',
      `${origin}/away`,
    ])
      expect(await call(http(url), { host: '127.0.0.1', port: ':80' }), url).toMatchObject({ ok: false });
    expect(await call(http(`${origin}/a/{{id}}/b`), { id: '..' })).toMatchObject({ ok: false });
    for (const name of ['Host', 'cookie', 'Content-Length', 'bad name'])
      expect(await call(http(`${origin}/x`, { headers: [{ name, value: 'x' }] }), {})).toMatchObject({
        ok: false,
      });
    const split = await call(http(`${origin}/x`, { headers: [{ name: 'a', value: 'secret\r\nx: y' }] }), {});
    expect(split).toMatchObject({ ok: false, output: expect.not.stringContaining('secret') });
  });

  it('stops with the run', async () => {
    const controller = new AbortController();
    controller.abort();
    expect(await call(http(`${origin}/x`), {}, { signal: controller.signal })).toMatchObject({
      ok: false,
      output: 'The run was ended.',
    });
  });
});

describe('arguments', () => {
  it('are data in addresses and bodies', () => {
    expect(fillAddress('https://a.example/{{x}}/{{y.z}}', { x: '../..', y: { z: '#?' } })).toBe(
      'https://a.example/..%2F../%23%3F',
    );
    expect(fillAddress('https://a.example/{{x}}', { x: '..' })).toBeUndefined();
    const whole = fillAddress('https://a.example/items/{{x}}', { x: { '/../../admin?all=1#': 1 } });
    expect(new URL(whole ?? '').pathname).toMatch(/^\/items\//);
    expect(whole).not.toMatch(/[?#]/);
    expect(fillBody('{{a}} {{b}} {{c}}', { a: null, b: true, c: '"' })).toBe('null true "\\""');
  });
});

it('a tool that there is not is told as such', async () => {
  const outcome = await callTool(portsWith(true), {
    call: { name: 'other', input: {} },
    tools: [tool({ kind: 'mock', reply: '' })],
    confirmedTools: [],
    signal: new AbortController().signal,
    callPrompt: nobody,
    findSecrets: async (names) =>
      new Map(names.flatMap((name) => (secrets.has(name) ? [[name, secrets.get(name) as never]] : []))),
  });
  expect(outcome).toMatchObject({ ok: false, output: 'There is no tool named "other".' });
});
