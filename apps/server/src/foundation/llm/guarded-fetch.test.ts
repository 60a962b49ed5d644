import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createBrotliCompress, createGzip, createZstdCompress } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addressClass } from './address-rules.ts';
import { AddressRefused, guardedFetch } from './guarded-fetch.ts';

describe('classes of addresses', () => {
  it.each([
    ['8.8.8.8', 'public'],
    ['2606:4700::1111', 'public'],
    ['172.32.0.1', 'public'],
    ['127.0.0.1', 'private'],
    ['10.1.2.3', 'private'],
    ['172.16.0.1', 'private'],
    ['192.168.1.1', 'private'],
    ['100.64.0.1', 'private'],
    ['::1', 'private'],
    ['fd12:3456::1', 'private'],
    ['::ffff:10.0.0.1', 'private'],
    ['::ffff:7f00:1', 'private'],
    ['169.254.169.254', 'forbidden'],
    ['::ffff:169.254.169.254', 'forbidden'],
    ['64:ff9b::a9fe:a9fe', 'forbidden'],
    ['2002:a9fe:a9fe::1', 'forbidden'],
    ['::169.254.169.254', 'forbidden'],
    ['fe80::1%eth0', 'forbidden'],
    ['fd00:ec2::254', 'forbidden'],
    ['100.100.100.200', 'forbidden'],
    ['0.0.0.0', 'forbidden'],
    ['::', 'forbidden'],
    ['224.0.0.1', 'forbidden'],
    ['255.255.255.255', 'forbidden'],
    ['not an address', 'forbidden'],
  ])('%s is %s', (address, expected) => expect(addressClass(address)).toBe(expected));
});

describe('the guarded fetch', () => {
  let server: Server;
  let elsewhere: Server;
  let url: string;
  let elsewhereUrl: string;
  const seen: { method: string | undefined; authorization: string | undefined; host: string | undefined }[] =
    [];

  beforeAll(async () => {
    const start = (created: Server) =>
      new Promise<string>((resolve) =>
        created.listen(0, '127.0.0.1', () =>
          resolve(`http://127.0.0.1:${(created.address() as AddressInfo).port}`),
        ),
      );
    elsewhere = createServer((_, response) => response.end('elsewhere'));
    elsewhereUrl = await start(elsewhere);
    server = createServer((request, response) => {
      seen.push({
        method: request.method,
        authorization: request.headers.authorization,
        host: request.headers.host,
      });
      const location = {
        '/metadata': 'http://169.254.169.254/latest',
        '/away': elsewhereUrl,
        '/within': '/here',
        '/loop': '/loop',
      }[request.url ?? ''];
      if (request.url === '/slow') {
        response.write('first');
        return;
      }
      const [, packed, by] = /^\/(packed|broken)\/(\w+)$/.exec(request.url ?? '') ?? [];
      if (packed && by) {
        response.writeHead(200, { 'content-encoding': by, 'content-type': 'text/event-stream' });
        if (packed === 'broken') return response.end('this is not packed at all');
        const packer = { gzip: createGzip, br: createBrotliCompress, zstd: createZstdCompress }[
          by as 'gzip'
        ]?.();
        packer?.pipe(response);
        packer?.write('one ');
        packer?.flush(() => setTimeout(() => packer.end('two'), 50));
        return;
      }
      if (location) response.writeHead(request.method === 'POST' ? 307 : 302, { location }).end();
      else if (request.url === '/empty') response.writeHead(204).end();
      else response.end(`${request.method} ${request.url}`);
    });
    url = await start(server);
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
    elsewhere.close();
  });

  const open = guardedFetch({ allowPrivateAddresses: true });
  const closed = guardedFetch({ allowPrivateAddresses: false });

  it('reaches a private address only where the operator allows it', async () => {
    expect(await (await open(`${url}/here`)).text()).toBe('GET /here');
    await expect(closed(`${url}/here`)).rejects.toThrow(AddressRefused);
  });

  it.each([
    'http://169.254.169.254/latest/meta-data',
    'http://[fe80::1]/',
    'http://2852039166/',
    'http://0/',
  ])('never calls %s', async (address) => {
    await expect(open(address)).rejects.toThrow(AddressRefused);
    await expect(closed(address)).rejects.toThrow(AddressRefused);
  });

  it.each(['http://2130706433/', 'http://0x7f.1/', 'http://127.1/', 'http://[::ffff:127.0.0.1]/'])(
    'sees through %s',
    async (address) => expect(closed(address)).rejects.toThrow(AddressRefused),
  );

  it('checks every address of a name, at the moment of connecting', async () => {
    const names: Record<string, string[]> = {
      'mixed.example': ['93.184.216.34', '127.0.0.1'],
      'metadata.example': ['169.254.169.254'],
    };
    const guarded = guardedFetch({
      allowPrivateAddresses: false,
      resolve: (name, done) =>
        done(
          null,
          (names[name] ?? []).map((address) => ({ address, family: 4 })),
        ),
    });
    await expect(guarded('http://mixed.example/')).rejects.toThrow('private network');
    await expect(guarded('http://metadata.example/')).rejects.toThrow('reserved');

    let answers = 0;
    const { port } = new URL(url);
    const rebinding = guardedFetch({
      allowPrivateAddresses: true,
      resolve: (_, done) => {
        answers += 1;
        done(null, [{ address: '127.0.0.1', family: 4 }]);
      },
    });
    expect(await (await rebinding(`http://name.example:${port}/x`)).text()).toBe('GET /x');
    expect(answers).toBe(1);
  });

  it('follows redirects on the same origin only', async () => {
    expect(await (await open(`${url}/within`)).text()).toBe('GET /here');
    expect(await (await open(`${url}/within`, { method: 'POST', body: 'x' })).text()).toBe('POST /here');
    await expect(open(`${url}/away`, { headers: { authorization: 'Bearer x' } })).rejects.toThrow(
      'redirects to',
    );
    await expect(open(`${url}/loop`)).rejects.toThrow(AddressRefused);
  });

  it('refuses other protocols and answers without a body', async () => {
    await expect(open('file:///etc/passwd')).rejects.toThrow(AddressRefused);
    expect((await open(`${url}/empty`)).status).toBe(204);
  });

  it.each(['gzip', 'br', 'zstd'])('unpacks what comes packed by %s, as it comes', async (by) => {
    const { body, headers } = await open(`${url}/packed/${by}`);
    expect(headers.get('content-encoding')).toBeNull();
    const pieces: string[] = [];
    for await (const piece of body ?? []) pieces.push(Buffer.from(piece).toString());
    expect(pieces).toEqual(['one ', 'two']);
    const broken = await open(`${url}/broken/${by}`);
    await expect(broken.text()).rejects.toThrow();
  });

  it('is stopped by its signal, before and during the answer', async () => {
    await expect(open(`${url}/here`, { signal: AbortSignal.abort() })).rejects.toThrow();
    const stop = new AbortController();
    const { body } = await open(`${url}/slow`, { signal: stop.signal });
    const reader = body?.getReader();
    expect((await reader?.read())?.value).toHaveLength(5);
    stop.abort();
    await expect(reader?.read()).rejects.toThrow('aborted');
  });

  it('is stopped at any moment around the end of an answer, and the process lives', async () => {
    for (let turn = 0; turn < 60; turn += 1) {
      const stop = new AbortController();
      const { body } = await open(`${url}/here`, { signal: stop.signal });
      const reader = body?.getReader();
      await reader?.read();
      const rest = reader?.read().catch(() => undefined);
      for (let tick = 0; tick < turn % 12; tick += 1) await Promise.resolve();
      stop.abort();
      await rest;
    }
    expect(await (await open(`${url}/here`)).text()).toBe('GET /here');
  });

  it('does not follow a redirect to a metadata address', async () => {
    await expect(open(`${url}/metadata`)).rejects.toThrow(AddressRefused);
  });
});
